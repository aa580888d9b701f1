/** Joins components to one, as a composition says. */
import { Composition, type Given, type Place } from '../wasm/composition.js';
import { sort, surfaceOf, type Extern } from '../wasm/surface.js';
import type { Source, Wiring } from './wiring.js';

/** A component by the world that it was made for. */
export interface Component {
  readonly world: string;
  readonly bytes: Uint8Array;
}

/** What is known of types that compositions do not mention. */
export interface Types {
  /** A component that exports the interface of this name, which nobody else does. */
  readonly alone: (interfaceName: string) => Promise<Uint8Array>;
  /** The interfaces of which worlds use types themselves, by the names of the types. */
  readonly used: ReadonlyMap<string, string>;
}

/**
 * One component that has all of these inside and exports a function of the runner. `wirings` has an entry for each world that gets
 * something from another. Throws for what nobody provides.
 */
export async function composed(
  components: readonly Component[],
  wirings: ReadonlyMap<string, Wiring>,
  { runner, run }: { readonly runner: string; readonly run: string },
  types: Types,
): Promise<Uint8Array> {
  const whole = new Composition();
  const instances = new Map<string, Place>();
  const instanceOf = async (world: string): Promise<Place> => {
    const known = instances.get(world);
    if (known) return known;
    const { bytes } = componentOf(world, components);
    const wiring = wirings.get(world) ?? { named: new Map(), spread: [] };
    const given: Given[] = [];
    for (const wanted of surfaceOf(bytes).imports) {
      given.push([wanted.name, await provide(wanted, wiring, new Map(given))]);
    }
    const instance = whole.instantiate(bytes, given);
    instances.set(world, instance);
    return instance;
  };
  const provide = async (
    wanted: Extern,
    { named, spread }: Wiring,
    given: ReadonlyMap<string, Place>,
  ): Promise<Place> => {
    const source = named.get(lastName(wanted.name));
    if (source) return follow(source, wanted);
    for (const world of spread) {
      const { exports } = surfaceOf(componentOf(world, components).bytes);
      if (exports.some(({ name }) => name === wanted.name)) {
        return whole.alias(await instanceOf(world), wanted);
      }
    }
    const user = given.get(types.used.get(wanted.name) ?? '');
    if (user) return whole.alias(user, wanted);
    if (wanted.sort !== sort.instance) throw new Error(`nobody provides ${wanted.name}`);
    return whole.alias(whole.instantiate(await types.alone(wanted.name), []), wanted);
  };
  const follow = async ({ world, path }: Source, wanted: Extern): Promise<Place> => {
    const [item = '', inside] = path;
    const { exports } = surfaceOf(componentOf(world, components).bytes);
    const found = exports.find(({ name }) => lastName(name) === item);
    if (!found) throw new Error(`${world} does not export ${item}`);
    const place = whole.alias(await instanceOf(world), found);
    return inside === undefined ? place : whole.alias(place, { name: inside, sort: wanted.sort });
  };
  const exported = whole.alias(await instanceOf(runner), { name: run, sort: sort.function });
  whole.export(run, exported);
  return whole.bytes;
}

function componentOf(world: string, components: readonly Component[]): Component {
  const component = components.find((each) => each.world === world);
  if (!component) throw new Error(`no component for ${world}`);
  return component;
}

/** The name of an interface without its package and version; other names as they are. */
const lastName = (name: string): string => name.split('/').at(-1)?.split('@')[0] ?? name;
