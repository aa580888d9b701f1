/**
 * The programs of `test/runtime` as components: the same sources, with bindings under the canonical ABI. Every
 * combination of languages runs in Node twice: composed to one component, whose only host is jco, and as components
 * with JavaScript between them, so that jco is the other side of every call. Runs after the first leave nothing allocated.
 * Under our own glue they run once more in Node and in a browser, and so do those in Rust with wit-bindgen's bindings, in Node.
 * Components that look at their arguments run composed only.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browser } from './support/browser.js';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import { discoverTests, plain, type PeerProgram } from './support/peer/discover.js';
import { describeWhere, describeWith, run } from './support/toolchains.js';
import { combinationsOf, Components } from './support/wasm/components.js';
import { compileCounting, type Counting } from './support/wasm/counting.js';
import { compilePeerModule } from './support/wasm/peer-modules.js';
import { complaint, runHosted, runInBrowser } from './support/wasm/run.js';
import { WasmTools } from './support/wasm/tools.js';

const root = buildFolder('wasm-runtime');
const runs = 3;

/** Tests whose worlds no component can have: there are at most 32 flags. */
const nativeOnly = new Set(['wide-flags']);

/** Tests that jco cannot stand between, and what it says. */
const jcoDefects = new Map([
  // Its script declares a variable twice in a function that takes two maps.
  ['maps', /^SyntaxError: Identifier 'i' has already been declared/],
]);

/**
 * Tests that jco can run once only, composed: it takes a component that has once owned a resource for the one that defines
 * it, and remembers that by an address, which the next run uses again.
 */
const runsOnce = new Set(['worlds']);

/** Worlds of which wit-bindgen's macro makes Rust that does not compile. */
const peerGaps = new Map([
  // Its own `Option` is then the type of that name.
  ['worlds', new Set(['runner', 'tools'])],
  // Texts are moved out of a list of fixed length.
  ['fixed-lists', new Set(['runner'])],
]);

/** What is left behind for a fault of those bindings, under jco as well. */
const peerLeaks = new Map([
  // Texts in lists of fixed length are freed by nobody.
  ['fixed-lists', /^allocated after each run: /],
]);

/** Tests that the Python package of wasmtime cannot run, and what it says. */
const wasmtimeGaps = new Map([
  // The package has no switch for them.
  ['fixed-lists', /Fixed-length lists require the component model fixed-length lists feature/],
]);

const tests = discoverTests(join(repository, 'test/runtime')).filter(({ name }) => !nativeOnly.has(name));

test('what a later run leaves behind is complained about', () => {
  const counts = (...all: readonly number[]) => all.map((blocks) => [[blocks, 8 * blocks]] as const);
  const ended = { said: [''], handles: 0 };
  expect(complaint({ ...ended, counts: counts(5, 5, 5) })).toBe('');
  expect(complaint({ ...ended, counts: counts(5, 5, 6) })).toContain('[[6,48]]');
  expect(complaint({ ...ended, counts: counts(5), handles: 2 })).toBe('2 handles are left');
  expect(complaint({ ...ended, counts: [[], []] })).toBe('no module counts');
  expect(complaint({ ...ended, counts: counts(5), said: ['it does not hold'], error: 'trap' })).toBe(
    'trap\nit does not hold',
  );
});

