/**
 * What a world imports without saying so: the interfaces whose types its items use.
 * The order of the result is that of the reference implementation, since it is the order of everything emitted.
 */
import type { Report } from '../base/diagnostics.js';
import type { Span } from '../base/source.js';
import type { Name } from '../syntax/ast.js';
import { checkCase } from './checks/case-unique-names.js';
import { dependenciesOf } from './dependencies.js';
import { elaborateExports } from './elaborate-exports.js';
import { importImplied } from './implied.js';
import { type Interface, referenceNotes, type WorldInterface, type WorldItem } from './model.js';
import type { WorldItems, WorldParts } from './world-draft.js';

/** Imports and exports with everything that they imply. */
export function elaborate(parts: WorldParts, world: Name, report: Report): WorldParts {
  checkCase(plainNames(parts.imports), report, { world: world.text, direction: 'import' });
  checkCase(plainNames(parts.exports), report, { world: world.text, direction: 'export' });
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
    imports.set(key, item.kind === 'interface' ? inheriting(item, imports.get(key)) : item);
  }
  return imports;
}

/** An import with what it inherits if it is implied already. */
function inheriting(item: WorldInterface, earlier: WorldItem | undefined): WorldInterface {
  if (earlier?.kind !== 'interface') return item;
  return { ...item, inheritedNotes: { stability: referenceNotes(earlier).stability } };
}
