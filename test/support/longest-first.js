import Sequencer from '@jest/test-sequencer';

/** Suites that keep compilers busy, the longest first: `build/slowest-suites.txt` tells which those of a run were. */
const longest = [
  'runtime',
  'compile-cpp',
  'napi',
  'codegen-cpp',
  'codegen-rust',
  'wasm-runtime',
  'real-wit',
  'native-ts',
  'pairs',
  'backends/cpp/values',
  'codegen-wasm',
  'codegen-napi',
  'wasm-rust',
  'wasm-symmetric',
  'ts-shared',
  'demo',
  'codegen-ts',
  'typescript-guest',
  'browser',
  'linking',
  'mutants',
  'compile-rust',
  'backends/cpp/with',
  'backends/cpp/runtime',
  'allocations',
  'fingerprints',
  'cpp-echo',
].map((name) => `/test/${name}.test.ts`);

/**
 * Starts what takes longest first, so that all workers are busy until the end. Jest does so where it has the times of an
 * earlier run; where it has none, as in CI, it starts with the longest text, and the compilers would come last.
 */
class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    const place = ({ path }) => {
      const index = longest.findIndex((name) => path.endsWith(name));
      return index < 0 ? longest.length : index;
    };
    return sorted.sort((a, b) => place(a) - place(b));
  }
}

export { LongestFirst as default };
