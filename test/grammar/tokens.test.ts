import { makeLexer, witLexer, WitParser } from '../../grammar/parser.js';
import { keyword, keywords } from '../../grammar/tokens.js';

/** Token names and texts of some WIT. */
function tokens(text: string): readonly string[] {
  return witLexer()
    .tokenize(text)
    .tokens.map((token) => `${token.tokenType.name} ${token.image}`);
}

test.each(keywords)('%s is a keyword, and the start of longer words', (word) => {
  const [token, longer] = witLexer().tokenize(`${word} ${word}-x`).tokens;
  expect(token?.tokenType).toBe(keyword(word));
  expect(longer?.tokenType.name).toBe('Identifier');
});

test('a version ends before a dot that no version part follows', () => {
  expect(tokens('1.0.0-rc.1+b.{')).toEqual(['Semver 1.0.0-rc.1+b', 'Period .', 'LeftBrace {']);
});

test('a version may contain keywords', () => {
  expect(tokens('1.0.0-async.use')).toEqual(['Semver 1.0.0-async.use']);
});

test('digits and letters are two tokens', () => {
  expect(tokens('1a')).toEqual(['Integer 1', 'Identifier a']);
});

test('an arrow ends a word', () => {
  expect(tokens('a->b a-b')).toEqual(['Identifier a', 'Arrow ->', 'Identifier b', 'Identifier a-b']);
});

test('a string without its closing quote ends with the line', () => {
  expect(tokens('"a\nb')).toEqual(['StringLiteral "a', 'Identifier b']);
});

test('block comments nest', () => {
  expect(tokens('a /* b /* c */ d */ e')).toEqual(['Identifier a', 'Identifier e']);
});

test('the tokens and rules are sound', () => {
  expect(() => makeLexer({ isChecked: true })).not.toThrow();
  expect(() => new WitParser({ isChecked: true })).not.toThrow();
});
