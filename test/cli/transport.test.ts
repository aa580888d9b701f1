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
  const { code, err } = await said('--abi', 'symmetric', '--lang', 'ts', '--transport', 'carrier');
  expect(code).toBe(1);
  expect(err).toMatch(/^error\[option-value\]: `carrier` is no value for option `transport`/);
  expect(err).toContain('koffi|napi|wasm');
  expect(err).toMatch(/\n1 error\n$/);
});
