/** String literals as the reference implementation reads them: character by character, up to the first mistake. */
import type { LexicalProblem } from './tokens.js';
import { quoted } from './rust-text.js';
import { utf8Problem } from './utf8.js';

const simpleEscapes: ReadonlyMap<string, number> = new Map([
  ['"', 0x22],
  ["'", 0x27],
  ['t', 0x09],
  ['n', 0x0a],
  ['r', 0x0d],
  ['\\', 0x5c],
]);

/** The offset after the closing quote of the literal that begins at `start`, or what is wrong with it. */
export function endOfString(text: string, start: number): number | LexicalProblem {
  const reader = new StringReader(text, start + 1);
  const bytes: number[] = [];
  for (;;) {
    const read = reader.element(bytes);
    if (read === 'end') break;
    if (read) return read;
  }
  const wrong = utf8Problem(bytes);
  if (wrong === undefined) return reader.at;
  return { kind: 'problem', text: `invalid UTF-8: ${wrong}`, at: start, isCountedInPackage: false };
}

interface Character {
  readonly text: string;
  readonly at: number;
}

type Outcome<Value> = Value | LexicalProblem;

class StringReader {
  constructor(
    readonly text: string,
    public at: number,
  ) {}

  /** Reads a character or an escape and adds its bytes; says whether that was the end. */
  element(bytes: number[]): 'end' | LexicalProblem | undefined {
    const character = this.#next();
    if (isProblem(character)) return character;
    if (character.text === '"') return 'end';
    if (character.text === '\\') return this.#escape(bytes);
    const code = character.text.charCodeAt(0);
    if (code < 0x20 || code === 0x7f) {
      return wrong(`invalid string character ${quoted(character.text)}`, character.at);
    }
    bytes.push(...new TextEncoder().encode(character.text));
    return undefined;
  }

  #escape(bytes: number[]): LexicalProblem | undefined {
    const character = this.#next();
    if (isProblem(character)) return character;
    const simple = simpleEscapes.get(character.text);
    if (simple !== undefined) {
      bytes.push(simple);
      return undefined;
    }
    if (character.text === 'u') return this.#codePoint(character.at, bytes);
    if (!isHex(character.text)) return wrong(`invalid string escape ${quoted(character.text)}`, character.at);
    const second = this.#hexDigit();
    if (isProblem(second)) return second;
    bytes.push(Number.parseInt(character.text + second.text, 16));
    return undefined;
  }

  #codePoint(at: number, bytes: number[]): LexicalProblem | undefined {
    const open = this.#expect('{');
    if (open) return open;
    const number = this.#hexNumber();
    if (typeof number !== 'number') return number;
    const isScalar = number < 0xd800 || (number > 0xdfff && number <= 0x10ffff);
    if (!isScalar) return wrong(`invalid unicode value 0x${number.toString(16)}`, at);
    bytes.push(...new TextEncoder().encode(String.fromCodePoint(number)));
    return this.#expect('}');
  }

  #hexNumber(): Outcome<number> {
    const first = this.#hexDigit();
    if (isProblem(first)) return first;
    let number = Number.parseInt(first.text, 16);
    let endsInUnderscore = false;
    for (;;) {
      const [at, character] = [this.at, this.#next()];
      if (isProblem(character)) return character;
      if (character.text === '_') {
        endsInUnderscore = true;
        continue;
      }
      if (!isHex(character.text)) {
        this.at = at;
        return endsInUnderscore ? wrong('trailing underscore in number', first.at) : number;
      }
      endsInUnderscore = false;
      number = number * 16 + Number.parseInt(character.text, 16);
      if (number > 0xffff_ffff) return wrong('number is too big to fit in a u32', character.at);
    }
  }

  #hexDigit(): Outcome<Character> {
    const character = this.#next();
    if (isProblem(character) || isHex(character.text)) return character;
    return wrong(`invalid hex digit ${quoted(character.text)}`, character.at);
  }

  #expect(expected: string): LexicalProblem | undefined {
    const character = this.#next();
    if (isProblem(character)) return character;
    return character.text === expected
      ? undefined
      : wrong(`expected character ${quoted(expected)}`, character.at);
  }

  /** The next character; a carriage return and line feed count as the latter. */
  #next(): Outcome<Character> {
    const { at } = this;
    const code = this.text.codePointAt(at);
    if (code === undefined) {
      return { kind: 'problem', text: 'unexpected end of file', at, isCountedInPackage: false };
    }
    if (this.text.startsWith('\r\n', at)) {
      this.at = at + 2;
      return { text: '\n', at };
    }
    const text = String.fromCodePoint(code);
    this.at = at + text.length;
    return { text, at };
  }
}

function isHex(character: string): boolean {
  return /^[0-9a-fA-F]$/.test(character);
}

function isProblem(outcome: Outcome<object>): outcome is LexicalProblem {
  return 'kind' in outcome;
}

/** The reference forgets in which file of the package it reads a string. */
function wrong(text: string, at: number): LexicalProblem {
  return { kind: 'problem', text, at, isCountedInPackage: true };
}
