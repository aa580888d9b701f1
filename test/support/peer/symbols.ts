/** The symbols of compiled programs: which there are, and what they are called when components are together. */
import { nativeSymbol } from '../../../src/abi/symbols.js';
import { step } from './tools.js';

/** The functions of interfaces that compiled files define, also those of bindings that a program has made for itself. */
export function interfaceSymbols(files: readonly string[]): readonly string[] {
  const rows = step('link', 'nm', ['--defined-only', ...files]).split('\n');
  return rows.flatMap((row) => /^\w+ [TW] ((?!_R|_Z)\w+X00\w+)$/.exec(row)?.[1] ?? []);
}

/** Gives symbols the names that others look for. */
export function renameSymbols(files: readonly string[], renames: ReadonlyMap<string, string>): void {
  for (const file of files) rename(file, renames);
}

/** objcopy refuses two symbols that become one, even if only one is there. */
function rename(file: string, renames: ReadonlyMap<string, string>): void {
  const rows = step('link', 'nm', [file]).matchAll(/^[\da-f ]+ [A-Za-z] (\S+)$/gm);
  const present = [...rows].map(([, symbol = '']) => symbol);
  const renamed = [...new Set(present)].flatMap((symbol) => {
    const native = nativeName(symbol);
    const name = renames.get(native) ?? native;
    return name === symbol ? [] : [`--redefine-sym=${symbol}=${name}`];
  });
  if (renamed.length > 0) step('link', 'objcopy', [...renamed, file]);
}

/** A function that a program exports by hand, under its name in WebAssembly, as it is called natively. */
function nativeName(symbol: string): string {
  const [module, name] = symbol.split('#');
  return module === undefined || name === undefined ? symbol : nativeSymbol(module, name);
}
