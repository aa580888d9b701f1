/** Whether a component can have the items of a world: tools ask for more than the grammar of WIT does. */
import type { Report } from '../base/diagnostics.js';
import {
  functionName,
  membersOf,
  plainName,
  sameNames,
  type ComparedName,
} from '../resolve/compared-names.js';
import { qualifiedName, type Func, type TypeDecl, type World, type WorldItem } from '../resolve/model.js';
import { abiErrors } from './errors.js';

/** Flags are one `i32`. Spec: CanonicalABI.md, `flags`. */
const mostFlags = 32;

/** Reports what tools refuse that make components of modules. */
export function checkComponent(world: World, report: Report): void {
  const items = [...world.imports, ...world.exports];
  const interfaces = new Set(items.flatMap((item) => (item.kind === 'interface' ? [item.interface] : [])));
  const types = new Set([...interfaces].flatMap((each) => each.types).concat(world.types));
  const functions = new Set([
    ...[...interfaces].flatMap((each) => each.functions),
    ...items.flatMap((item) => (item.kind === 'function' ? [item.function] : [])),
  ]);
  const scopes = [
    ...[world.imports, world.exports].map((side) => side.map(itemName)),
    ...[...interfaces].map((each) => [...each.types.map(plainName), ...each.functions.map(functionName)]),
    ...[...types].map(({ definition }) => membersOf(definition).map(plainName)),
    ...[...functions].map(({ parameters }: Func) => parameters.map(plainName)),
  ];
  for (const scope of scopes) checkHyphens(scope, report);
  for (const decl of types) checkFlags(decl, report);
}

function itemName(item: WorldItem): ComparedName {
  if (item.kind === 'function') return functionName(item.function);
  if (item.kind === 'type') return plainName(item.type);
  return plainName({ name: item.key ?? qualifiedName(item.interface), origin: item.origin });
}

/** Names that differ in case alone, or not at all, are not the ABI's business. */
function checkHyphens(names: readonly ComparedName[], report: Report): void {
  // What is then named like its resource is compared with that.
  const bare = names.map((each) => ({
    ...each,
    compared: each.compared.replaceAll('-', '').replace(/^(.+)\.\1$/, '$1'),
  }));
  for (const [item, earlier] of sameNames(bare)) {
    if (item.name.toLowerCase() === earlier.name.toLowerCase()) continue;
    const related = [{ span: earlier.origin, message: 'the other one is here' }];
    report(abiErrors.hyphenDuplicate, item.origin, { name: item.name, other: earlier.name }, { related });
  }
}

function checkFlags({ name, definition }: TypeDecl, report: Report): void {
  const excess = definition.kind === 'flags' ? definition.flags[mostFlags] : undefined;
  if (excess) report(abiErrors.componentFlags, excess.origin, { name, limit: String(mostFlags) });
}
