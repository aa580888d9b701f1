/** A short run of `npm run fuzz`: any mutation of any WIT ends in an answer. */
import { join } from 'node:path';
import { projectsIn } from './fuzz/inputs.js';
import { minimised } from './fuzz/minimise.js';
import { spoilt } from './fuzz/spoil.js';
import { complaint } from './fuzz/trial.js';
import { repository } from './support/golden.js';

const folders = [join(repository, 'test/fixtures'), join(repository, '../shared/corpus/wit/inputs')];
const [first, ...others] = projectsIn(folders);
const trials = 150;

test('spoilt WIT is answered', async () => {
  if (!first) throw new Error('no WIT to spoil');
  const seed = 20_260_000;
  for (let trial = 0; trial < trials; trial++) {
    const project = spoilt([first, ...others], seed + trial);
    const found = await complaint(project);
    expect(found === undefined ? [] : [seed + trial, found, project.files]).toEqual([]);
  }
});

test('the fuzzer finds what it looks for, and makes it small', async () => {
  const files = { 'a.wit': 'interface a { f: func(); }\nworld w { import a; export b; }\n' };
  const isBad = (project: { readonly files: Readonly<Record<string, string>> }) =>
    Promise.resolve(project.files['a.wit']?.includes('export') === true);
  expect((await minimised({ root: 'a.wit', files }, isBad)).files).toEqual({ 'a.wit': 'export' });
});

test('the same seed spoils in the same way', () => {
  if (!first) throw new Error('no WIT to spoil');
  expect(spoilt([first, ...others], 7)).toEqual(spoilt([first, ...others], 7));
  expect(spoilt([first, ...others], 7)).not.toEqual(spoilt([first, ...others], 8));
});

test('hostile sizes are answered in time', async () => {
  const texts = [
    'interface i { type t = ' + 'list<'.repeat(5_000),
    'package a:b { '.repeat(2_000),
    '{('.repeat(5_000),
    'interface i { record r { ' + 'a: u8 '.repeat(2_000) + '} }',
    'interface i { ' + 'f func() '.repeat(1_000) + '}',
    'interface i { ' + '} '.repeat(5_000),
    'world w { ' + 'import '.repeat(5_000),
    '@'.repeat(5_000),
    ';'.repeat(5_000),
    'a '.repeat(5_000),
    'interface i { f: func(' + 'fooBar: u8, '.repeat(1_000) + '); }',
    'package x:y; interface i { ' + 'type t = t; '.repeat(1_000) + '}',
  ];
  for (const text of texts) {
    const found = await complaint({ root: 'a.wit', files: { 'a.wit': text } });
    expect(found === undefined ? [] : [text.slice(0, 40), found]).toEqual([]);
  }
});
