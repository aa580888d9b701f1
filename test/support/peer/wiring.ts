/** Reading compositions: who gets what from whom. */

/** An item of a component, or what is inside it. */
export interface Source {
  readonly world: string;
  /** The name of the item and those of what is inside it, without packages and versions. */
  readonly path: readonly string[];
}

/** Where a component's imports come from. */
export interface Wiring {
  /** By the last name of the import. */
  readonly named: ReadonlyMap<string, Source>;
  /** The worlds of components of which it gets everything that it asks for by the same whole name. */
  readonly spread: readonly string[];
}

/** The wiring of every component by its world; without a composition, the runner takes everything from all others. */
export function wiringsOf(
  composition: string | undefined,
  worlds: readonly string[],
  runner: string,
): ReadonlyMap<string, Wiring> {
  if (composition !== undefined) return readComposition(composition);
  return new Map([[runner, { named: new Map(), spread: worlds.filter((world) => world !== runner) }]]);
}

const instance = /let\s+([a-z0-9-]+)\s*=\s*new\s+[a-z0-9-]+:([a-z0-9-]+)\s*\{([^}]*)\}/g;
const argumentByName = /^([a-z0-9-]+)\s*:\s*([a-z0-9-]+)((?:\.[a-z0-9-]+)+)$/;
const everythingOf = /^\.\.\.([a-z0-9-]+)$/;

/** As much of the language of wac as the tests use: instances, with arguments by name and all of another's exports. */
function readComposition(text: string): ReadonlyMap<string, Wiring> {
  const instances = [...text.matchAll(instance)];
  const worldOf = new Map(instances.map(([, name = '', world = '']) => [name, world]));
  return new Map(
    instances.map(([, , world = '', body = '']) => {
      const named = new Map<string, Source>();
      const spread: string[] = [];
      for (const argument of body.split(',').map((part) => part.trim())) {
        const [, name, from = '', path = ''] = argumentByName.exec(argument) ?? [];
        const [, whole] = everythingOf.exec(argument) ?? [];
        if (name !== undefined) {
          named.set(name, { world: worldOf.get(from) ?? from, path: path.split('.').slice(1) });
        } else if (whole !== undefined) spread.push(worldOf.get(whole) ?? whole);
      }
      return [world, { named, spread }];
    }),
  );
}
