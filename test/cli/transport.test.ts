/** `--transport`, which stands for two options of TypeScript: what is said where it cannot. */
import { existsSync } from 'node:fs';
import { folder, witGenIn } from '../support/cli.js';

const wit = 'package a:b;\nworld w { import f: func(); }\n';

/** What is said of WIT without mistakes, and whether anything is written. */
async function said(...argv: readonly string[]) {
  const root = folder({ 'wit/a.wit': wit });
  const { code, err } = await witGenIn(root, 'wit', '-o', 'out', ...argv);
  return { code, err, isWritten: existsSync(`${root}/out`) };
}

test.each(['cpp', 'rust'])('transports are for TypeScript, not for %s', async (lang) => {
  expect(await said('--abi', 'symmetric', '--lang', lang, '--transport', 'koffi')).toEqual({
    code: 1,
    err: `error[option-not-found]: the ${lang} backend has no option \`--transport\`
help: \`--transport\` is for TypeScript (\`--lang ts\`)

1 error
`,
    isWritten: false,
  });
});

test('an unknown transport is one mistake', async () => {
  expect(await said('--abi', 'symmetric', '--lang', 'ts', '--transport', 'carrier')).toEqual({
    code: 1,
    err: `error[option-value]: \`carrier\` is no value for option \`--transport\` of the ts backend
help: write \`--transport koffi|napi|wasm\`

1 error
`,
    isWritten: false,
  });
});

test.each(['transport=napi', 'emit=types', 'emit=guest-types'])(
  '`--transport koffi` and `-O %s` contradict each other',
  async (option) => {
    expect(await said('--abi', 'symmetric', '--lang', 'ts', '--transport', 'koffi', '-O', option)).toEqual({
      code: 1,
      err: `error[option-contradiction]: \`--transport koffi\` and \`-O ${option}\` contradict each other
help: \`--transport koffi\` is the same as \`-O emit=glue -O transport=koffi\`

1 error
`,
      isWritten: false,
    });
  },
);

test.each([
  ['that', ['emit=glue', 'transport=koffi']],
  ['that in the end', ['emit=types', 'emit=glue', 'transport=napi', 'transport=koffi']],
])('`--transport koffi` goes with %s', async (_, options) => {
  const args = ['--abi', 'symmetric', '--lang', 'ts', '--transport', 'koffi'];
  const more = options.flatMap((option) => ['-O', option]);
  expect(await said(...args, ...more)).toEqual({ code: 0, err: '', isWritten: true });
});

test('transports are for the symmetric ABI', async () => {
  expect(await said('--abi', 'canonical', '--lang', 'ts', '--transport', 'koffi')).toEqual({
    code: 0,
    err: `warning[option-idle]: option \`transport\` does nothing under the canonical ABI
help: transports are for \`--abi symmetric\`; the core module of a component needs none

`,
    isWritten: true,
  });
});
