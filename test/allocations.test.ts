/**
 * How many allocations a call makes, on both sides of the boundary: none for what is lent, and otherwise what ownership
 * demands. The programs are those of `bench/native`, which says what each call does; here nothing is timed.
 */
import { join } from 'node:path';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { writeFiles } from '../src/driver/write.js';
import { nativeBackends } from './support/backends.js';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import { describeWith, mustRun } from './support/toolchains.js';

type Language = 'cpp' | 'rust';
type Style = 'std' | 'views';

/** What `bench/native/build.mjs` says that it has built. */
interface Built {
  readonly runner: string;
  readonly counter: string;
  readonly pairs: readonly {
    readonly consumer: Language;
    readonly provider: Language;
    readonly style: Style;
    readonly bound: string;
  }[];
}

/** Allocations of one end for one call. */
type Count = (language: Language, style: Style) => number;

const none: Count = () => 0;
/** What is made for the result: it is the caller's to free. */
const one: Count = () => 1;
/** What a function is given a copy of is its own; what it looks at is not. */
const copyOfOne: Count = (_language, style) => (style === 'std' ? 1 : 0);
/** Only C++ keeps a record with a string as the ABI does; elsewhere an array is made of the list. */
const converted: Count = (language) => (language === 'cpp' ? 0 : 1);
/** Records of views lie as they cross in Rust, too; only who receives them looks at each. */
const convertedOwners: Count = (language, style) => (language === 'rust' && style === 'std' ? 1 : 0);

const calls: readonly { readonly call: string; readonly consumer: Count; readonly provider: Count }[] = [
  { call: 'add', consumer: none, provider: none },
  { call: 'take_short_text', consumer: none, provider: copyOfOne },
  { call: 'take_long_text', consumer: none, provider: copyOfOne },
  { call: 'make_text', consumer: none, provider: one },
  { call: 'sum_numbers', consumer: none, provider: copyOfOne },
  { call: 'make_numbers', consumer: none, provider: one },
  { call: 'sum_points', consumer: none, provider: copyOfOne },
  {
    call: 'sum_entries',
    consumer: convertedOwners,
    // A copy of the list and of each of its 1,000 strings.
    provider: (language, style) => (style === 'std' ? 1001 : converted(language, style)),
  },
  {
    call: 'make_entries',
    consumer: converted,
    provider: (language, style) => 1001 + converted(language, style),
  },
  { call: 'method', consumer: none, provider: none },
  { call: 'callback', consumer: none, provider: none },
];

const programs = join(repository, 'bench/native');

async function generateAll(folder: string): Promise<void> {
  for (const backend of nativeBackends) {
    for (const api of ['std', 'views'] as const) {
      for (const world of ['provider', 'consumer']) {
        // In C++ a record is looked at as it lies, in Rust as a struct of views.
        const options =
          backend.id === 'rust' && api === 'views' ? { ownership: 'borrowing-duplicate-if-necessary' } : {};
        const wit = join(programs, 'wit');
        const request = { wit, world, abi: 'symmetric', api, lints: 'compat', backend, options } as const;
        const { files, diagnostics } = await generate(request, nodeHost);
        expect(diagnostics).toEqual([]);
        // The class of the exported resource is the programs' own.
        const generated = files.filter(({ write }) => write === 'always');
        await writeFiles(generated, join(folder, `${backend.id}-${api}`, world), nodeHost);
      }
    }
  }
}

describeWith(['g++', 'rustc'], 'allocations', () => {
  const root = buildFolder('allocations');
  let built: Built = { runner: '', counter: '', pairs: [] };

  beforeAll(async () => {
    await generateAll(join(root, 'bindings'));
    const build = join(programs, 'build.mjs');
    const printed = mustRun(process.execPath, [build, join(root, 'bindings'), join(root, 'out')]);
    // What the program beside its source prints; every test here reads all of it.
    built = JSON.parse(printed) as Built;
  });

  test('are counted in every pairing and style', () => {
    expect(built.pairs).toHaveLength(8);
  });

  test.each(calls)('$call', ({ call, consumer, provider }) => {
    const consumers = built.pairs.map(({ bound }) => bound);
    const counted = mustRun(built.runner, ['count', call, ...consumers], {
      env: { LD_PRELOAD: built.counter },
    });
    const pairs = built.pairs.map((pair) => `${pair.consumer} calls ${pair.provider}, ${pair.style}: `);
    const lines = counted.trim().split('\n');
    expect(lines.map((line, index) => `${pairs[index] ?? ''}${line.trim()}`)).toEqual(
      built.pairs.map((pair, index) => {
        const byConsumer = consumer(pair.consumer, pair.style);
        const byProvider = provider(pair.provider, pair.style);
        // The third is anybody else, such as the C++ library.
        return `${pairs[index] ?? ''}${String(byConsumer)} ${String(byProvider)} 0`;
      }),
    );
  });
});
