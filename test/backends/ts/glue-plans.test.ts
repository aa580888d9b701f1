/** Glue for random functions, over a component that does what its plan says: values arrive, and nothing is left behind. */
import { dirname, join } from 'node:path/posix';
import fc from 'fast-check';
import typescript from 'typescript';
import { plainStyles } from '../../../src/abi/api-style.js';
import { conventions, hostConventions } from '../../../src/abi/conventions/index.js';
import { planWorld } from '../../../src/abi/plan-world.js';
import { ts } from '../../../src/backends/ts/index.js';
import { tsOptions, type TsOptions } from '../../../src/backends/ts/options.js';
import { invariant } from '../../../src/base/invariant.js';
import { readBundledFolder } from '../../../src/base/node-host.js';
import { OutputCollector } from '../../../src/emit/output.js';
import { compileTemplates } from '../../../src/emit/templates.js';
import type { User } from '../../../src/interpret/component.js';
import type { Value } from '../../../src/interpret/values.js';
import { structureOf, type Func, type Type, type TypeDecl, type World } from '../../../src/resolve/model.js';
import { typesOf, valuesOf } from '../../support/abi-types.js';
import { engine, type Module } from '../../support/interpreted-module.js';
import { scriptValue, type Look } from '../../support/ts-values.js';
import {
  declared,
  interfaceOf,
  listOf,
  parameters,
  primitive,
  record,
  text,
  worldOf,
} from '../../support/types.js';

/** Whether the host calls what the component exports, or answers what it imports. */
type Direction = 'export' | 'import';

interface Subject {
  readonly look: Look;
  readonly parameters: readonly Type[];
  readonly result: Type | undefined;
}

/** A world with a function `f` in an interface that declares all types of the function. */
function worldAround(subject: Subject, direction: Direction): World {
  const func: Func = {
    name: 'f',
    docs: undefined,
    origin: declared('f', { kind: 'resource' }).origin,
    form: { kind: 'free' },
    parameters: parameters(subject.parameters),
    result: subject.result,
    isAsync: false,
  };
  const types = [...declaredIn([...subject.parameters, ...(subject.result ? [subject.result] : [])])];
  const api = { ...interfaceOf('api'), types, functions: [func] };
  return direction === 'export' ? worldOf('w', [], [api]) : worldOf('w', [api], []);
}

function declaredIn(types: readonly Type[], found = new Set<TypeDecl>()): ReadonlySet<TypeDecl> {
  for (const type of types) {
    const structure = structureOf(type);
    if (structure.kind === 'declared') found.add(structure.decl);
    declaredIn(partsOf(structure), found);
  }
  return found;
}

function partsOf(structure: ReturnType<typeof structureOf>): readonly Type[] {
  const present = (types: readonly (Type | undefined)[]): readonly Type[] =>
    types.flatMap((type) => type ?? []);
  switch (structure.kind) {
    case 'list':
    case 'fixed-length-list':
      return [structure.element];
    case 'map':
      return [structure.key, structure.value];
    case 'tuple':
      return structure.items;
    case 'option':
      return [structure.inner];
    case 'result':
      return present([structure.ok, structure.err]);
    case 'declared': {
      const { definition } = structure.decl;
      if (definition.kind === 'record') return definition.fields.map(({ type }) => type);
      return definition.kind === 'variant' ? present(definition.cases.map(({ type }) => type)) : [];
    }
    default:
      return [];
  }
}

const folder = await readBundledFolder(ts.templates);
const templates = compileTemplates(folder);
const initial = Object.fromEntries(Object.entries(tsOptions).map(([name, { initial }]) => [name, initial]));

type Instantiate = (module: Module, ...others: unknown[]) => unknown;

/** What the module of the world exports, as it is emitted. */
function glueOf(world: World, look: Look): Instantiate {
  // The table has an initial value for every option.
  const options = { ...initial, ...look, emit: 'glue' } as unknown as TsOptions;
  const host = hostConventions.canonical;
  invariant(host, 'somebody opposite');
  const plan = planWorld(world, host, { ...plainStyles.std, onlyNumbersLie: true });
  const output = new OutputCollector(folder, templates);
  ts.generate(plan, options, output, undefined);
  const files = new Map(output.files.map(({ path, content }) => [path, content]));
  return new Evaluation(files).module('w.ts').instantiate as Instantiate;
}

