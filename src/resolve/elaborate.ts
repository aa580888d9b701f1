/**
 * What a world imports without saying so: the interfaces whose types its items use.
 * The order of the result is that of the reference implementation, since it is the order of everything emitted.
 */
import type { Related, Report } from '../base/diagnostics.js';
import type { Span } from '../base/source.js';
import type { Name } from '../syntax/ast.js';
import { checkCase } from './checks/case-unique-names.js';
import { dependenciesOf } from './dependencies.js';
import { errors } from './errors.js';
import type { Interface, WorldInterface, WorldItem } from './model.js';
import { keyOf, type WorldItems, type WorldParts } from './world-draft.js';

/** Imports and exports with everything that they imply. */
export function elaborate(parts: WorldParts, world: Name, report: Report): WorldParts {
  checkCase(plainNames(parts.imports), report);
  checkCase(plainNames(parts.exports), report);
  const imports = elaborateImports(parts.imports);
  const exports = elaborateExports(parts.exports, { imports, world, report });
  return { imports: byClass(imports), exports };
}

function plainNames(items: WorldItems): readonly { readonly name: string; readonly origin: Span }[] {
  return [...items.values()].flatMap((item) =>
    item.key === undefined ? [] : [{ name: item.key, origin: originOf(item) }],
  );
}

function originOf(item: WorldItem): Span {
  switch (item.kind) {
    case 'interface':
      return item.origin;
    case 'function':
      return item.function.origin;
    case 'type':
      return item.type.origin;
  }
}

/** Interfaces, used types, own types, functions, functions of resources; otherwise in order. */
function byClass(items: WorldItems): WorldItems {
  const sorted = [...items].sort(([, a], [, b]) => classOf(a) - classOf(b));
  return new Map(sorted);
}

function classOf(item: WorldItem): number {
  switch (item.kind) {
    case 'interface':
      return 0;
    case 'type':
      return usedOwner(item) ? 1 : 2;
    case 'function':
      return item.function.form.kind === 'free' ? 3 : 4;
  }
}

/** The interface from which a world takes a type. */
function usedOwner(item: Extract<WorldItem, { kind: 'type' }>): Interface | undefined {
  const { definition, owner } = item.type;
  if (definition.kind !== 'alias' || definition.target.owner === owner) return undefined;
  return definition.target.owner.kind === 'interface' ? definition.target.owner : undefined;
}

function elaborateImports(items: WorldItems): WorldItems {
  const imports: WorldItems = new Map();
  for (const [key, item] of byClass(items)) {
    if (item.kind === 'interface') {
      for (const dependency of dependenciesOf(item.interface)) {
        importImplied(dependency, item, imports);
      }
    } else if (item.kind === 'type') {
      const owner = usedOwner(item);
      if (owner) importImplied(owner, item.type, imports);
    }
    // Where an item before needed it, it keeps that place but says what its own statement says.
    imports.set(key, item);
  }
  return imports;
}

type Importer = Pick<WorldInterface, 'origin' | 'stability'>;

/** Imports an interface after those that it needs itself. */
function importImplied(target: Interface, importer: Importer, imports: WorldItems): void {
  if (imports.has(target)) return;
  for (const dependency of dependenciesOf(target)) importImplied(dependency, importer, imports);
  imports.set(target, impliedItem(target, importer));
}

function impliedItem(target: Interface, { origin, stability }: Importer): WorldInterface {
  return { kind: 'interface', key: undefined, interface: target, origin, stability, isImplied: true };
}

interface ExportContext {
  readonly imports: WorldItems;
  readonly world: Name;
  readonly report: Report;
}

function elaborateExports(items: WorldItems, cx: ExportContext): WorldItems {
  const exports: WorldItems = new Map();
  const interfaces: WorldInterface[] = [];
  for (const item of items.values()) {
    if (item.kind === 'interface') interfaces.push(item);
    else exports.set(keyOf(item), item);
  }
  const walk = new ExportWalk(items, exports, cx.imports);
  for (const item of interfaces) {
    const conflict = walk.export(item);
    if (conflict) reportTransitive(item, conflict, cx);
  }
  return exports;
}

/** The way from an exported interface to one that would have to be imported as well as exported. */
type Conflict = readonly Interface[];

/** Exports interfaces after those that they need, and imports what they need otherwise. */
class ExportWalk {
  readonly #required = new Set<Interface>();

  constructor(
    readonly wanted: WorldItems,
    readonly exports: WorldItems,
    readonly imports: WorldItems,
  ) {}

  export(item: WorldInterface): Conflict | undefined {
    const key = keyOf(item);
    if (this.exports.has(key)) return undefined;
    for (const dependency of dependenciesOf(item.interface)) {
      const wanted = this.wanted.get(dependency);
      const conflict = wanted?.kind === 'interface' ? this.export(wanted) : this.#require(dependency, item);
      if (conflict) return [item.interface, ...conflict];
    }
    if (item.key === undefined && this.#required.has(item.interface)) return [item.interface];
    this.exports.set(key, item);
    return undefined;
  }

  #require(target: Interface, importer: WorldInterface): Conflict | undefined {
    if (this.exports.has(target)) return [target];
    if (this.#required.has(target)) return undefined;
    for (const dependency of dependenciesOf(target)) {
      const conflict = this.#require(dependency, importer);
      if (conflict) return [target, ...conflict];
    }
    this.#required.add(target);
    if (!this.imports.has(target)) this.imports.set(target, impliedItem(target, importer));
    return undefined;
  }
}

function reportTransitive(item: WorldInterface, conflict: Conflict, cx: ExportContext): void {
  const last = conflict.at(-1);
  const names = conflict.map(({ name }) => `\`${name}\``).join(' → ');
  const related: Related[] = [{ span: item.origin, message: `needed here: ${names}` }];
  const hint = last && `export all interfaces on the way to \`${last.name}\`, or do not export it`;
  const values = { world: cx.world.text, interface: item.interface.name };
  cx.report(errors.exportTransitive, cx.world.span, values, { related, hint });
}
