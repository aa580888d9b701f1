/** What holds for the JSON and the layout of any WIT. */
import fc from 'fast-check';
import { memoryHost } from '../../src/base/host.js';
import { printJson } from '../../src/print/json/json.js';
import { printLayout } from '../../src/print/layout.js';
import type { Features } from '../../src/resolve/gates.js';
import type { Resolved } from '../../src/resolve/model.js';
import { resolve } from '../../src/resolve/resolve.js';
import { randomWit } from '../support/random-wit.js';
import type { WitFiles } from '../support/wit.js';

/** The parts of the JSON that are looked at; docs/inspect.md describes them all. */
interface Shown {
  readonly worlds: readonly WorldShown[];
  readonly interfaces: readonly InterfaceShown[];
  readonly types: readonly TypeShown[];
  readonly packages: readonly PackageShown[];
}

interface TypeShown {
  readonly name: string | null;
  readonly kind: unknown;
  readonly owner: { readonly interface?: number; readonly world?: number } | null;
}

interface InterfaceShown {
  readonly name: string | null;
  readonly types: Readonly<Record<string, number>>;
  readonly functions: Readonly<Record<string, FunctionShown>>;
  readonly package: number;
  readonly clone_of?: number;
}

interface FunctionShown {
  readonly name: string;
  readonly kind: string | Readonly<Record<string, number>>;
  readonly params: readonly { readonly name: string; readonly type: string | number }[];
  readonly result?: string | number;
}

type ItemsShown = Readonly<
  Record<
    string,
    {
      readonly interface?: { readonly id: number };
      readonly function?: FunctionShown;
      readonly type?: number;
    }
  >
>;

interface WorldShown {
  readonly name: string;
  readonly imports: ItemsShown;
  readonly exports: ItemsShown;
  readonly package: number;
}

interface PackageShown {
  readonly interfaces: Readonly<Record<string, number>>;
  readonly worlds: Readonly<Record<string, number>>;
}

/** The ids in the kind of a type: every number, but the length of a list. */
function idsIn(kind: unknown): readonly number[] {
  if (typeof kind === 'number') return [kind];
  if (typeof kind !== 'object' || kind === null) return [];
  return Object.entries(kind).flatMap(([key, value]: [string, unknown]) =>
    key === 'fixed-length-list' && Array.isArray(value) ? idsIn(value[0]) : idsIn(value),
  );
}

/** What is wrong with the ids, one line each. */
function faults({ worlds, interfaces, types, packages }: Shown): readonly string[] {
  const found: string[] = [];
  const check = (holds: boolean, what: string): void => {
    if (!holds) found.push(what);
  };
  const checkFunction = (key: string, func: FunctionShown): void => {
    check(func.name === key, `${key} is called ${func.name}`);
    const ids = [func.params.map(({ type }) => type), func.result, func.kind].flatMap(idsIn);
    check(
      ids.every((id) => types[id] !== undefined),
      `${key} has types that are not there`,
    );
    const isMethod = key.startsWith('[method]');
    check(!isMethod || func.params[0]?.name === 'self', `${key} has no self`);
  };
  types.forEach(({ kind, owner, name }, id) => {
    check(
      idsIn(kind).every((part) => part < id),
      `type ${String(id)} stands before what it needs`,
    );
    check((owner === null) === (name === null), `type ${String(id)} has a name or an owner, but not both`);
    if (owner?.interface !== undefined) {
      const own = interfaces[owner.interface]?.types ?? {};
      check(own[name ?? ''] === id, `the owner of type ${String(id)} does not know it`);
    } else if (owner?.world !== undefined) {
      const own = worlds[owner.world]?.imports ?? {};
      check(own[name ?? '']?.type === id, `the world of type ${String(id)} does not know it`);
    }
  });
  interfaces.forEach((each, id) => {
    check(packages[each.package] !== undefined, `interface ${String(id)} has no package`);
    const isListed = Object.values(packages[each.package]?.interfaces ?? {}).includes(id);
    check(isListed === (each.name !== null), `interface ${String(id)} is listed, or has no name`);
    check((each.clone_of ?? -1) < id, `interface ${String(id)} stands before its original`);
    Object.entries(each.functions).forEach(([key, func]) => {
      checkFunction(key, func);
    });
  });
  worlds.forEach(({ name, imports, exports, package: packageId }, id) => {
    check(packages[packageId]?.worlds[name] === id, `world ${String(id)} is not listed`);
    for (const [key, item] of [...Object.entries(imports), ...Object.entries(exports)]) {
      if (item.function) checkFunction(key, item.function);
      const target = item.interface?.id;
      check(target === undefined || interfaces[target] !== undefined, `${key} leads to no interface`);
      const isNamed = /^interface-\d+$/.test(key);
      check(
        !isNamed || target === undefined || key === `interface-${String(target)}`,
        `${key} leads elsewhere`,
      );
    }
  });
  return found;
}

/** What the reference accepts, lints or not. */
async function resolved(files: WitFiles, features: Features): Promise<Resolved> {
  const { resolved: model, diagnostics } = await resolve(
    { roots: ['wit'], features, lints: 'compat' },
    memoryHost(files),
  );
  if (!model) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return model;
}

async function shown(files: WitFiles, features: Features): Promise<Shown> {
  // The shape is what docs/inspect.md says; these tests look at it.
  return JSON.parse(printJson(await resolved(files, features))) as Shown;
}

/** Whole packages take minutes to shrink; the one that fails is small enough. */
const quickly = { endOnFailure: true };

const anyFeatures = fc.constantFrom<Features>('all', new Set<string>());

test('ids lead to things that are there, and types stand after what they are made of', async () => {
  await fc.assert(
    fc.asyncProperty(randomWit(3), anyFeatures, async (files, features) => {
      expect(faults(await shown(files, features))).toEqual([]);
    }),
    { ...quickly, numRuns: 40 },
  );
});

test('the same packages are the same text', async () => {
  await fc.assert(
    fc.asyncProperty(randomWit(2), anyFeatures, async (files, features) => {
      const [first, second] = [await resolved(files, features), await resolved(files, features)];
      expect(printJson(second)).toBe(printJson(first));
      expect(printLayout(second)).toBe(printLayout(first));
    }),
    { ...quickly, numRuns: 20 },
  );
});

test('layout lines are of types in order, and four of each function', async () => {
  await fc.assert(
    fc.asyncProperty(randomWit(2), anyFeatures, async (files, features) => {
      const { types, interfaces } = await shown(files, features);
      const lines = printLayout(await resolved(files, features))
        .split('\n')
        .slice(0, -1);
      const ids = lines.flatMap((line) => /^(\d+) "/.exec(line)?.[1] ?? []).map(Number);
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
      expect(ids.every((id) => types[id] !== undefined && types[id].kind !== 'resource')).toBe(true);
      const functions = interfaces.flatMap((each) => Object.keys(each.functions));
      expect(lines.slice(ids.length).map((line) => line.split(' ')[0])).toEqual(
        functions.flatMap((name) => [name, name, name, name]),
      );
    }),
    { ...quickly, numRuns: 40 },
  );
});
