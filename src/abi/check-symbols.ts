/** Whether what a world defines and needs can be told apart by the linker, from each other and from the C library. */
import type { Report } from '../base/diagnostics.js';
import { isSameSpan } from '../base/source.js';
import { ownerInEveryProgram } from './c-library.js';
import { abiErrors } from './errors.js';
import type { NativeSymbol, WorldPlan } from './plan.js';

/** Reports everything that cannot be linked as the world means it. */
export function checkSymbols({ symbols }: WorldPlan, report: Report): void {
  checkClashes(symbols, report);
  checkLibrary(symbols, report);
}

/** Reports what would share a native symbol with something else. */
function checkClashes(symbols: readonly NativeSymbol[], report: Report): void {
  const first = new Map<string, NativeSymbol>();
  const reported = new Set<string>();
  for (const here of symbols) {
    const there = first.get(here.symbol);
    if (!there) first.set(here.symbol, here);
    if (!there || isSameThing(there, here)) continue;
    // Interfaces whose functions meet have one fingerprint, too: that adds nothing.
    const modules = JSON.stringify([there.module, here.module]);
    if (here.kind === 'fingerprint' && reported.has(modules)) continue;
    reported.add(modules);
    const related = [{ span: there.origin, message: 'the first is here' }];
    const values = { one: fullName(there), other: fullName(here), symbol: here.symbol };
    report(abiErrors.symbolClash, here.origin, values, { related, hint: clashHint(there, here) });
  }
}

/** An import that is only implied is one symbol with the export on purpose (docs/adr/0003). */
const isSameThing = (one: NativeSymbol, other: NativeSymbol): boolean =>
  !other.onBothSides && one.kind === other.kind && isSameSpan(one.origin, other.origin);

/** `demo:app/api#[method]counter.add`. */
const fullName = ({ module, name }: NativeSymbol): string =>
  module === undefined ? name : `${module}#${name}`;

function clashHint(one: NativeSymbol, other: NativeSymbol): string | undefined {
  const isOfWorld = one.module === undefined || other.module === undefined;
  return isOfWorld ? 'functions of the world get a prefix with `--world-prefix`' : undefined;
}

/** Warns of symbols that the C library has: only functions of the world have no interface in their symbol. */
function checkLibrary(symbols: readonly NativeSymbol[], report: Report): void {
  for (const { module, kind, name, symbol, direction, origin } of symbols) {
    if (module !== undefined || kind !== 'function') continue;
    const owner = ownerInEveryProgram(symbol);
    if (owner === undefined) continue;
    const does = direction === 'export' ? 'hides' : 'calls';
    const hint = 'give the functions of the world a prefix with `--world-prefix`';
    report(abiErrors.librarySymbol, origin, { name, symbol, owner, does }, { hint });
  }
}
