/** Who provides what to whom, and what the symbols must be called so that a linker comes to the same answer. */
import { escapeName } from '../../../src/abi/symbols.js';
import { wiringsOf, type Wiring } from './wiring.js';

/** The native symbols of a world's component. */
export interface WorldSymbols {
  readonly world: string;
  readonly defined: readonly string[];
  readonly needed: readonly string[];
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
  const wirings = wiringsOf(composition, namesOf(worlds), runner);
  const renames = new Map(worlds.map(({ world }) => [world, new Map<string, string>()]));
  for (const { world, defined } of worlds) {
    for (const symbol of defined) {
      const name = linkName(symbol, world, worlds);
      if (name !== symbol) renames.get(world)?.set(symbol, name);
    }
  }
  for (const { world, needed, defined } of worlds) {
    for (const symbol of needed) {
      const provider = providerOf(symbol, wirings.get(world), worlds);
      const name = provider && linkName(provider.symbol, provider.world, worlds);
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

/**
 * The worlds in an order in which the linker and the loader come to the composition's answer by themselves, each before those that
 * it takes something from; undefined if they do not. A plain name means the first component that has it, what the generated
 * forwarding functions call is in the next one.
 */
export function linkOrder(
  composition: string | undefined,
  worlds: readonly WorldSymbols[],
  runner: string,
): readonly string[] | undefined {
  const wirings = wiringsOf(composition, namesOf(worlds), runner);
  const providers = (world: WorldSymbols): readonly (readonly [string, Provider])[] =>
    world.needed.flatMap((symbol) => {
      const provider = providerOf(symbol, wirings.get(world.world), worlds);
      return provider ? [[symbol, provider]] : [];
    });
  const order: WorldSymbols[] = [];
  const visit = (world: WorldSymbols): void => {
    if (order.includes(world)) return;
    const named = new Set(providers(world).map(([, provider]) => provider.world));
    worlds.filter((other) => other !== world && named.has(other.world)).forEach(visit);
    order.unshift(world);
  };
  worlds.forEach(visit);
  const isSo = order.every((world, place) =>
    providers(world).every(([symbol, provider]) => {
      const name = bare(symbol);
      const candidates = symbol === name ? order : order.slice(place + 1);
      const found = candidates.find((other) => hasPlainName(other, name));
      return found?.world === provider.world && bare(provider.symbol) === name;
    }),
  );
  return isSo ? order.map(({ world }) => world) : undefined;
}

/** Whether a component shows a function under its plain name, perhaps as another name of one with a prefix. */
const hasPlainName = ({ defined, needed }: WorldSymbols, name: string): boolean =>
  defined.includes(name) || (!needed.includes(name) && defined.some((symbol) => bare(symbol) === name));

/** Without the prefix that a component gives to what it imports and exports both. */
const bare = (symbol: string): string => symbol.replace(/^(?:imp|exp)_/, '');

/** What a symbol that a component defines is called where all are together. */
function linkName(symbol: string, world: string, worlds: readonly WorldSymbols[]): string {
  const name = bare(symbol);
  const definers = worlds.filter(({ defined }) => defined.some((other) => bare(other) === name));
  return definers.length === 1 ? name : `${name}_of_${escapeName(world)}`;
}

/** A component's function that another one takes. */
interface Provider {
  readonly world: string;
  readonly symbol: string;
}

/** What the composition takes a symbol from that a component needs. */
function providerOf(
  symbol: string,
  wiring: Wiring | undefined,
  worlds: readonly WorldSymbols[],
): Provider | undefined {
  const { item, rest } = partsOf(bare(symbol));
  const named = wiring && namedSource(item, wiring);
  const candidates = named ? [named.world] : (wiring?.spread ?? []);
  const isIt = named
    ? (other: string): boolean => partsOf(other).item === named.item && partsOf(other).rest === rest
    : (other: string): boolean => other === bare(symbol);
  for (const world of candidates) {
    const definition = worlds
      .find((provider) => provider.world === world)
      ?.defined.find((other) => isIt(bare(other)));
    if (definition !== undefined) return { world, symbol: definition };
  }
  return undefined;
}

/** Where an item comes from that a composition names. What is inside an item is a type, which has no symbols. */
function namedSource(
  item: string,
  { named }: Wiring,
): { readonly world: string; readonly item: string } | undefined {
  for (const [name, { world, path }] of named) {
    const [its] = path;
    if (escapeName(name) === item && its !== undefined && path.length === 1) {
      return { world, item: escapeName(its) };
    }
  }
  return undefined;
}

const namesOf = (worlds: readonly WorldSymbols[]): readonly string[] => worlds.map(({ world }) => world);

/** The item of a world that a symbol belongs to, by its last name, escaped, and the function inside it. */
function partsOf(symbol: string): { readonly item: string; readonly rest: string } {
  const separator = symbol.indexOf('X00');
  if (separator === -1) return { item: symbol, rest: '' };
  const module = symbol.slice(0, separator);
  const item = module.split('X2F').at(-1)?.split('X40')[0] ?? module;
  return { item, rest: symbol.slice(separator) };
}