describeWith(['C++ for wasm32', 'Rust for wasm32', 'wasm-ld-19'], 'components', () => {
  let counting: Counting | undefined;
  const tools = new WasmTools();
  afterAll(() => tools.close());
  const sources = join(repository, 'test/support/wasm');
  const countingOnce = (): Counting => (counting ??= compileCounting(sources, root));

  describe.each(tests.map((test) => [test.name, test] as const))('%s', (name, test) => {
    const components = new Components(test, join(root, name), countingOnce, tools);
    const titled = (way: string) =>
      combinationsOf(test, way).map(
        (each) => [each.map((program) => program.name).join(' + '), each] as const,
      );
    const combinations = titled(plain);
    const lookers = titled('views');

    it('has combinations for each choice of languages', () => {
      expect(combinations).toHaveLength(2 ** (1 + test.dependencies.length));
      expect(lookers).toHaveLength(2 ** (1 + test.dependencies.length));
    });

    it.each([...combinations, ...lookers])('%s, composed', async (title, combination) => {
      const whole = await tools.transpile(await components.composed(combination), 'composed');
      const times = runsOnce.has(name) ? 1 : runs;
      expect(complaint(await runHosted([whole], join(root, name, title), times))).toBe('');
    });

    describeWhere('wasmtime for Python', 'pip install wasmtime', 'composed, in wasmtime', () => {
      it.each(combinations)('%s', async (title, combination) => {
        const file = join(root, name, `${title}.wasm`);
        writeFileSync(file, await components.composed(combination));
        const { output } = run('python3', [join(repository, 'test/support/wasm/wasmtime-run.py'), file]);
        expect(output).toMatch(wasmtimeGaps.get(name) ?? /^$/);
      });
    });

    it.each(combinations)('%s, with JavaScript between them', async (title, combination) => {
      const parts = [];
      for (const program of combination) parts.push(await components.hosted(program));
      const said = complaint(await runHosted(parts, join(root, name, `${title}, apart`), runs));
      expect(said).toMatch(jcoDefects.get(name) ?? /^$/);
    });

    it.each(combinations)('%s, under our glue', async (title, combination) => {
      const parts = [];
      for (const program of combination) parts.push(await components.glued(program));
      const outcome = await runHosted(parts, join(root, name, `${title}, glued`), runs);
      expect(complaint(outcome)).toBe('');
    });

    describeWhere(
      'wit-bindgen for wasm32',
      'bash scripts/install-toolchains.sh',
      "under our glue, those in Rust with wit-bindgen's bindings",
      () => {
        const place = join(root, name, 'wit-bindgen');
        const peers = new Components(test, place, countingOnce, tools, 'legacy', compilePeerModule);
        const isPeer = ({ language, world }: PeerProgram): boolean =>
          language === 'rust' && peerGaps.get(name)?.has(world) !== true;

        it.each(combinations.filter(([, each]) => each.some(isPeer)))('%s', async (title, combination) => {
          const parts = [];
          for (const program of combination) {
            parts.push(await (isPeer(program) ? peers : components).glued(program));
          }
          const said = complaint(await runHosted(parts, join(place, title), runs));
          expect(said).toMatch(peerLeaks.get(name) ?? /^$/);
        });
      },
    );

    describeWith([browser], 'in a browser', () => {
      it('all combinations, under our glue', async () => {
        const glued = [];
        for (const [, combination] of combinations) {
          const parts = [];
          for (const program of combination) parts.push(await components.glued(program));
          glued.push(parts);
        }
        const outcomes = await runInBrowser(glued, join(root, name, 'browser'), runs);
        expect(outcomes.map(complaint)).toEqual(combinations.map(() => ''));
      });
    });

    // Each is given values by the other, and has shapes of them in common with it.
    const hosts = [0, 1].map((parity) => (index: number) => index % 2 === parity);
    it.each(
      combinations
        .slice(1, -1)
        .flatMap(([title, each]) => hosts.map((isOurs) => [title, each, isOurs] as const)),
    )('%s, under our glue and jco in turn', async (title, combination, isOurs) => {
      const parts = [];
      for (const [index, program] of combination.entries()) {
        parts.push(await (isOurs(index) ? components.glued(program) : components.hosted(program)));
      }
      const folder = join(root, name, `${title}, ${isOurs(0) ? 'glued' : 'hosted'} first`);
      expect(complaint(await runHosted(parts, folder, runs))).toMatch(jcoDefects.get(name) ?? /^$/);
    });
  });

  // Values of every type, and what is called for resources. Rust's bindings have the names from where C++'s have them.
  const named = tests.filter(({ name }) => ['values', 'resources'].includes(name));
  test.each(named.map((each) => [each.name, each] as const))(
    '%s in C++, under our glue by standard names',
    async (name, each) => {
      const folder = join(root, name, 'standard names');
      const components = new Components(each, folder, countingOnce, tools, 'standard');
      const [combination = []] = combinationsOf(each, plain).filter((programs) =>
        programs.every(({ language }) => language === 'cpp'),
      );
      const parts = [];
      for (const program of combination) parts.push(await components.glued(program));
      expect(complaint(await runHosted(parts, join(folder, 'glued'), runs))).toBe('');
    },
  );
});
