/** `wit-gen inspect --format layout`: how types lie in memory and how functions are called. docs/inspect.md describes it. */
import { coreSignature, type CallForm, type CoreSignature } from '../abi/core-signature.js';
import { extentOf } from '../abi/layout.js';
import type { CoreType } from '../abi/plan.js';
import { type Resolved, unaliased } from '../resolve/model.js';
import { arenaOf } from './arena/arena.js';
import type { FunctionRow, Structure, TypeRow } from './arena/rows.js';

/** A line for each type that has values, then four for each function of an interface. */
export function printLayout(resolved: Resolved): string {
  const { types, interfaces } = arenaOf(resolved);
  const lines = [
    ...types.flatMap(typeLines),
    ...interfaces.flatMap(({ functions }) => functions.flatMap(callLines)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Handles to a resource have a size; the resource and its aliases have none that anybody here knows. */
function typeLines(row: TypeRow, id: number): readonly string[] {
  if (isResource(row)) return [];
  const on32 = extentOf(row.type, { pointerBytes: 4, handle: 'i32' });
  const on64 = extentOf(row.type, { pointerBytes: 8, handle: 'i32' });
  const sizes = `size32=${String(on32.size)} size64=${String(on64.size)}`;
  const aligns = `align32=${String(on32.align)} align64=${String(on64.align)}`;
  return [`${String(id)} "${row.name ?? '-'}" ${kindNames[row.structure.kind]} ${sizes} ${aligns}`];
}

function isResource({ structure, type }: TypeRow): boolean {
  if (structure.kind !== 'alias') return structure.kind === 'resource';
  return type.kind === 'named' && unaliased(type.decl).definition.kind === 'resource';
}

const kindNames: Readonly<Record<Structure['kind'], string>> = {
  primitive: 'type',
  string: 'type',
  'error-context': 'type',
  alias: 'type',
  list: 'list',
  'fixed-length-list': 'fixed-length list',
  map: 'map',
  tuple: 'tuple',
  option: 'option',
  result: 'result',
  future: 'future',
  stream: 'stream',
  own: 'own',
  borrow: 'borrow',
  record: 'record',
  variant: 'variant',
  enum: 'enum',
  flags: 'flags',
  resource: 'resource',
};

const callForms: Readonly<Record<string, CallForm>> = {
  GuestImport: { isExport: false, isTask: false },
  GuestExport: { isExport: true, isTask: false },
  GuestImportAsync: { isExport: false, isTask: true },
  GuestExportAsync: { isExport: true, isTask: true },
};

function callLines({ name, func }: FunctionRow): readonly string[] {
  return Object.entries(callForms).map(
    ([form, call]) => `${name} ${form} ${signatureText(coreSignature(func, call))}`,
  );
}

const coreNames: Readonly<Record<CoreType, string>> = {
  i32: 'I32',
  i64: 'I64',
  f32: 'F32',
  f64: 'F64',
  pointer: 'Pointer',
  length: 'Length',
  'pointer-or-i64': 'PointerOrI64',
};

function signatureText(signature: CoreSignature): string {
  const list = (cores: readonly CoreType[]): string => `[${cores.map((core) => coreNames[core]).join(', ')}]`;
  const parts = [
    `params: ${list(signature.parameters)}`,
    `results: ${list(signature.results)}`,
    `indirect_params: ${String(signature.hasIndirectParameters)}`,
    `retptr: ${String(signature.hasReturnPointer)}`,
  ];
  return `WasmSignature { ${parts.join(', ')} }`;
}
