/** docs/formatting.md shows what the formatter does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from '../../src/format/format.js';
import { repository } from '../support/golden.js';

const page = readFileSync(join(repository, 'docs/formatting.md'), 'utf8');
const blocks = [...page.matchAll(/```wit (before|after)\n([^]*?)```/g)];

/** Each text after formatting, with the one before it, or itself where none is shown. */
const examples = blocks.flatMap(([, kind, text = ''], index) => {
  const [, kindBefore, textBefore = ''] = blocks[index - 1] ?? [];
  return kind === 'after' ? [{ before: kindBefore === 'before' ? textBefore : text, after: text }] : [];
});

test('the page has examples', () => {
  expect(examples.length).toBeGreaterThan(3);
});

test.each(examples)('example %#', ({ before, after }) => {
  expect(format({ path: 'a.wit', text: before })).toEqual({ text: after });
  expect(format({ path: 'a.wit', text: after })).toEqual({ text: after });
});
