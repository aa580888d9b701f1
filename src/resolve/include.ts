/** `include … with { … }`. Spec: WIT.md "Union of worlds with `include`". */
import type { Report } from '../base/diagnostics.js';
import { didYouMean } from '../base/did-you-mean.js';
import type { Include, Name } from '../syntax/ast.js';
import { Cloner } from './clone.js';
import { errors } from './errors.js';
import {
  type Annotated,
  type Inclusion,
  referenceNotes,
  type Stability,
  type World,
  type WorldInterface,
  type WorldItem,
} from './model.js';
import { keyOf, type WorldItems, type WorldParts } from './world-draft.js';

/** The world that includes another one. */
export interface Including {
  readonly world: World;
  readonly parts: WorldParts;
  readonly report: Report;
  /** Whether the included world may have items that are not known. */
  readonly isIncomplete: boolean;
}

/** Adds the items of another world: plain names as copies, which it returns, interfaces by identity as a union. */
export function includeWorld(included: World, node: Include, cx: Including): Inclusion {
  const renames = renamesOf(included, node, cx);
  const cloner = new Cloner();
  const copied: Copied[] = [];
  const place = { included, name: node.path.name, copied, ...cx };
  for (const item of included.imports) {
    addIncluded(item, { ...place, direction: 'import', items: cx.parts.imports, renames, cloner });
  }
  for (const item of included.exports) {
    addIncluded(item, { ...place, direction: 'export', items: cx.parts.exports, renames, cloner });
  }
  return { world: included, items: copied };
}

type Copied = Inclusion['items'][number];

interface Place extends Including {
  readonly included: World;
  /** The included world as named in the `include`. */
  readonly name: Name;
  readonly direction: 'import' | 'export';
  readonly items: WorldItems;
  readonly renames: ReadonlyMap<string, string>;
  readonly cloner: Cloner;
  readonly copied: Copied[];
}

function addIncluded(item: WorldItem, place: Place): void {
  const key = keyOf(item);
  if (item.kind === 'interface' && typeof key !== 'string') {
    addInterface(item, place);
    return;
  }
  const oldKey = String(item.key);
  const newKey = renamed(oldKey, place.renames);
  const copy = place.cloner.item(item, newKey, place.world);
  place.copied.push({ original: item, copy });
  if (place.items.has(newKey)) {
    const { direction, included } = place;
    const values = { direction, name: newKey, world: included.name };
    place.report(errors.includeShadow, place.name.span, values);
  } else place.items.set(newKey, copy);
}

function addInterface(item: WorldInterface, place: Place): void {
  const isForeign = place.included.package !== place.world.package;
  const incoming = isForeign ? withoutReleases(item) : item;
  const earlier = place.items.get(item.interface);
  if (earlier?.kind !== 'interface') {
    place.items.set(item.interface, incoming);
    return;
  }
  if (!agree(earlier.stability, incoming.stability)) reportMismatch(incoming, earlier, place);
  place.items.set(item.interface, union(earlier, incoming, isForeign && hasRelease(referenceNotes(item))));
}

function reportMismatch(incoming: WorldInterface, earlier: WorldInterface, place: Place): void {
  const related = [
    { span: earlier.origin, message: 'the first one is here' },
    { span: incoming.origin, message: 'the included one is here' },
  ];
  const [theirs, ours] = [attributesText(incoming), attributesText(earlier)];
  const values = { name: incoming.interface.name, theirs, ours };
  place.report(errors.stabilityMismatch, place.name.span, values, { related });
}

/** Attributes as they are written. */
function attributesText({ stability }: Annotated): string {
  if (!stability) return '';
  const { deprecated } = stability;
  const gate =
    stability.kind === 'stable'
      ? `@since(version = ${stability.since})`
      : `@unstable(feature = ${stability.feature})`;
  return deprecated === undefined ? gate : `${gate} @deprecated(version = ${deprecated})`;
}

/** A stable annotation holds for the package that wrote it only. */
function withoutReleases(item: WorldInterface): WorldInterface {
  const { inheritedNotes: inherited, stability } = item;
  const own = { ...item, stability: hasRelease(item) ? undefined : stability };
  return inherited && hasRelease(inherited)
    ? { ...own, inheritedNotes: { ...inherited, stability: undefined } }
    : own;
}

function hasRelease({ stability }: Annotated): boolean {
  return stability?.kind === 'stable';
}

/** The first one, with the stability of the other where it says none. The reference forgets both if it dropped one. */
function union(first: WorldInterface, second: WorldInterface, hasDropped: boolean): WorldInterface {
  const { docs, externalId, stability } = referenceNotes(first);
  const inherited = hasDropped ? undefined : (stability ?? referenceNotes(second).stability);
  return {
    ...first,
    stability: first.stability ?? second.stability,
    inheritedNotes: { docs, externalId, stability: inherited },
  };
}

function agree(a: Stability | undefined, b: Stability | undefined): boolean {
  if (!a || !b) return true;
  const version = (stability: Stability) =>
    stability.kind === 'stable' ? stability.since : stability.feature;
  return a.kind === b.kind && version(a) === version(b) && a.deprecated === b.deprecated;
}

/** Old to new names; a rename that hits nothing is reported. */
function renamesOf(
  included: World,
  node: Include,
  { report, isIncomplete }: Including,
): ReadonlyMap<string, string> {
  const plain = [...included.imports, ...included.exports].flatMap((item) => item.key ?? []);
  const subjects = new Set(plain.map(subjectOf));
  const renames = new Map<string, string>();
  for (const { name, alias } of node.names) {
    if (subjects.has(name.text)) renames.set(name.text, alias.text);
    else if (!isIncomplete) {
      const values = { world: included.name, name: name.text };
      const related = [{ span: name.span, message: 'renamed here' }];
      const hint = didYouMean(name.text, subjects);
      report(errors.includeRename, node.path.name.span, values, { hint, related });
    }
  }
  return renames;
}

/** What a rename renames: the key, or the resource in `[method]r.m` and `[constructor]r`. */
function subjectOf(key: string): string {
  return /^\[[a-z]+\]([^.]+)/.exec(key)?.[1] ?? key;
}

function renamed(key: string, renames: ReadonlyMap<string, string>): string {
  const subject = subjectOf(key);
  const name = renames.get(subject);
  if (name === undefined) return key;
  const start = key.indexOf(']') + 1;
  return key.slice(0, start) + name + key.slice(start + subject.length);
}