const compiled = new Map<string, string>();

/** Emitted modules where `WebAssembly` is the interpreter. */
class Evaluation {
  readonly #modules = new Map<string, Record<string, unknown>>();

  constructor(private readonly files: ReadonlyMap<string, string>) {}

  module(path: string): Record<string, unknown> {
    const known = this.#modules.get(path);
    if (known) return known;
    const exports: Record<string, unknown> = {};
    this.#modules.set(path, exports);
    const text = this.files.get(path);
    invariant(text !== undefined, `a file ${path}`);
    const require = (name: string): unknown => this.module(join(dirname(path), name).replace(/\.js$/, '.ts'));
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- emitted text, with another engine in it
    const run = new Function('exports', 'require', 'WebAssembly', script(text));
    (run as (...values: unknown[]) => void)(exports, require, engine);
    return exports;
  }
}

function script(text: string): string {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const { outputText } = typescript.transpileModule(text, {
    compilerOptions: {
      target: typescript.ScriptTarget.ES2022,
      module: typescript.ModuleKind.CommonJS,
      verbatimModuleSyntax: false,
    },
  });
  compiled.set(text, outputText);
  return outputText;
}

/** What a call came to: what the callee got and the caller received, each as the one who gave it says, and what is left. */
interface Trip {
  readonly got: unknown;
  readonly received: unknown;
  readonly left: number;
}

function roundTrip(
  subject: Subject,
  direction: Direction,
  values: readonly Value[],
  result: Value | undefined,
): Trip {
  const world = worldAround(subject, direction);
  let got: unknown;
  const user: User = (call) => {
    got = call.arguments;
    return result;
  };
  const module: Module = { plan: planWorld(world, conventions.canonical), user };
  const instantiate = glueOf(world, subject.look);
  const given = values.map((value, index) =>
    scriptValue(subject.parameters[index] ?? text, value, subject.look),
  );
  if (direction === 'export') {
    const made = instantiate(module) as { api: { f: (...values: unknown[]) => unknown } };
    const received = outcomeOf(() => made.api.f(...given), subject);
    return { got, received, left: liveIn(module) };
  }
  const f = (...all: unknown[]): unknown => {
    got = all;
    return answered(subject, result);
  };
  instantiate(module, { 'test:test/api': { f } });
  const { component } = module;
  invariant(component, 'a component');
  const [plan] = component.plan.scopes.flatMap(({ functions }) => functions);
  invariant(plan, 'a function');
  const outcome = component.call(plan, values);
  outcome.release();
  return { got, received: outcome.value, left: liveIn(module) };
}

/** Blocks that nobody has freed; what is static is there as long as the component. */
const liveIn = ({ component }: Module): number =>
  component?.heap.live.filter(({ kind }) => kind !== 'static').length ?? -1;

/** What a call returns or throws, as a `result` where it is one. */
function outcomeOf(call: () => unknown, { result }: Subject): unknown {
  const structure = result && structureOf(result);
  if (structure?.kind !== 'result') return call();
  try {
    const val = call();
    return structure.ok ? { tag: 'ok', val } : { tag: 'ok' };
  } catch (error) {
    if (!(error instanceof Error) || !('payload' in error)) throw error;
    return structure.err ? { tag: 'err', val: error.payload } : { tag: 'err' };
  }
}

/** What a function of the host's does to answer with a value: an error is thrown. */
function answered({ result, look }: Subject, value: Value | undefined): unknown {
  if (!result || value === undefined) return undefined;
  const answer = scriptValue(result, value, look);
  if (structureOf(result).kind !== 'result') return answer;
  // Values of results are these.
  const { tag, val } = answer as { tag: 'ok' | 'err'; val?: unknown };
  if (tag === 'ok') return val;
  throw Object.assign(new Error('an error of WIT'), { payload: val });
}

