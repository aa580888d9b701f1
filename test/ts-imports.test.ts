/** Glue of worlds, random ones too, takes what is of the type of its imports, and nothing that lacks a function of it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import typescript from 'typescript';
import { ts } from '../src/backends/ts/index.js';
import { memoryHost } from '../src/base/host.js';
import { generate, type GenerateRequest } from '../src/driver/generate.js';
import { buildFolder } from './support/compile.js';
import { randomWit, synchronousCore } from './support/random-wit.js';
import { resolved, type WitFiles } from './support/wit.js';

/** A function or class, and the static functions of the latter. */
interface Member {
  readonly name: string;
  readonly statics: readonly string[];
}

/** What is imported, by its key among the imports. */
type Imported = ReadonlyMap<string, readonly Member[]>;

/** What the type of the imports says, as TypeScript reads it: the parameter `imports` of what makes an instance. */
function importedBy(file: string): Imported {
  const program = typescript.createProgram([file], {
    noLib: true,
    target: typescript.ScriptTarget.ES2022,
    module: typescript.ModuleKind.NodeNext,
    moduleResolution: typescript.ModuleResolutionKind.NodeNext,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  const make = module && checker.getExportsOfModule(module).find(({ name }) => name === 'instantiate');
  if (!make) throw new Error(`nothing makes an instance in ${file}`);
  const [signature] = checker.getTypeOfSymbol(make).getCallSignatures();
  const parameter = signature?.parameters.find(({ name }) => name === 'imports');
  const partsOf = (symbol: typescript.Symbol): readonly typescript.Symbol[] =>
    checker.getTypeOfSymbol(symbol).getProperties();
  return new Map(
    (parameter ? partsOf(parameter) : []).map((given) => [
      given.name,
      partsOf(given).map((each) => ({
        name: each.name,
        statics: checker.getTypeOfSymbol(each).getConstructSignatures().length
          ? partsOf(each).map(({ name }) => name)
          : [],
      })),
    ]),
  );
}

/** Whatever is imported, but for what is at a path. */
function importsWithout(imported: Imported, missing?: string): object {
  const present = (path: string): boolean => path !== missing;
  const made = [...imported].map(([key, members]) => {
    const at = `imports['${key}']`;
    const functions = members
      .filter(({ name }) => present(`${at}.${name}`))
      .map(({ name, statics }) => {
        const own = statics.filter((each) => present(`${at}.${name}.${each}`));
        const value = (): undefined => undefined;
        for (const each of own) Object.defineProperty(value, each, { value: () => undefined });
        return [name, value] as const;
      });
    return [key, Object.fromEntries(functions)] as const;
  });
  return Object.fromEntries(made);
}

/** The paths of all functions and classes. */
const pathsOf = (imported: Imported): readonly string[] =>
  [...imported].flatMap(([key, members]) =>
    members.flatMap(({ name, statics }) => {
      const at = `imports['${key}'].${name}`;
      return [at, ...statics.map((each) => `${at}.${each}`)];
    }),
  );

/** Names that classes, which are strict, must not be asked for. */
const unspeakable = /\.(arguments|caller)$/;

type Instantiate = (module: unknown, imports: object, others: unknown) => unknown;

const reached = (): never => {
  throw new Error('everything is there');
};

/** What an attempt to make an instance of no module comes to, as text. */
function failureOf(instantiate: Instantiate, module: object, imports: object): string {
  const others = { state: {}, memory: {}, add: reached, load: reached };
  try {
    instantiate(module, imports, others);
  } catch (error) {
    return String(error).replace(/^TypeError: WebAssembly\.Instance\(\).*/, 'Error: everything is there');
  }
  return 'an instance';
}

/** How to get glue, and the end of the name of the module that makes instances. */
const transports: readonly [title: string, asked: Partial<GenerateRequest>, end: string][] = [
  ['canonical glue', { abi: 'canonical', options: { emit: 'glue' } }, ''],
  ['shared modules', { abi: 'symmetric', options: { emit: 'glue', transport: 'wasm' } }, ''],
  ['addons', { abi: 'symmetric', options: { emit: 'glue', transport: 'napi' } }, '_napi'],
];

/** Leaves out one import after the other, of each world. Answers with all that was missed. */
async function missedIn(
  files: WitFiles,
  asked: Partial<GenerateRequest>,
  end: string,
): Promise<readonly string[]> {
  const missed: string[] = [];
  const { main } = await resolved(files, 'all');
  for (const { name: world } of main.worlds) {
    const request = { wit: 'wit', world, features: 'all', lints: 'compat', abi: 'canonical' } as const;
    const whole = { ...request, ...asked, backend: ts } as const;
    const folder = buildFolder('imports');
    for (const { path, content } of (await generate(whole, memoryHost(files))).files) {
      put(join(folder, path), content);
      if (/(?<!\.d)\.ts$/.test(path)) put(join(folder, path.replace(/ts$/, 'js')), scriptOf(content));
    }
    const file = join(folder, `${world}${end}`);
    const imported = importedBy(`${file}.ts`);
    // No module of WebAssembly, but an addon of these bindings as far as that is looked at.
    const [, fingerprint = '0'] =
      /checkAddon\(.*, (0x[\da-f]+)n\);/.exec(readFileSync(`${file}.ts`, 'utf8')) ?? [];
    const module = { 'wit:fingerprint': BigInt(fingerprint), instantiate: reached };
    const exported: unknown = await import(pathToFileURL(`${file}.js`).href);
    const { instantiate } = exported as { readonly instantiate: Instantiate };
    expect(failureOf(instantiate, module, importsWithout(imported))).toBe('Error: everything is there');
    for (const path of pathsOf(imported).filter((each) => !unspeakable.test(each))) {
      const message = `TypeError: ${path} must be a function, not undefined`;
      expect(failureOf(instantiate, module, importsWithout(imported, path))).toBe(message);
      missed.push(path);
    }
  }
  return missed;
}

test.each(transports)('%s of random worlds', async (_, asked, end) => {
  const missed: string[] = [];
  await fc.assert(
    fc.asyncProperty(randomWit(2, synchronousCore), async (files) => {
      missed.push(...(await missedIn(files, asked, end)));
    }),
    { numRuns: 3 },
  );
  expect(missed.length).toBeGreaterThan(0);
});

/** Every object and every class has functions of some names, and nobody has given these. */
test.each(transports)('%s of a world with names that are there anyway', async (_, asked, end) => {
  const functions = ['apply', 'bind', 'call', 'has-own-property', 'to-string', 'value-of'];
  const spelled = (kind: string): string => functions.map((name) => `${name}: ${kind}func();`).join(' ');
  const wit = `package test:names;
    interface host { ${spelled('')} resource function { ${spelled('static ')} %constructor: static func(); } }
    world app { import host; }`;
  const missed = await missedIn({ 'wit/names.wit': wit }, asked, end);
  expect(missed).toHaveLength(2 * functions.length + 2);
});

function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const scripts = new Map<string, string>();

/** One file without its types. The runtime is the same for all. */
function scriptOf(text: string): string {
  const compilerOptions = { target: typescript.ScriptTarget.ES2022, module: typescript.ModuleKind.ESNext };
  const script = scripts.get(text) ?? typescript.transpileModule(text, { compilerOptions }).outputText;
  scripts.set(text, script);
  return script;
}
