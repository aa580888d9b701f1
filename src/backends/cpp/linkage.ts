/** How the functions that cross the boundary are declared. */
import type { CoreLocal, CoreType, Linkage } from '../../abi/plan.js';
import { coreTypes } from './types.js';

/** A C++ identifier for a core function. World-level symbols are bare words, which the C library may use too. */
export function linkName(linkage: Linkage): string {
  if (linkage.kind !== 'native') return `wit_${linkage.identifier}`;
  return isBare(linkage.symbol) ? `wit_${linkage.symbol}` : linkage.symbol;
}

/** Whether a symbol is not marked as WIT's by the separator of module and name. */
const isBare = (symbol: string): boolean => !symbol.includes('X00');

/** What stands before and after the prototype of a core function. */
export interface LinkMarks {
  readonly before: string;
  readonly after: string;
}

/** The marks of a function that another component defines. */
export function importMarks(linkage: Linkage): LinkMarks {
  if (linkage.kind === 'wasm-import') {
    return { before: `WIT_IMPORT("${linkage.module}", "${linkage.name}") `, after: '' };
  }
  return { before: '', after: symbolMark(linkage) };
}

/** The marks of a function that this component defines. */
export function exportMarks(linkage: Linkage): LinkMarks {
  if (linkage.kind === 'wasm-export') return { before: `WIT_EXPORT("${linkage.name}") `, after: '' };
  return { before: 'WIT_VISIBLE ', after: symbolMark(linkage) };
}

/** Where the C++ identifier is not the symbol, the symbol is said. */
function symbolMark(linkage: Linkage): string {
  return linkage.kind === 'native' && isBare(linkage.symbol) ? ` WIT_SYMBOL("${linkage.symbol}")` : '';
}

/** `int32_t name(uint8_t*, size_t)`, with names where there are some. */
export function prototype(
  linkage: Linkage,
  result: CoreType | undefined,
  parameters: readonly string[],
): string {
  return `${result ? coreTypes[result] : 'void'} ${linkName(linkage)}(${parameters.join(', ')})`;
}

/** The types of core parameters, for declarations. */
export const parameterTypes = (parameters: readonly CoreLocal[]): readonly string[] =>
  parameters.map(({ type }) => coreTypes[type]);
