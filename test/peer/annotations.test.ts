import { annotationsOf, wordsOf } from '../support/peer/annotations.js';

test('assignments, tables and lists over several lines', () => {
  const said = annotationsOf(
    [
      '//@ args = [',
      "//@   '-dHash',",
      '//@   "--with=a:b/c=d::e",',
      '//@ ]',
      '//@ async = true',
      "//@ wac = 'compose.wac'",
      '//@ [lang]',
      "//@ rustflags = '-O'",
      '',
      "//@ late = 'not at the top'",
    ].join('\n'),
  );
  expect([...said]).toEqual([
    ['args', ['-dHash', '--with=a:b/c=d::e']],
    ['async', true],
    ['wac', 'compose.wac'],
    ['lang.rustflags', '-O'],
  ]);
});

test('a text is words, a list is as it is', () => {
  expect(wordsOf('--skip foo  --std-feature')).toEqual(['--skip', 'foo', '--std-feature']);
  expect(wordsOf(['a b', 'c'])).toEqual(['a b', 'c']);
  expect(wordsOf(true)).toEqual([]);
  expect(wordsOf(undefined)).toEqual([]);
});

test('what is not understood is not passed over', () => {
  expect(() => annotationsOf('//@ args = 7\n')).toThrow('not understood as an annotation: args = 7');
});
