/** Who provides what to whom, and what the symbols must be called so that a linker comes to the same answer. */
import { escapeName } from '../../../src/abi/symbols.js';

/** The native symbols of a world's component. */
export interface WorldSymbols {
  readonly world: string;
  readonly defined: readonly string[];
  readonly needed: readonly string[];
}

/** Where a component's imports come from: by name of the item, or everything that a component exports. */
interface Wiring {
  readonly named: ReadonlyMap<string, { readonly world: string; readonly item: string }>;
  readonly spread: readonly string[];
}

/** For each world, the names that symbols of its component get: those that are not listed keep theirs. */
export type Renames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * One name space has room for one provider of a name, a composition for several. Where a component defines what
 * another one defines too, or has a prefix because it also imports it, the symbols are renamed before linking.
 */
export function renamesOf(
  composition: string | undefined,
  worlds: readonly WorldSymbols[],
  runner: string,
): Renames {
  const others = worlds.map(({ world }) => world).filter((world) => world !== runner);
  const wirings =
    composition === undefined
      ? new Map([[runner, { named: new Map(), spread: others } satisfies Wiring]])
      : readComposition(composition);
  const renames = new Map(worlds.map(({ world }) => [world, new Map<string, string>()]));
  for (const { world, defined } of worlds) {
    for (const symbol of defined) {
      const name = linkName(symbol, world, worlds);
      if (name !== symbol) renames.get(world)?.set(symbol, name);
    }
  }
  for (const { world, needed, defined } of worlds) {
    for (const symbol of needed) {
      const name = providedName(symbol, wirings.get(world), worlds);
      // A program with bindings of its own for a part of the world calls without the prefix.
      for (const spelling of new Set([symbol, bare(symbol)])) {
        if (name !== undefined && name !== spelling && !defined.includes(spelling)) {
          renames.get(world)?.set(spelling, name);
        }
      }
    }
  }
  return renames;
}

/** Without the prefix that a component gives to what it imports and exports both. */
const bare = (symbol: string): string => symbol.replace(/^(?:imp|exp)_/, '');

/** What a symbol that a component defines is called where all are together. */
function linkName(symbol: string, world: string, worlds: readonly WorldSymbols[]): string {
  const name = bare(symbol);
  const definers = worlds.filter(({ defined }) => defined.some((other) => bare(other) === name));
  return definers.length === 1 ? name : `${name}_of_${escapeName(world)}`;
}

/** What a symbol that a component needs is called by the component that the composition takes it from. */
function providedName(
  symbol: string,
  wiring: Wiring | undefined,
  worlds: readonly WorldSymbols[],
): string | undefined {
  const { item, rest } = partsOf(bare(symbol));
  const named = wiring?.named.get(item);
  const candidates = named ? [named.world] : (wiring?.spread ?? []);
  const isIt = named
    ? (other: string): boolean => partsOf(other).item === named.item && partsOf(other).rest === rest
    : (other: string): boolean => other === bare(symbol);
  for (const world of candidates) {
    const definition = worlds
      .find((provider) => provider.world === world)
      ?.defined.find((other) => isIt(bare(other)));
    if (definition !== undefined) return linkName(definition, world, worlds);
  }
  return undefined;
}

/** The item of a world that a symbol belongs to, by its last name, escaped, and the function inside it. */
function partsOf(symbol: string): { readonly item: string; readonly rest: string } {
  const separator = symbol.indexOf('X00');
  if (separator === -1) return { item: symbol, rest: '' };
  const module = symbol.slice(0, separator);
  const item = module.split('X2F').at(-1)?.split('X40')[0] ?? module;
  return { item, rest: symbol.slice(separator) };
}

const instance = /let\s+[a-z0-9-]+\s*=\s*new\s+[a-z0-9-]+:([a-z0-9-]+)\s*\{([^}]*)\}/g;

/** The wiring of every component by its world. Arguments that hand on types alone have no symbols. */
function readComposition(text: string): ReadonlyMap<string, Wiring> {
  const instances = [...text.matchAll(/let\s+([a-z0-9-]+)\s*=\s*new\s+[a-z0-9-]+:([a-z0-9-]+)/g)];
  const worldOf = new Map(instances.map(([, name = '', world = '']) => [name, world]));
  return new Map(
    [...text.matchAll(instance)].map(([, world = '', body = '']) => {
      const named = new Map<string, { world: string; item: string }>();
      const spread: string[] = [];
      for (const argument of body.split(',').map((part) => part.trim())) {
        const one = /^([a-z0-9-]+)\s*:\s*([a-z0-9-]+)\.([a-z0-9-]+)$/.exec(argument);
        const all = /^\.\.\.([a-z0-9-]+)$/.exec(argument);
        if (one) {
          const [, item = '', from = '', its = ''] = one;
          named.set(escapeName(item), { world: worldOf.get(from) ?? from, item: escapeName(its) });
        } else if (all) spread.push(worldOf.get(all[1] ?? '') ?? '');
      }
      return [world, { named, spread }];
    }),
  );
}
