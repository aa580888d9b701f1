/** The colours, through the engine that editors use: each token of the lexer gets the scope of its table. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type StateStack } from 'vscode-textmate';
import { scopeOfToken, signScopes, uncoloured } from '../../grammar/generate-textmate.js';
import { witLexer } from '../../grammar/parser.js';
import { commentGroup } from '../../grammar/tokens.js';
import { fixtureTexts } from '../support/fixtures.js';
import { repository } from '../support/golden.js';

const require = createRequire(import.meta.url);

let grammar: IGrammar;

beforeAll(async () => {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const path = join(repository, 'grammar/wit.tmLanguage.json');
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(readFileSync(path, 'utf8'), path)),
  });
  const loaded = await registry.loadGrammar('source.wit');
  if (!loaded) throw new Error('the colours did not load');
  grammar = loaded;
});

/** The scopes at every offset where they change, by offset. */
function coloured(text: string): (offset: number) => string {
  const starts: { readonly offset: number; readonly scopes: string }[] = [];
  let state: StateStack = textmate.INITIAL;
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    for (const { startIndex, scopes } of tokens) {
      starts.push({ offset: lineStart + startIndex, scopes: scopes.join(' ') });
    }
    state = ruleStack;
    lineStart += line.length + 1;
  }
  return (offset) => starts.findLast((start) => start.offset <= offset)?.scopes ?? '';
}

function scopesOf(text: string, part: string): string {
  return coloured(text)(text.indexOf(part));
}

test('only signs without a use have no colour', () => {
  expect(uncoloured).toEqual(['*', '+', '-']);
});

test.each(fixtureTexts())('every token of $name has the scope of its table', ({ text }) => {
  const at = coloured(text);
  const lexed = witLexer().tokenize(text);
  const wrong = lexed.tokens.filter(({ tokenType, startOffset }) => {
    const scope = scopeOfToken(tokenType);
    return scope !== undefined && tokenType.LABEL !== '@' && !at(startOffset).includes(scope);
  });
  expect(wrong.map(({ image, startOffset }) => `${image}: ${at(startOffset)}`)).toEqual([]);
  const comments = lexed.groups[commentGroup] ?? [];
  expect(comments.filter(({ startOffset }) => !at(startOffset).includes('comment.'))).toEqual([]);
});

test.each([
  ['interface parse-xml {', 'parse-xml', 'entity.name.interface'],
  ['world w-1 {', 'w-1', 'entity.name.world'],
  ['resource %record;', '%record', 'entity.name.type'],
  ['  from-string: static async func();', 'from-string', 'entity.name.function'],
  ['  field: string,', 'field', 'variable.other.member'],
  ['use a:b/c@1.2.3-rc.1.{t};', '1.2.3-rc.1', 'constant.numeric.version'],
  ['use a:b/c@1.2.3-rc.1.{t};', '.{', signScopes['.'] ?? ''],
  ['@since(version = 0.2.0)', 'since', 'entity.name.function.annotation'],
  ['@since(version = 0.2.0)', 'version', 'variable.parameter.annotation'],
  ['@external-id("a\\n")', '\\n', 'constant.character.escape'],
  ['/// docs', 'docs', 'comment.line.documentation'],
  ['/* a /* b */ c */ world', 'c', 'comment.block'],
  ['/* a /* b */ c */ world', 'world', 'storage.type.world'],
  ['f: func() -> string-like;', 'string-like', 'variable.other'],
])('in `%s`, `%s` is %s', (text, part, scope) => {
  expect(scopesOf(text, part)).toContain(`${scope}.wit`);
});
