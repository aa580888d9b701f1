/** A line of TypeScript, taken apart at its brackets. */

/** What stands in brackets: `separator` is what stands between its parts, and `(` may be the head of a `for`. */
export interface Group {
  readonly open: '(' | '[' | '{' | '<';
  /** The whole of it, with its brackets. */
  readonly text: string;
  readonly parts: readonly Sequence[];
  readonly separator: ',' | ';';
}

/** Text between brackets, and brackets with what is in them. */
export type Sequence = readonly (string | Group)[];

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** The parts of a line. A bracket that is closed in a later line is text. */
export function partsOf(text: string): Sequence {
  return new Reader(text).sequence();
}

class Reader {
  #at = 0;

  constructor(private readonly text: string) {}

  /** Text up to one of the characters, at which it stops, or to the end. */
  sequence(end = ''): Sequence {
    const parts: (string | Group)[] = [];
    let start = this.#at;
    while (this.#at < this.text.length) {
      const character = this.text.charAt(this.#at);
      if (end.includes(character) && !this.#isArrow()) break;
      if (`'"\``.includes(character)) this.#skipString(character);
      else if (character in closing && this.#opens(character)) {
        const [before, at] = [this.text.slice(start, this.#at), this.#at];
        const group = this.#group(character as Group['open']);
        if (group && !this.#isText(group, at)) {
          if (before !== '') parts.push(before);
          parts.push(group);
          start = this.#at;
        } else if (!group) this.#at = at + 1;
      } else this.#at++;
    }
    if (start < this.#at) parts.push(this.text.slice(start, this.#at));
    return parts;
  }

  /** Angles are brackets behind a name alone, and nothing is broken within `import('…')`. */
  #opens(character: string): boolean {
    const before = this.text.slice(Math.max(0, this.#at - 'import'.length), this.#at);
    return character === '<' ? /[\w$]$/.test(before) : character !== '(' || before !== 'import';
  }

  /** Whether it is no list, but an index or an expression in parentheses: these are text. */
  #isText({ open, parts, separator }: Group, start: number): boolean {
    const followsName = /[\w$\])>!]/.test(this.text.charAt(start - 1));
    if (open === '[') return followsName;
    if (open !== '(' || separator === ';' || followsName) return false;
    const isHead =
      this.text.slice(0, start).endsWith(' as ') || /^(?:: | => )/.test(this.text.slice(this.#at));
    const isLiteral = parts.length === 1 && typeof parts[0]?.[0] === 'object' && parts[0][0].open !== '(';
    return !isHead && !isLiteral;
  }

  #isArrow(): boolean {
    return this.text.startsWith('=>', this.#at - 1);
  }

  #group(open: Group['open']): Group | undefined {
    const [start, end] = [this.#at, closing[open] ?? ''];
    const parts: Sequence[] = [];
    const isFor = /\bfor $/.test(this.text.slice(0, start));
    let separator: Group['separator'] = isFor ? ';' : ',';
    do {
      this.#at++;
      const part = this.sequence(`${isFor ? '' : ','};${end}`);
      const stopped = this.text.charAt(this.#at);
      if (stopped === '') return undefined;
      if (stopped === ';') separator = ';';
      if (part.length > 0) parts.push(trimmed(part));
    } while (this.text.charAt(this.#at) !== end);
    this.#at++;
    return { open, text: this.text.slice(start, this.#at), parts, separator };
  }

  #skipString(quote: string): void {
    for (this.#at++; this.#at < this.text.length && this.text.charAt(this.#at) !== quote; this.#at++) {
      if (this.text.charAt(this.#at) === '\\') this.#at++;
    }
    this.#at++;
  }
}

function trimmed(sequence: Sequence): Sequence {
  const last = sequence.length - 1;
  return sequence
    .map((part, index) => {
      if (typeof part !== 'string') return part;
      const start = index === 0 ? part.trimStart() : part;
      return index === last ? start.trimEnd() : start;
    })
    .filter((part) => part !== '');
}
