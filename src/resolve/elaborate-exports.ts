/** What exported interfaces imply: other exports before them, and imports. */
import type { Related, Report } from '../base/diagnostics.js';
import type { Name } from '../syntax/ast.js';
import { dependenciesOf } from './dependencies.js';
import { errors } from './errors.js';
import { impliedItem } from './implied.js';
import { type Interface, type ItemNotes, referenceNotes, type WorldInterface } from './model.js';
import { keyOf, type WorldItems } from './world-draft.js';

/** Where exports are elaborated. */
export interface ExportContext {
  /** What exports imply is added here. */
  readonly imports: WorldItems;
  readonly world: Name;
  readonly report: Report;
}

/** Functions first, then interfaces, each after the exported ones that it takes types from. */
export function elaborateExports(items: WorldItems, cx: ExportContext): WorldItems {
  const exports: WorldItems = new Map();
  const interfaces: WorldInterface[] = [];
  for (const item of items.values()) {
    if (item.kind === 'interface') interfaces.push(item);
    else exports.set(keyOf(item), item);
  }
  const walk = new ExportWalk(items, exports, cx.imports);
  const reported = new Set<Interface>();
  for (const item of interfaces) {
    const conflict = walk.export(item);
    const last = conflict?.at(-1);
    if (!conflict || !last || reported.has(last)) continue;
    reported.add(last);
    reportTransitive(item, conflict, items, cx);
  }
  return exports;
}

/** The way from an exported interface to one that would have to be imported as well as exported. */
type Conflict = readonly Interface[];

/** An interface on the way, which waits for those that it needs. */
interface Step {
  readonly interface: Interface;
  /** What it is exported as; an import if absent. */
  readonly exported: WorldInterface | undefined;
  readonly dependencies: readonly Interface[];
  next: number;
}

/** Exports interfaces after those that they need, and imports what they need otherwise. Chains may be long. */
class ExportWalk {
  readonly #required = new Set<Interface>();

  constructor(
    readonly wanted: WorldItems,
    readonly exports: WorldItems,
    readonly imports: WorldItems,
  ) {}

  export(item: WorldInterface): Conflict | undefined {
    if (this.exports.has(keyOf(item))) return undefined;
    const way = [step(item.interface, item)];
    for (let last = way.at(-1); last; last = way.at(-1)) {
      const dependency = last.dependencies[last.next++];
      const isSound = dependency ? this.#enter(dependency, last, way) : this.#leave(last, item);
      const names = way.map((waiting) => waiting.interface);
      if (!isSound) return dependency ? [...names, dependency] : names;
      if (!dependency) way.pop();
    }
    return undefined;
  }

  /** Goes on to what an interface needs; false if that must be imported although it is exported. */
  #enter(dependency: Interface, from: Step, way: Step[]): boolean {
    const wanted = from.exported && this.wanted.get(dependency);
    if (wanted?.kind === 'interface') {
      if (!this.exports.has(dependency)) way.push(step(dependency, wanted));
      return true;
    }
    if (this.exports.has(dependency)) return false;
    if (!this.#required.has(dependency)) way.push(step(dependency, undefined));
    return true;
  }

  /** All that an interface needs is there; false if it must be exported although it is imported. */
  #leave({ interface: target, exported }: Step, importer: WorldInterface): boolean {
    if (!exported) {
      this.#required.add(target);
      const implied = impliedItem(target, importer);
      if (!this.imports.has(target))
        this.imports.set(target, { ...implied, inheritedNotes: notesFrom(importer) });
      return true;
    }
    if (exported.key === undefined && this.#required.has(target)) return false;
    const isAskedFor = exported === importer;
    this.exports.set(
      keyOf(exported),
      isAskedFor ? exported : { ...exported, inheritedNotes: notesFrom(importer) },
    );
    return true;
  }
}

/** What an export passes on to all that it needs. */
function notesFrom(importer: WorldInterface): ItemNotes {
  const { stability, externalId } = referenceNotes(importer);
  return { stability, externalId };
}

function step(target: Interface, exported: WorldInterface | undefined): Step {
  return { interface: target, exported, dependencies: dependenciesOf(target), next: 0 };
}

function reportTransitive(
  item: WorldInterface,
  conflict: Conflict,
  wanted: WorldItems,
  cx: ExportContext,
): void {
  const last = conflict.at(-1);
  const exported = last && wanted.get(last);
  const related: Related[] = [
    { span: item.origin, message: `\`${item.interface.name}\` is exported here` },
    ...conflict.flatMap((from, index) => stepNote(from, conflict[index + 1])),
  ];
  if (exported?.kind === 'interface') {
    related.push({ span: exported.origin, message: `and \`${exported.interface.name}\` is exported here` });
  }
  const hint = last && transitiveHint(conflict, last, wanted);
  const values = { world: cx.world.text, interface: item.interface.name };
  cx.report(errors.exportTransitive, cx.world.span, values, { related, hint });
}

/** Where an interface takes a type from the next one. */
function stepNote(from: Interface, to: Interface | undefined): readonly Related[] {
  const taken = from.types.find(
    ({ definition }) => definition.kind === 'alias' && definition.target.owner === to,
  );
  return taken && to
    ? [{ span: taken.origin, message: `\`${from.name}\` takes a type from \`${to.name}\` here` }]
    : [];
}

function transitiveHint(conflict: Conflict, last: Interface, wanted: WorldItems): string {
  const missing = conflict.slice(1).filter((one) => one !== last && !wanted.has(one));
  const names = missing.map(({ name }) => `\`${name}\``).join(' and ');
  return names === ''
    ? `do not export \`${last.name}\`, or export it under a label too`
    : `export ${names} too, or do not export \`${last.name}\``;
}
