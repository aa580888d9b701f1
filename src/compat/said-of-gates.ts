/** What the reference implementation says about feature gates, and about what they leave out. */
import type { Span } from '../base/source.js';
import { isTypedef } from '../resolve/link-interface.js';
import type { Use, UseName } from '../syntax/ast.js';
import { isLeftOut } from './attributes.js';
import type { Finding } from './finding.js';
import { type ForeignPath, isForeign, mentionsIn, packageKey, targetOf } from './paths.js';
import { around, bodyOf, type Place } from './place.js';
import { type EntryName, said, type Sayings } from './said.js';
import type { Stage } from './stages.js';

/** Errors of gates. */
export const saidOfGates = {
  gateWithoutVersion: said(
    stageOfGate,
    ({ package: name }) =>
      `package [${name}] contains a feature gate with a version specifier, so it must have a version`,
    { mark: markOfGate },
  ),
  gateUnreleased: said(
    stageOfGate,
    ({ since, version }, { place }) =>
      `feature gate cannot reference unreleased version ${since} of package [${place.unit?.key ?? ''}] (current version ${version})`,
    { mark: markOfGate },
  ),
  gatedReference: said(stageOfReference, ({ item }, it) => textOfReference(item, it), {
    mark: markOfReference,
  }),
} satisfies Partial<Sayings<EntryName>>;

/** The first mention of something foreign is checked before all else. */
export function firstMention({ place }: Finding): Span {
  const path = around(place, 'use-path') ?? around(place, 'use')?.path;
  return path && isForeign(path) && place.unit ? mentionsIn(place.unit).first(path).name.span : place.span;
}

/** The path of a `use`, `include`, import or export around a place. */
function pathAt(place: Place) {
  return around(place, 'use', 'include', 'extern-path', 'top-use')?.path;
}

function isFirst(path: ForeignPath, place: Place): boolean {
  return place.unit !== undefined && mentionsIn(place.unit).first(path) === path;
}

function stageOfGate({ place, root: { features } }: Finding): Stage | undefined {
  const path = pathAt(place);
  if (path && isForeign(path) && isFirst(path, place)) {
    return around(place, 'include') ? 'foreign worlds' : 'foreign interfaces';
  }
  const use = around(place, 'use');
  if (use) return path && isForeign(path) ? 'foreign types' : 'types';
  if (isTypeName(place)) return 'types';
  const isItself = place.way.at(-2) === bodyOf(place);
  if (isItself) return bodyOf(place)?.kind === 'world' ? 'worlds' : 'interfaces';
  if (around(place, 'extern-inline') || bodyOf(place)?.kind === 'interface') {
    return isOwnerLeftOut(place, features) ? undefined : 'interfaces';
  }
  if (isLeftOut(bodyOf(place), features)) return undefined;
  return around(place, 'include') ? 'includes' : 'worlds';
}

/** Is the interface that a function belongs to left out? An inline interface is by what stands before its import. */
function isOwnerLeftOut(place: Place, features: Finding['root']['features']): boolean {
  const inline = around(place, 'extern-inline');
  if (!inline) return isLeftOut(bodyOf(place), features);
  const isItself = place.way.at(-2) === inline;
  return !isItself && isLeftOut(around(place, 'extern'), features);
}

/** Is the place the name of a type declaration? */
function isTypeName(place: Place): boolean {
  const owner = place.way.at(-2);
  return owner !== undefined && isTypedef(owner);
}

/** A `use` is gated by its names: it has none if it brings in nothing. */
function markOfGate(finding: Finding): Span | undefined {
  const { place } = finding;
  const stage = stageOfGate(finding);
  if (stage === 'foreign interfaces' || stage === 'foreign worlds') return firstMention(finding);
  const use = around(place, 'use');
  return use ? use.names[0]?.name.span : place.span;
}

const excluded = (what: string) =>
  `found a reference to a ${what} which is excluded due to its feature not being activated`;

/** What of another package is left out is not there at all. */
function textOfReference(item: string, finding: Finding): string {
  const { place } = finding;
  const stage = stageOfReference(finding);
  const path = around(place, 'use-path');
  const wanted = path && isForeign(path) ? `'${path.name.text}' not found in package '${packageKey(path)}'` : '';
  if (stage === 'foreign interfaces') return `interface ${wanted}`;
  if (stage === 'foreign worlds') return `world ${wanted}`;
  if (stage === 'foreign types') return `type \`${usedName(place)?.name.text ?? ''}\` not defined in interface`;
  const owner = /^its (\w+)/.exec(item)?.[1];
  if (owner === undefined) return excluded(stage === 'types' ? 'type' : kindOfItem(item));
  return `${excluded(owner)}; this type is not gated by a feature but its ${owner} is`;
}

function kindOfItem(item: string): string {
  const [kind = ''] = item.split(' ');
  return kind === 'resource' ? 'type' : kind;
}

function stageOfReference({ place, diagnostic, root: { features } }: Finding): Stage | undefined {
  const item = diagnostic.values['item'] ?? '';
  const path = pathAt(place);
  if (path && isForeign(path) && around(place, 'use-path')) {
    return around(place, 'include') ? 'foreign worlds' : 'foreign interfaces';
  }
  if (item.startsWith('its ')) return item.startsWith('its world') ? 'worlds of types' : 'interfaces of types';
  const use = around(place, 'use');
  if (use) return stageOfUse(use, place, features);
  if (around(place, 'include')) return 'includes';
  if (around(place, 'extern-path')) return 'worlds';
  const isFunction = around(place, 'function-item', 'method', 'constructor', 'extern-function');
  if (!isFunction) return 'types';
  return around(place, 'interface', 'extern-inline') ? 'interfaces' : 'worlds';
}

/** A type of an interface that is left out is refused where it is declared, unless it is left out itself. */
function stageOfUse(use: Use, place: Place, features: Finding['root']['features']): Stage | undefined {
  const source = place.unit?.sources.find(({ file }) => file === place.span.file);
  const target = targetOf(use.path, source);
  if (isForeign(target)) return 'foreign types';
  if (around(place, 'use-name')) return 'types';
  return leftOutName(use, target.name.text, place, features) ? 'types' : undefined;
}

/** The first name of a `use` that is left out in its interface. */
function leftOutName(
  use: Use,
  target: string,
  place: Place,
  features: Finding['root']['features'],
): UseName | undefined {
  const items = (place.unit?.sources ?? []).flatMap(({ items: all }) => all);
  const found = items.find((item) => item.kind === 'interface' && item.name.text === target);
  const types = found?.kind === 'interface' ? found.items.filter(isTypedef) : [];
  return use.names.find(({ name }) =>
    types.some((type) => type.name.text === name.text && isLeftOut(type, features)),
  );
}

function usedName(place: Place): UseName | undefined {
  return around(place, 'use-name') ?? around(place, 'use')?.names[0];
}

function markOfReference(finding: Finding): Span | undefined {
  const { place, root } = finding;
  const stage = stageOfReference(finding);
  if (stage === 'foreign interfaces' || stage === 'foreign worlds') return firstMention(finding);
  const use = around(place, 'use');
  if (use && stage === 'types' && !around(place, 'use-name')) {
    const source = place.unit?.sources.find(({ file }) => file === place.span.file);
    return leftOutName(use, targetOf(use.path, source).name.text, place, root.features)?.name.span;
  }
  const extern = around(place, 'extern-path');
  if (extern) return (extern.label ?? extern.path.name).span;
  // A case of a variant is not marked by itself.
  const variant = around(place, 'variant');
  return variant && stage === 'types' ? variant.name.span : place.span;
}
