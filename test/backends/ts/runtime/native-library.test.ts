/** What is said of a shared object that cannot be loaded, or is none of the component's. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NativeLibrary } from '../../../../templates/ts/runtime/native-library.js';
import { buildFolder } from '../../../support/compile.js';
import { describeWith, mustRun } from '../../../support/toolchains.js';

const folder = buildFolder('native-library');
const at = (name: string): string => join(folder, name);

const complaint = (path: unknown): Error => {
  try {
    new NativeLibrary(path as string).function(['answer', 'i32', []]);
  } catch (error) {
    return error as Error;
  }
  throw new Error(`${String(path)} was loaded`);
};

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
});

test.each(['', undefined, null, new URL('file:///plugin.so')])('%p is no path', (path) => {
  expect(complaint(path)).toEqual(new TypeError('a component is loaded by the path of a shared object'));
});

test('a file that is not there', () => {
  expect(complaint(at('missing.so')).message).toBe(
    `there is no shared object ${at('missing.so')}: relative paths begin in the working directory`,
  );
  const { message, cause } = complaint('wit-gen-missing.so');
  expect(message).toBe('there is no shared object wit-gen-missing.so: write ./wit-gen-missing.so for a file');
  expect(cause).toBeDefined();
});

test('a file that is no shared object', () => {
  writeFileSync(at('text.so'), 'text');
  expect(complaint(at('text.so')).message).toBe(
    `${at('text.so')} is no shared object that can be loaded here`,
  );
});

describeWith(['g++'], 'a shared object', () => {
  const link = (name: string, code: string, ...more: readonly string[]): string => {
    writeFileSync(at(`${name}.c`), code);
    mustRun('gcc', ['-shared', '-fPIC', at(`${name}.c`), ...more, '-o', at(`lib${name}.so`)]);
    return at(`lib${name}.so`);
  };

  test('that lacks a symbol', () => {
    const path = link('unprovided', 'int provided(void); int answer(void) { return provided(); }');
    expect(complaint(path).message).toBe(
      `${path} needs the symbol provided, which nothing that it is linked with has: link it with what provides that`,
    );
  });

  test('that lacks another one', () => {
    link('other', 'int provided(void) { return 1; }');
    // Without a path to look in.
    const using = 'int provided(void); int answer(void) { return provided(); }';
    const path = link('using', using, `-L${folder}`, '-lother');
    expect(complaint(path).message).toBe(
      `${path} needs libother.so, which is not found: put that beside it, and link with -Wl,-rpath,'$ORIGIN'`,
    );
  });

  test('that the linker left the component out of', () => {
    const path = link('shim', 'int nothing(void) { return 0; }');
    expect(complaint(path).message).toBe(
      `${path} has no function answer: link it with the component of this world, which -Wl,--no-as-needed keeps linkers from dropping`,
    );
  });
});
