/** How the functions that cross the boundary are declared. */
import type { CoreLocal, CoreType, Linkage } from '../../abi/plan.js';
import { coreTypes } from './core-types.js';

/** A C++ identifier for a core function. World-level symbols are bare words, which the C library may use too. */
export function linkName(linkage: Linkage): string {
  const symbol = symbolOf(linkage);
  return isBare(symbol) ? `wit_${symbol}` : symbol;
}

/** What a linker knows a function by; in modules, hosts know functions by other names. */
const symbolOf = (linkage: Linkage): string =>
  linkage.kind === 'native' ? linkage.symbol : linkage.identifier;

/** Whether a symbol is not marked as WIT's by the separator of module and name, which is `#` in names that hosts call. */
const isBare = (symbol: string): boolean => !/X00|X23/.test(symbol);

/** What stands before and after the prototype of a core function. */
export type LinkMarks = {
  readonly before: string;
  readonly after: string;
};

/** The marks of a function that another component defines. */
export function importMarks(linkage: Linkage): LinkMarks {
  if (linkage.kind === 'wasm-import') {
    return { before: `WIT_IMPORT("${linkage.module}", "${linkage.name}") `, after: symbolMark(linkage) };
  }
  return { before: '', after: symbolMark(linkage) };
}

/** The marks of a function that this component defines. */
export function exportMarks(linkage: Linkage): LinkMarks {
  const before = linkage.kind === 'wasm-export' ? `WIT_EXPORT("${linkage.name}") ` : 'WIT_VISIBLE ';
  return { before, after: symbolMark(linkage) };
}

/** The marks of a function that a module has once, whoever's bindings define it: it has the same symbol in all of them. */
export function onceInModuleMarks(linkage: Linkage): LinkMarks {
  return { before: exportMarks(linkage).before, after: ` WIT_SYMBOL("${symbolOf(linkage)}")` };
}

/**
 * Where the C++ identifier is not the symbol, the symbol is said. In modules, what a host calls or provides needs none, and
 * would meet the C library's function of that name.
 */
function symbolMark(linkage: Linkage): string {
  const symbol = symbolOf(linkage);
  if (!isBare(symbol)) return '';
  return linkage.kind === 'native' ? ` WIT_SYMBOL("${symbol}")` : ` WIT_NATIVE_SYMBOL("${symbol}")`;
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
