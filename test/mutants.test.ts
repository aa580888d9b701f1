/**
 * The pair tests can fail: each mistake below, made in the bindings on purpose, is found by the run that
 * is there to find it.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder } from './support/compile.js';
import {
  bindingsIn,
  buildAll,
  buildOne,
  generateAll,
  runPair,
  sanitized,
  sanitizerRuntime,
  type Language,
  type Pair,
} from './support/pairs.js';
import { sanitizerOptions } from './support/sanitizers.js';
import { describeWith } from './support/toolchains.js';

interface Mutant {
  readonly mistake: string;
  readonly language: Language;
  readonly world: 'provider' | 'consumer';
  readonly from: RegExp;
  readonly to: string;
  readonly pair: Pair;
  readonly found: RegExp;
}

const mutants: readonly Mutant[] = [
  {
    mistake: 'C++ never frees the outer array of a result',
    language: 'cpp',
    world: 'consumer',
    from: /wit::abi::free_array\((\w+), (\w+)\);/g,
    to: '(void)$1, (void)$2;',
    pair: { consumer: 'cpp', provider: 'rust' },
    found: /LeakSanitizer: detected memory leaks/,
  },
  {
    mistake: 'C++ takes over an argument that is only lent',
    language: 'cpp',
    world: 'provider',
    from: /wit::abi::copy_string\(/g,
    to: 'wit::abi::adopt_string(',
    pair: { consumer: 'cpp', provider: 'cpp' },
    found: /AddressSanitizer: (?:attempting|alloc-dealloc|bad-free|heap-use-after-free)/,
  },
  {
    mistake: 'Rust never frees the outer array of a result',
    language: 'rust',
    world: 'consumer',
    from: /_rt::heap::free\(result_ptr, .*\);/g,
    to: '();',
    pair: { consumer: 'rust', provider: 'cpp' },
    found: /LeakSanitizer: detected memory leaks/,
  },
];

const root = buildFolder('mutants');

describeWith(['g++', 'rustc'], 'mistakes made on purpose', () => {
  const way = { command: 'g++', ...sanitized } as const;
  const right = join(root, 'right');

  beforeAll(async () => {
    await generateAll(join(root, 'bindings'));
    buildAll(join(root, 'bindings'), right, way);
  });

  test.each(mutants)('$mistake: it is found', (mutant) => {
    const folder = join(root, mutant.mistake.replace(/\W+/g, '-'));
    cpSync(right, folder, { recursive: true });
    cpSync(join(root, 'bindings'), join(folder, 'bindings'), { recursive: true });
    const name = `${mutant.world}.${mutant.language === 'cpp' ? 'cpp' : 'rs'}`;
    const file = join(bindingsIn(join(folder, 'bindings'), mutant.language, mutant.world), name);
    const text = readFileSync(file, 'utf8');
    const mutated = text.replace(mutant.from, mutant.to);
    expect(mutated).not.toBe(text);
    writeFileSync(file, mutated);
    buildOne(mutant.language, mutant.world, join(folder, 'bindings'), folder, way);
    const preload = mutant.pair.consumer === 'rust' ? { LD_PRELOAD: sanitizerRuntime() } : {};
    const { code, output } = runPair(folder, mutant.pair, { ...sanitizerOptions, ...preload });
    expect(code).not.toBe(0);
    expect(output).toMatch(mutant.found);
  });
});
