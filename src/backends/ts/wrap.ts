/** Emitted TypeScript as prettier leaves it, in what depends on how long lines are. */
import { partsOf, type Group, type Sequence } from './line-parts.js';

/** How long lines may be. */
const width = 100;
const unit = '  ';

/**
 * Text whose long lines are broken where prettier breaks them, and braces with nothing in them on one line. Not so: prettier
 * never leaves lists of lists, or of objects, on one line.
 */
export function lineWrapped(text: string): string {
  return text
    .replace(/\{\n\s*\}/g, '{}')
    .split('\n')
    .flatMap((line) => (line.length <= width || isComment.test(line) ? [line] : wrapLine(line)))
    .join('\n');
}

const isComment = /^\s*(?:\/\/|\/?\*)/;

function wrapLine(line: string): readonly string[] {
  const margin = /^\s*/.exec(line)?.[0] ?? '';
  const printer = new LinePrinter(margin);
  printer.statement(partsOf(line.slice(margin.length)), margin);
  return printer.end();
}

class LinePrinter {
  readonly #lines: string[] = [];
  #current: string;

  constructor(margin: string) {
    this.#current = margin;
  }

  end(): readonly string[] {
    return [...this.#lines, this.#current];
  }

  /** A statement, or what stands like one in a line of its own. */
  statement(parts: Sequence, margin: string): void {
    const assigned = assignment(parts);
    if (!assigned) {
      // What is in a part of a union stands behind its sign.
      this.#sequence(parts, textOf(parts).startsWith('| ') ? margin + unit : margin, 0);
      return;
    }
    const [left, right] = assigned;
    this.#sequence(left, margin, 0);
    const operands = unionCast(right) ? [right] : operandsOf(right);
    if (operands.length > 1) this.#operands(operands, /^export type|^type/.test(textOf(left)), margin);
    else if (this.#fits(1 + headOf(right, 0))) {
      this.#current += ' ';
      this.#sequence(right, margin, 0);
    } else {
      this.#newLine(margin + unit);
      this.#sequence(right, margin + unit, 0);
    }
  }

  /** `a | b | c` on a line of its own, or each operand on one: those of a type behind the sign, others before it. */
  #operands(operands: readonly Sequence[], isType: boolean, margin: string): void {
    const inside = margin + unit;
    this.#newLine(inside);
    const whole = operands.map(textOf).join(' | ');
    if (this.#fits(whole.length)) {
      this.#current += whole;
      return;
    }
    operands.forEach((operand, index) => {
      if (index > 0) this.#newLine(inside);
      if (isType) this.#current += '| ';
      this.#sequence(operand, isType ? inside + unit : inside, 0);
      if (!isType && index < operands.length - 1) this.#current += ' |';
    });
  }

  /** `rest` columns of the last line belong to what follows. */
  #sequence(parts: Sequence, margin: string, rest: number): void {
    const cast = unionCast(parts);
    if (cast && !this.#fits(textOf(parts).length + rest)) {
      this.#sequence(cast[0], margin, 0);
      if (this.#fits(1 + textOf(cast[1]).length + rest)) this.#current += ' ';
      else this.#newLine(margin + unit);
      this.#sequence(cast[1], margin + unit, rest);
      return;
    }
    parts.forEach((part, index) => {
      if (typeof part === 'string') this.#current += part;
      else {
        const after = parts.slice(index + 1);
        const following = isSignature(part, after) ? signatureRest(after, rest) : headOf(after, rest);
        if (!isBreakable(part) || this.#fits(part.text.length + following)) this.#current += part.text;
        else this.#group(part, margin, following);
      }
    });
  }

  #group(group: Group, margin: string, rest = 0): void {
    const { open, parts, text, separator } = group;
    const last = parts.at(-1) ?? [];
    const inside = margin + unit;
    if (open === '(' && isLiteral(parts) && !/[\w$\])>!]$/.test(this.#current)) {
      // No argument: `=> ({ … })`, in which a comma behind the literal would be an operator.
      this.#current += open;
      this.#sequence(last, margin, 1 + rest);
      this.#current += ')';
      return;
    }
    if (open === '(' && separator === ',' && isHuggable(parts)) {
      const before = parts.slice(0, -1).map((part) => `${textOf(part)}, `);
      if (this.#fits(1 + before.join('').length + 1)) {
        this.#current += `(${before.join('')}`;
        const [bracket, ...after] = last;
        if (typeof bracket === 'object') this.#group(bracket, margin);
        this.#current += `${textOf(after)})`;
        return;
      }
    }
    const isFor = open === '(' && separator === ';';
    const ending = isFor || open === '<' ? '' : separator;
    this.#current += open;
    parts.forEach((part, index) => {
      this.#newLine(inside);
      const end = index === parts.length - 1 ? ending : separator;
      this.#sequence(part, inside, end.length);
      this.#current += end;
    });
    this.#newLine(margin);
    this.#current += text.charAt(text.length - 1);
  }

  #fits(columns: number): boolean {
    return this.#current.length + columns <= width;
  }

  #newLine(margin: string): void {
    this.#lines.push(this.#current);
    this.#current = margin;
  }
}

