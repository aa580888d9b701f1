/** Functions, and resources with theirs. */
import type { Func, TypeDecl } from '../../resolve/model.js';
import { braced, type Lines } from '../../base/lines.js';
import { writtenName } from '../../syntax/names.js';
import { noteLines } from './notes.js';
import { typeText } from './types.js';

/** `name: func(…) -> result;` after its notes; `prefix` is the `import` or `export` of a world. */
export function functionLines(func: Func, prefix = ''): Lines {
  return [...noteLines(func), `${prefix}${headText(func)}${signatureText(func)};`];
}

/** The functions of each resource. */
export type Members = ReadonlyMap<TypeDecl, readonly Func[]>;

/** Finds which functions belong to resources. */
export function membersOf(functions: readonly Func[]): Members {
  const members = new Map<TypeDecl, Func[]>();
  for (const func of functions) {
    if (func.form.kind === 'free') continue;
    const known = members.get(func.form.resource);
    if (known) known.push(func);
    else members.set(func.form.resource, [func]);
  }
  return members;
}

/** `resource r;`, or with a body if it has functions. */
export function resourceLines(resource: TypeDecl, members: Members): Lines {
  const functions = members.get(resource);
  const head = `resource ${writtenName(resource.name)}`;
  if (!functions) return [`${head};`];
  const body = functions.flatMap((func) => functionLines(func));
  return braced(head, body);
}

function headText({ name, form, isAsync }: Func): string {
  const keyword = isAsync ? 'async func' : 'func';
  switch (form.kind) {
    case 'constructor':
      return 'constructor';
    case 'static':
      return `${writtenName(name)}: static ${keyword}`;
    case 'free':
    case 'method':
      return `${writtenName(name)}: ${keyword}`;
  }
}

function signatureText(func: Func): string {
  const parameters = func.parameters.map(({ name, type }) => `${writtenName(name)}: ${typeText(type)}`);
  const result = func.result && !isPlainConstructor(func) ? ` -> ${typeText(func.result)}` : '';
  return `(${parameters.join(', ')})${result}`;
}

/** A constructor that cannot fail returns its resource without saying so. */
function isPlainConstructor({ form, result }: Func): boolean {
  return form.kind === 'constructor' && result?.kind === 'own';
}
