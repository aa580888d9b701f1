/** Names of one scope as components compare them. Spec: Explainer.md, strongly-unique names. */
import type { Span } from '../base/source.js';
import type { Declared, Func, TypeDefinition } from './model.js';

/** A name as people write it, and as a component compares it. */
export interface ComparedName {
  readonly name: string;
  readonly compared: string;
  readonly origin: Span;
}

/** A name that stands for itself. */
export function plainName({ name, origin }: { readonly name: string; readonly origin: Span }): ComparedName {
  return { name, compared: name.toLowerCase(), origin };
}

/** Methods and static functions share the names of their resource, and that itself is one of them. */
export function functionName({ name, form, origin }: Func): ComparedName {
  if (form.kind === 'free') return plainName({ name, origin });
  const resource = form.resource.name.toLowerCase();
  if (form.kind === 'constructor') return { name, compared: `[constructor]${resource}`, origin };
  const member = name.toLowerCase();
  const compared = member === resource ? resource : `${resource}.${member}`;
  return { name: `${form.resource.name}.${name}`, compared, origin };
}

/** Fields, cases and flags: what names within a type belong to. */
export function membersOf(definition: TypeDefinition): readonly Declared[] {
  switch (definition.kind) {
    case 'record':
      return definition.fields;
    case 'variant':
    case 'enum':
      return definition.cases;
    case 'flags':
      return definition.flags;
    case 'resource':
    case 'alias':
    case 'type':
      return [];
  }
}

/** Each name that is compared as an earlier one is, with that. */
export function sameNames(
  names: Iterable<ComparedName>,
): readonly (readonly [later: ComparedName, earlier: ComparedName])[] {
  const seen = new Map<string, ComparedName>();
  const found: (readonly [ComparedName, ComparedName])[] = [];
  for (const name of names) {
    const earlier = seen.get(name.compared);
    if (earlier) found.push([name, earlier]);
    else seen.set(name.compared, name);
  }
  return found;
}
