/**
 * One import in the place of several versions of an interface. Versions that Semantic Versioning calls compatible are
 * merged to the latest among the imports of a world; what used the others uses that one. Exports stay what they are.
 */
import { type Diagnostic, DiagnosticBag, hasErrors, type Report } from '../base/diagnostics.js';
import type { Draft } from './draft.js';
import { elaborate } from './elaborate.js';
import { errors } from './errors.js';
import { incompatibilities } from './incompatibility.js';
import {
  type Interface,
  qualifiedName,
  type Resolved,
  type TypeDecl,
  type World,
  type WorldItem,
} from './model.js';
import { selectWorld } from './select-world.js';
import { compareVersions, trackOf } from './versions.js';
import { keyOf, type WorldItems } from './world-draft.js';

/** A new model, or why there is none. */
export interface Merged {
  readonly resolved: Resolved | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Merges the imports of a world; the model that is given stays as it is. */
export function mergeImports(resolved: Resolved, worldName: string | undefined): Merged {
  // The model is plain data whose objects refer to each other, which this copies as it is.
  const copy = structuredClone(resolved);
  const { world, diagnostics } = selectWorld(copy, worldName);
  if (!world) return { resolved: undefined, diagnostics };
  const bag = new DiagnosticBag();
  const replacements = replacementsIn(world);
  for (const [older, newer] of replacements) checkReplacement(older, newer, bag.report);
  if (!hasErrors(bag.diagnostics)) {
    replaceIn(writable(world), replacements);
    const worlds = copy.packages.flatMap((package_) => package_.worlds);
    for (const each of worlds) elaborateAgain(writable(each), bag.report);
  }
  if (hasErrors(bag.diagnostics)) return { resolved: undefined, diagnostics: bag.diagnostics };
  return { resolved: copy, diagnostics: bag.diagnostics };
}

/** Nobody else has the copy yet, so that it may change. */
function writable(world: World): Draft<World> {
  return world as Draft<World>;
}

type Replacements = ReadonlyMap<Interface, Interface>;

/** Which imported interface gives way to which. */
function replacementsIn({ imports }: World): Replacements {
  const tracks = new Map<string, Interface[]>();
  for (const target of imports.flatMap(identifiedInterface)) {
    const { namespace, name, version } = target.package.name;
    if (version === undefined) continue;
    const track = `${namespace}:${name}/${target.name}@${trackOf(version)}`;
    const known = tracks.get(track);
    if (known) known.push(target);
    else tracks.set(track, [target]);
  }
  return new Map(
    [...tracks.values()].flatMap((versions) => {
      const latest = versions.reduce((a, b) => (isLater(b, a) ? b : a));
      return versions.filter((each) => each !== latest).map((older) => [older, latest] as const);
    }),
  );
}

function identifiedInterface(item: WorldItem): readonly Interface[] {
  return item.kind === 'interface' && item.key === undefined ? [item.interface] : [];
}

function isLater(a: Interface, b: Interface): boolean {
  return compareVersions(a.package.name.version ?? '', b.package.name.version ?? '') > 0;
}

function checkReplacement(older: Interface, newer: Interface, report: Report): void {
  for (const found of incompatibilities(older, newer)) {
    const values = { older: qualifiedName(older), newer: qualifiedName(newer), problem: found.problem };
    const related = { span: (found.newer ?? newer).origin, message: 'the later version is here' };
    report(errors.mergeIncompatible, found.older.origin, values, { related: [related] });
  }
}

/** Imports that give way are left out; types that the others use are those of the later version. */
function replaceIn(world: Draft<World>, replacements: Replacements): void {
  const isKept = (item: WorldItem): boolean =>
    !identifiedInterface(item).some((target) => replacements.has(target));
  world.imports = world.imports.filter(isKept);
  for (const item of [...world.imports, ...world.exports]) {
    for (const type of typesOf(item)) redirect(type, replacements);
  }
}

function typesOf(item: WorldItem): readonly Draft<TypeDecl>[] {
  switch (item.kind) {
    case 'interface':
      return item.interface.types;
    case 'type':
      return [item.type];
    case 'function':
      return [];
  }
}

function redirect(type: Draft<TypeDecl>, replacements: Replacements): void {
  if (type.definition.kind !== 'alias') return;
  const { target } = type.definition;
  const later = target.owner.kind === 'interface' ? replacements.get(target.owner) : undefined;
  const replacement = later?.types.find(({ name }) => name === target.name);
  if (replacement) type.definition = { ...type.definition, target: replacement };
}

/** What an interface uses may be another one now. */
function elaborateAgain(world: Draft<World>, report: Report): void {
  const itemsOf = (items: readonly WorldItem[]): WorldItems =>
    new Map(items.map((item) => [keyOf(item), item]));
  const parts = { imports: itemsOf(world.imports), exports: itemsOf(world.exports) };
  const name = { kind: 'name', text: world.name, span: world.origin } as const;
  const { imports, exports } = elaborate(parts, name, report);
  world.imports = [...imports.values()];
  world.exports = [...exports.values()];
}
