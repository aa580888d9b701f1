/** What a world asks of the native linker: which symbols it defines, and which it expects of others. */
import { decoratedName } from '../resolve/model.js';
import type { Linkage, NativeSymbol, ScopePlan, WorldPlan } from './plan.js';
import type { Scope } from './scopes.js';
import { fingerprintName, intrinsicName } from './symbols.js';

/** Links a name of a scope as if the world had the interface on one side only. */
export type PlainLink = (scope: Scope, name: string) => Linkage;

const nameOf = (linkage: Linkage): string | undefined =>
  linkage.kind === 'native' ? linkage.symbol : undefined;

/** Everything of a scope that has a native symbol. Empty under a convention that links otherwise. */
export function symbolsOf(scope: Scope, plan: ScopePlan, plainly: PlainLink): readonly NativeSymbol[] {
  const { module, direction } = scope;
  const symbols: NativeSymbol[] = [];
  const note = (linkage: Linkage, rest: Pick<NativeSymbol, 'kind' | 'name' | 'origin'>): void => {
    if (linkage.kind !== 'native') return;
    const { symbol } = linkage;
    const onBothSides = scope.isOnBothSides(rest.name);
    symbols.push({
      symbol,
      plain: nameOf(plainly(scope, rest.name)) ?? symbol,
      direction,
      onBothSides,
      module,
      ...rest,
    });
  };
  for (const { func, linkage } of plan.functions) {
    note(linkage, { kind: 'function', name: decoratedName(func), origin: func.origin });
  }
  for (const { decl, drop } of plan.resources) {
    note(drop, { kind: 'drop', name: intrinsicName('resource-drop', decl.name), origin: decl.origin });
  }
  if (plan.fingerprint) {
    const { linkage } = plan.fingerprint;
    note(linkage, { kind: 'fingerprint', name: fingerprintName, origin: plan.owner.origin });
  }
  return symbols;
}

/** Symbols by what the linker has to do for them, sorted. Nothing stands in two lists. */
export interface SymbolTable {
  /** What other components may use. */
  readonly defined: readonly NativeSymbol[];
  /** What another component must define. */
  readonly needed: readonly NativeSymbol[];
  /** What is asked if another component defines it. */
  readonly optional: readonly NativeSymbol[];
}

/** The symbols of a world, each once. What a component both defines and calls (docs/adr/0003) is defined. */
export function symbolTable({ symbols }: WorldPlan): SymbolTable {
  const defined = bySymbol(symbols.filter(({ direction }) => direction === 'export'));
  const foreign = [...bySymbol(symbols).values()].filter(({ symbol }) => !defined.has(symbol));
  const isOptional = ({ kind }: NativeSymbol): boolean => kind === 'fingerprint';
  return {
    defined: sorted([...defined.values()]),
    needed: sorted(foreign.filter((each) => !isOptional(each))),
    optional: sorted(foreign.filter(isOptional)),
  };
}

const bySymbol = (symbols: readonly NativeSymbol[]): ReadonlyMap<string, NativeSymbol> =>
  new Map(symbols.map((each) => [each.symbol, each]));

const sorted = (symbols: readonly NativeSymbol[]): readonly NativeSymbol[] =>
  [...symbols].sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
