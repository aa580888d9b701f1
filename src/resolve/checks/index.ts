/** All checks over the linked model, in the order in which they run. */
import type { Report } from '../../base/diagnostics.js';
import type { Span } from '../../base/source.js';
import type { Func, Interface, Package, Type, TypeDecl, WorldItem } from '../model.js';
import { partsOf } from '../parts.js';
import type { Check } from './check.js';
import { compatibleGates } from './compatible-gates.js';
import { fewFlags } from './few-flags.js';
import { limitedTypes } from './limited-types.js';
import { listHasLength } from './list-has-length.js';
import { noBorrowInResult } from './no-borrow-in-result.js';
import { noBorrowInStream } from './no-borrow-in-stream.js';
import { noEmptyChoice } from './no-empty-choice.js';
import { noEmptyRecord } from './no-empty-record.js';
import { noStreamOfChar } from './no-stream-of-char.js';
import { stronglyUnique } from './strongly-unique.js';
import { ungatedConstructs } from './ungated-constructs.js';
import { uniqueMembers } from './unique-members.js';

const checks: readonly Check[] = [
  limitedTypes,
  stronglyUnique,
  noEmptyChoice,
  noEmptyRecord,
  uniqueMembers,
  fewFlags,
  listHasLength,
  noStreamOfChar,
  noBorrowInStream,
  noBorrowInResult,
  ungatedConstructs,
  compatibleGates,
];

/** Runs every check over what a package declares. */
export function checkPackage(package_: Package, report: Report): void {
  const { interfaces, types, functions } = declarationsOf(package_);
  for (const check of checks) {
    check.package?.(package_, report);
    for (const item of interfaces) check.interface?.(item, report);
    for (const decl of types) check.type?.(decl, report);
    for (const func of functions) check.func?.(func, report);
  }
  for (const decl of types) for (const [type, at] of writtenIn(decl)) checkParts(type, at, report);
  for (const func of functions) for (const [type, at] of signatureOf(func)) checkParts(type, at, report);
}

type Written = readonly [type: Type, at: Span];

/** The types in a declaration, each with the name of the member that it belongs to. */
function writtenIn({ definition, origin }: TypeDecl): readonly Written[] {
  switch (definition.kind) {
    case 'record':
      return definition.fields.map((field) => [field.type, field.origin]);
    case 'variant':
      return definition.cases.flatMap(({ type, origin: at }): readonly Written[] =>
        type ? [[type, at]] : [],
      );
    case 'type':
      return [[definition.type, origin]];
    case 'enum':
    case 'flags':
    case 'resource':
    case 'alias':
      return [];
  }
}

function signatureOf({ parameters, result, origin }: Func): readonly Written[] {
  const written = parameters.map((parameter): Written => [parameter.type, parameter.origin]);
  return result ? [...written, [result, origin]] : written;
}

function checkParts(type: Type, at: Span, report: Report): void {
  for (const check of checks) check.part?.(type, at, report);
  for (const part of partsOf(type)) checkParts(part, at, report);
}

interface Declarations {
  readonly interfaces: readonly Interface[];
  readonly types: ReadonlySet<TypeDecl>;
  readonly functions: ReadonlySet<Func>;
}

function declarationsOf(package_: Package): Declarations {
  const items = package_.worlds.flatMap((world) => [...world.imports, ...world.exports]);
  const inline = items.flatMap((item) => inlineInterface(item) ?? []);
  const interfaces: readonly Interface[] = [...package_.interfaces, ...inline];
  return {
    interfaces,
    types: new Set([
      ...interfaces.flatMap(({ types }) => types),
      ...package_.worlds.flatMap(({ types }) => types),
    ]),
    functions: new Set([
      ...interfaces.flatMap(({ functions }) => functions),
      ...items.flatMap((item) => (item.kind === 'function' ? [item.function] : [])),
    ]),
  };
}

function inlineInterface(item: WorldItem): Interface | undefined {
  return item.kind === 'interface' && item.interface.isInline ? item.interface : undefined;
}