const textOf = (parts: Sequence): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');

/** What is left and right of ` = `: `const x =` and `f(y);`. */
function assignment(parts: Sequence): readonly [Sequence, Sequence] | undefined {
  const at = parts.findIndex((part) => typeof part === 'string' && / = |^= /.test(part));
  const part = parts[at];
  if (typeof part !== 'string') return undefined;
  const sign = part.indexOf('= ');
  const right = part.slice(sign + 2);
  return [
    [...parts.slice(0, at), part.slice(0, sign + 1)],
    [...(right === '' ? [] : [right]), ...parts.slice(at + 1)],
  ];
}

/** The operands of `a | b`, the last one with what follows it. */
function operandsOf(parts: Sequence): readonly Sequence[] {
  const operands: (string | Group)[][] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string') {
      operands.at(-1)?.push(part);
      continue;
    }
    part.split(' | ').forEach((text, index) => {
      if (index > 0) operands.push([]);
      if (text !== '') operands.at(-1)?.push(text);
    });
  }
  return operands;
}

/** What is cast to a union, and the union: a line may end between them. */
function unionCast(parts: Sequence): readonly [Sequence, Sequence] | undefined {
  const at = parts.findIndex((part) => typeof part === 'string' && part.endsWith(' as '));
  const cast = parts[at];
  if (typeof cast !== 'string' || operandsOf(parts.slice(at + 1)).length < 2) return undefined;
  return [[...parts.slice(0, at), cast.trimEnd()], parts.slice(at + 1)];
}

/** How much stands on the line of what comes before, up to where it may be broken. */
function headOf(parts: Sequence, rest: number): number {
  let columns = 0;
  for (const part of parts) {
    if (typeof part !== 'string') {
      if (isBreakable(part)) return columns + 1;
      columns += part.text.length;
      continue;
    }
    if (part.endsWith(' as ') && unionCast(parts)) return columns + part.length - 1;
    columns += part.length;
  }
  return columns + rest;
}

/** Whether a group is the parameters of a function: its type is behind it, or its body. */
function isSignature({ open }: Group, [next]: Sequence): boolean {
  return open === '(' && typeof next === 'string' && /^(?:: | => )/.test(next);
}

/** The rest of a signature with its type, up to where the body may be broken. */
function signatureRest(after: Sequence, rest: number): number {
  const body = after.findIndex((part) => typeof part === 'string' && part.includes('=> '));
  if (body === -1) return textOf(after).length + rest;
  return textOf(after.slice(0, body + 1)).length + headOf(after.slice(body + 1), rest);
}

/** A type argument that is but a name stays where it is. */
function isBreakable({ open, parts }: Group): boolean {
  const [only = []] = parts;
  if (open === '<' && parts.length === 1) return only.length > 1 || textOf(only).includes(' | ');
  return parts.length > 0;
}

/** Whether there is nothing but an object or a list in brackets. */
const isLiteral = ([only = [], ...others]: readonly Sequence[]): boolean =>
  others.length === 0 && only.length === 1 && typeof only[0] === 'object' && only[0].open !== '(';

/** Whether the last argument is a literal that may be broken while the others stay in the line. */
function isHuggable(parts: readonly Sequence[]): boolean {
  const [last, before] = [opening(parts.at(-1)), opening(parts.at(-2))];
  return last !== undefined && last !== before;
}

/** The bracket that an argument begins with, if it is a literal with something in it. */
function opening([first, ...after]: Sequence = []): '{' | '[' | undefined {
  if (typeof first !== 'object' || first.parts.length === 0) return undefined;
  const isWhole = after.length === 0 || textOf(after) === ' as const';
  return isWhole && (first.open === '{' || first.open === '[') ? first.open : undefined;
}
