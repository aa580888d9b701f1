/** What the reference implementation says about feature gates, and about what they leave out. */
import type { Span } from '../base/source.js';
import type { Features } from '../resolve/gates.js';
import { isTypedef } from '../resolve/item-kinds.js';
import { firstPartOf } from './anonymous-types.js';
import { isLeftOut } from './attributes.js';
import type { Finding } from './finding.js';
import { markOfType } from './marks.js';
import { type ForeignPath, isForeign, mentionsIn, targetOf } from './paths.js';
import { around, bodyOf, type Place, sourceOf } from './place.js';
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
  gatedReference: said(stageOfReference, ({ item }) => textOfReference(item), {
    mark: markOfReference,
  }),
} satisfies Partial<Sayings<EntryName>>;

/** The first mention of something foreign is checked before all else. */
function firstMention({ place }: Finding): Span {
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
function isOwnerLeftOut(place: Place, features: Features): boolean {
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

/** A `use` is gated by its names, a type also by the nameless types that it is made of. */
function markOfGate(finding: Finding): Span | undefined {
  const { place } = finding;
  const stage = stageOfGate(finding);
  if (stage === 'foreign interfaces' || stage === 'foreign worlds') return firstMention(finding);
  const use = around(place, 'use');
  if (use) return use.names[0]?.name.span;
  const owner = place.way.at(-2);
  const part = owner && isTypedef(owner) && place.unit ? firstPartOf(owner, place.unit) : undefined;
  return part ? markOfType(part) : place.span;
}

/** What is said of a reference to something that is left out. */
export function excluded(what: string): string {
  return `found a reference to a ${what} which is excluded due to its feature not being activated`;
}

function textOfReference(item: string): string {
  const owner = /^its (\w+)/.exec(item)?.[1];
  if (owner === undefined) return excluded('type');
  return `${excluded(owner)}; this type is not gated by a feature but its ${owner} is`;
}

/** Paths to what is left out are judged in `from-paths.ts`. */
function stageOfReference({ place, diagnostic }: Finding): Stage | undefined {
  const item = diagnostic.values.item ?? '';
  if (item.startsWith('its '))
    return item.startsWith('its world') ? 'worlds of types' : 'interfaces of types';
  if (around(place, 'use-path', 'top-use')) return undefined;
  const use = around(place, 'use');
  if (use) return isForeign(targetOf(use.path, sourceOf(place))) ? undefined : 'types';
  const isFunction = around(place, 'function-item', 'method', 'constructor', 'extern-function');
  if (!isFunction) return 'types';
  return around(place, 'interface', 'extern-inline') ? 'interfaces' : 'worlds';
}

/** A used type is marked by the name that it has where it comes from, and a case of a variant not at all. */
function markOfReference(finding: Finding): Span {
  const { place } = finding;
  const used = around(place, 'use-name');
  if (used) return used.name.span;
  const variant = around(place, 'variant');
  return variant && stageOfReference(finding) === 'types' ? variant.name.span : place.span;
}
