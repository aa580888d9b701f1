/** What is broken over lines as rustfmt breaks it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveLines, fitted } from '../../../src/backends/rust/fitting.js';
import { buildFolder } from '../../support/compile.js';
import { describeWith, mustRun } from '../../support/toolchains.js';

describeWith(['rustfmt'], 'rustfmt', () => {
  test('derives of every length, at the margin and inside modules', () => {
    const derives = (columns: number): readonly string[] =>
      Array.from({ length: 60 }, (_, more) => ['Clone', 'Debug', `a::${'b'.repeat(more + 30)}`]).flatMap(
        (paths, at) => [...deriveLines(paths, columns), `pub struct A${String(at)};`, ''],
      );
    const nested = derives(8).map((line) => (line === '' ? '' : `        ${line}`));
    const text = [...derives(0), 'mod a {', '    mod b {', ...nested.slice(0, -1), '    }', '}', ''].join(
      '\n',
    );
    expect(text).toMatch(/\n#\[derive\(\n {4}Clone, Debug, a::b+,\n\)\]\n[^]*\n {12}Debug,\n/);
    const file = join(buildFolder('derives'), 'derives.rs');
    writeFileSync(file, text);
    mustRun('rustfmt', ['--check', '--edition', '2021', file]);
  });
});

test('words of flags that do not fit stay an expression, not a list of arguments', () => {
  const line =
    'Forty::from_bits_truncate(u64::from(first_word as u32) | (u64::from(second_word as u32) << 32)),';
  expect(fitted([line], 12)).toEqual([
    'Forty::from_bits_truncate(',
    '    u64::from(first_word as u32) | (u64::from(second_word as u32) << 32),',
    '),',
  ]);
  expect(fitted([line], 44)).toEqual([
    'Forty::from_bits_truncate(',
    '    u64::from(first_word as u32)',
    '        | (u64::from(second_word as u32) << 32),',
    '),',
  ]);
});