const usual: Look = { flags: 'object', enums: 'wit' };

const looks = fc.record<Look>({
  flags: fc.constantFrom('object', 'bigint'),
  enums: fc.constantFrom('wit', 'screaming-snake'),
});

const subjects: fc.Arbitrary<Subject> = fc.record({
  look: looks,
  parameters: fc.array(typesOf({ resources: [], borrows: false, opaque: false }), { maxLength: 5 }),
  result: fc.option(typesOf({ resources: [], borrows: false, opaque: false }), { nil: undefined }),
});

const calls = subjects.chain((subject) =>
  fc.record({
    subject: fc.constant(subject),
    values: fc.tuple(...subject.parameters.map(valuesOf)),
    result: subject.result ? valuesOf(subject.result) : fc.constant(undefined),
  }),
);

test('functions that the component exports', () => {
  fc.assert(
    fc.property(calls, ({ subject, values, result }) => {
      const { got, received, left } = roundTrip(subject, 'export', values, result);
      expect(got).toEqual(values);
      expect(received).toEqual(
        subject.result && result !== undefined
          ? scriptValue(subject.result, result, subject.look)
          : undefined,
      );
      expect(left).toBe(0);
    }),
    { numRuns: 150 },
  );
});

test('functions that it imports', () => {
  fc.assert(
    fc.property(calls, ({ subject, values, result }) => {
      const { got, received, left } = roundTrip(subject, 'import', values, result);
      expect(got).toEqual(
        values.map((value, index) => scriptValue(subject.parameters[index] ?? text, value, subject.look)),
      );
      expect(received).toEqual(result);
      expect(left).toBe(0);
    }),
    { numRuns: 150 },
  );
});

const anything = fc.anything({
  maxDepth: 3,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** A function with one parameter, and a value of its type. */
const oneParameter = typesOf({ resources: [], borrows: false, opaque: false }).chain((type) =>
  fc.record({ type: fc.constant(type), right: valuesOf(type) }),
);

test('whatever is no value of its type is a TypeError that names its place, and the instance goes on', () => {
  let refused = 0;
  fc.assert(
    fc.property(oneParameter, anything, ({ type, right }, wrong) => {
      const subject: Subject = {
        look: usual,
        parameters: [type],
        result: undefined,
      };
      const world = worldAround(subject, 'export');
      const got: (readonly Value[])[] = [];
      const user: User = (call) => {
        got.push(call.arguments);
        return undefined;
      };
      const module: Module = { plan: planWorld(world, conventions.canonical), user };
      const { api } = glueOf(world, subject.look)(module) as {
        api: { f: (value: unknown) => void };
      };
      const error = thrownBy(() => {
        api.f(wrong);
      });
      if (error !== undefined) {
        refused++;
        expect(String(error)).toMatch(/^TypeError: p0.* must be .*, not /);
      }
      api.f(scriptValue(type, right, subject.look));
      expect(got.at(-1)).toEqual([right]);
    }),
    { numRuns: 150 },
  );
  expect(refused).toBeGreaterThan(75);
});

test('an array that says of its length what it likes is as long as its memory', () => {
  const type = listOf(record(primitive('u32')));
  const subject: Subject = { look: usual, parameters: [type], result: undefined };
  const world = worldAround(subject, 'export');
  let got: readonly Value[] = [];
  const user: User = (call) => {
    got = call.arguments;
    return undefined;
  };
  const module: Module = { plan: planWorld(world, conventions.canonical), user };
  const { api } = glueOf(world, usual)(module) as { api: { f: (value: unknown) => void } };
  const liar = new Proxy([{ f0: 1 }, { f0: 2 }], {
    get: (target, name) => (name === 'length' ? 1.5 : (Reflect.get(target, name) as unknown)),
  });
  api.f(liar);
  expect(got).toEqual([[{ f0: 1 }]]);
});

/** What a call throws, which is an error. */
function thrownBy(call: () => void): Error | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
