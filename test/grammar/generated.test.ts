import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedGrammarFiles } from '../../grammar/generate.js';
import { repository } from '../support/golden.js';

test.each(Object.entries(generatedGrammarFiles()))('grammar/%s is what the rules say', (name, content) => {
  expect(readFileSync(join(repository, 'grammar', name), 'utf8')).toBe(content);
});

test('the production in the comment of each rule is the one that is parsed', () => {
  const source = readFileSync(join(repository, 'grammar/parser.ts'), 'utf8');
  const comments = [...source.matchAll(/`([a-z-]+) ::= ([^`]+)`/g)].map(([, name = '', text = '']) =>
    plain(`${name} ::= ${text}`),
  );
  const ebnf = readFileSync(join(repository, 'grammar/wit.ebnf'), 'utf8');
  const rules = ebnf.split('\n\n')[1]?.split('\n').filter(Boolean).map(plain);
  expect(comments).toEqual(rules);
});

/** Without alignment. */
function plain(production: string): string {
  return production.replace(/\s+/g, ' ').trim();
}
