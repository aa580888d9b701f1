/** Whatever stands in a file: formatting it twice is formatting it once, and it says the same as before. */
import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors } from '../../src/base/diagnostics.js';
import { format } from '../../src/format/format.js';
import { parseText } from '../../src/syntax/parse.js';
import { corpusFolder, hasCorpus } from '../support/corpus.js';
import { repository } from '../support/golden.js';
import { meaningOf } from '../support/meaning.js';
import { randomWit } from '../support/random-wit.js';

/** All files of WIT below a folder that have no syntax errors. */
function witFilesBelow(folder: string): readonly (readonly [path: string, text: string])[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.wit'))
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const)
    .filter(([path, text]) => !hasErrors(parseText({ path, text }).diagnostics));
}

function formatted(text: string): string {
  const result = format({ path: 'a.wit', text });
  if ('diagnostics' in result) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.text;
}

function expectSameMeaning(text: string): void {
  const once = formatted(text);
  expect(meaningOf(once)).toEqual(meaningOf(text));
  expect(formatted(once)).toBe(once);
  expect(once).toMatch(/^(?:|[^]*[^\n]\n)$/);
  expect(withoutComments(once)).not.toMatch(/[ \t]$|\n\n\n|\t|\r/m);
}

/** A text with a star for each comment. */
function withoutComments(text: string): string {
  const comments = [...parseText({ path: 'a.wit', text }).commentsBefore.values()].flat();
  const ends = [0, ...comments.map(({ span }) => span.end)];
  return ends.map((end, index) => text.slice(end, comments[index]?.span.start)).join('*');
}

const fixtures = witFilesBelow(join(repository, 'test/fixtures'));
const corpus = witFilesBelow(corpusFolder);

test('there are files to format', () => {
  expect(fixtures.length).toBeGreaterThan(50);
});

test.each(fixtures)('fixture %s says the same', (_, text) => {
  expectSameMeaning(text);
});

(hasCorpus ? describe : describe.skip)('the corpus', () => {
  test('has files', () => {
    expect(corpus.length).toBeGreaterThan(400);
  });

  test.each(corpus)('%s says the same', (_, text) => {
    expectSameMeaning(text);
  });
});

/** What may stand between two tokens, with a comment that is told from others by a number. */
const pieces: readonly ((number: number) => string)[] = [
  (number) => ` /* ${String(number)} */ `,
  (number) => ` /* ${String(number)} */`,
  (number) => ` // ${String(number)} \t\n`,
  (number) => `\n  /// ${String(number)}\n`,
  (number) => `\n\n\n// ${String(number)}\n\n\n`,
  (number) => `\n/* ${String(number)} */\n`,
  (number) => `\n    /**\n       two ${String(number)}\n    */\n`,
  (number) => ` /*\n      * stars ${String(number)}  \n * and /* nested */ \n  */ `,
  (number) => ` /* ${String(number)} */ // ${String(number)}\r\n`,
  (number) => `\n   /** ${String(number)}\r\n  lines\r\n */ /* */ //\n`,
  () => '\n',
  () => '\n\n\n\n',
  () => ' \t ',
];

/** A text with comments, spaces and line ends between its tokens, and commas at the end of some lists. */
const disturbed = (text: string, choices: fc.Arbitrary<number>): fc.Arbitrary<string> => {
  const { tokens } = parseText({ path: 'a.wit', text });
  return fc.array(choices, { minLength: tokens.length + 1, maxLength: tokens.length + 1 }).map((chosen) => {
    let previousEnd = 0;
    const parts = tokens.map((token, index) => {
      const gap = text.slice(previousEnd, token.startOffset);
      previousEnd = token.startOffset + token.image.length;
      const isAsWritten = chosen[index] === undefined || chosen[index] >= pieces.length;
      return (isAsWritten ? gap : (pieces[chosen[index] ?? 0]?.(index) ?? '')) + token.image;
    });
    const last = pieces[chosen.at(-1) ?? 0]?.(tokens.length) ?? '';
    return parts.join('') + last;
  });
};

const someGaps = fc.nat({ max: pieces.length * 5 });
const mostGaps = fc.nat({ max: pieces.length });

const everyConstruct = readFileSync(join(repository, 'test/format/fixtures/every-construct.wit'), 'utf8');

test('comments and white space between any two tokens survive, and the docs are the same', () => {
  fc.assert(
    fc.property(
      fc.oneof(disturbed(everyConstruct, someGaps), disturbed(everyConstruct, mostGaps)),
      (text) => {
        expectSameMeaning(text);
      },
    ),
    { numRuns: 60 },
  );
});

test('so it is in random WIT', () => {
  const texts = randomWit(1).chain((files) => disturbed(files['wit/main.wit'] ?? '', someGaps));
  fc.assert(fc.property(texts, expectSameMeaning), { numRuns: 60 });
});

/** A text with parts cut out, doubled or put elsewhere. */
const mutated = fc
  .array(fc.tuple(fc.nat(), fc.nat({ max: 60 }), fc.constantFrom('cut', 'doubled')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((edits) =>
    edits.reduce((text, [at, length, edit]) => {
      const start = at % (text.length + 1);
      const part = text.slice(start, start + length);
      const rest = text.slice(start + length);
      return text.slice(0, start) + (edit === 'cut' ? '' : part + part) + rest;
    }, everyConstruct),
  );

test('any other text is refused, or says the same', () => {
  fc.assert(
    fc.property(fc.oneof(mutated, fc.string({ unit: 'binary' })), (text) => {
      if ('text' in format({ path: 'a.wit', text })) expectSameMeaning(text);
    }),
    { numRuns: 200 },
  );
});
