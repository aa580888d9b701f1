/** What another component sends is checked before it becomes a value, with optimisation as without. */
import { join } from 'node:path';
import { rust } from '../../../src/backends/rust/index.js';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate } from '../../../src/driver/generate.js';
import { writeFiles } from '../../../src/driver/write.js';
import { buildFolder } from '../../support/compile.js';
import { repository } from '../../support/golden.js';
import { describeWith, mustRun, run } from '../../support/toolchains.js';

const sources = join(repository, 'test/backends/rust/wrong-values');

/** What is wrong, and what the program says of it. */
const wrong: readonly [value: string, message: string][] = [
  ['surrogate', '0xd800 from another component is no Unicode scalar value'],
  ['behind the last char', '0x110000 from another component is no Unicode scalar value'],
  ['color', '`color` from another component is in a case that it does not have'],
  ['shape', '`shape` from another component is in a case that it does not have'],
  ['option', '`option` from another component is in a case that it does not have'],
  ['text', 'a string from another component is not UTF-8'],
  ['text of a shape', 'a string from another component is not UTF-8'],
  ['chars', '0xdfff from another component is no Unicode scalar value'],
  ['colors', '`color` from another component is in a case that it does not have'],
  ['dyed', '`color` from another component is in a case that it does not have'],
  ['texts', 'a string from another component is not UTF-8'],
];

/** What is unusual, and what it means. */
const unusual: readonly [value: string, answer: number][] = [
  ['bool', 1],
  ['bools', 2],
  ['few', 3],
  ['no text', 0],
];

describeWith(['rustc'], 'an exported function', () => {
  const root = buildFolder('wrong-values');
  const program = join(root, 'program');

  beforeAll(async () => {
    const request = { wit: sources, abi: 'symmetric', backend: rust } as const;
    const { files, diagnostics } = await generate(request, nodeHost);
    expect(diagnostics).toEqual([]);
    await writeFiles(files, root, nodeHost);
    const env = { BINDINGS: join(root, 'app.rs') };
    // Optimised, so that nothing is checked that only debug assertions would find.
    mustRun('rustc', ['--edition', '2021', '-O', join(sources, 'program.rs'), '-o', program], { env });
  });

  test.each(wrong)('ends the process at a wrong %s', (value, message) => {
    const { code, output } = run(program, [value]);
    expect(output).toContain(message);
    expect(output).not.toContain('went on');
    expect(code).not.toBe(0);
  });

  test.each(unusual)('takes an unusual %s for %i', (value, answer) => {
    expect(mustRun(program, [value])).toBe(`went on with ${String(answer)}\n`);
  });
});
