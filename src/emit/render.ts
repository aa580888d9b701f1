/** Code trees as text. */
import type { Block, Inline } from './code.js';
import { headOfAll, isList, widthOf, type Layout } from './layout.js';

/** Rendered text and what it needs; collect `needs` over a file and print them once, sorted. */
export interface Rendered<Text> {
  readonly text: Text;
  readonly needs: ReadonlySet<string>;
}

/** Where lines stand, in columns: how long they may be, and how much of that stands before them. */
export interface Page {
  readonly width: number;
  readonly before: number;
}

const endless: Page = { width: Infinity, before: 0 };

/** Text of one line. */
export function renderInline(code: Inline): Rendered<string> {
  const { text, needs } = renderBlock({ line: code }, '');
  return { text: text.join(' '), needs };
}

/** Lines without line ends, indented by `unit` for every level, and broken where they are too long for the page. */
export function renderBlock(code: Block, unit: string, page = endless): Rendered<readonly string[]> {
  const needs = new Set<string>();
  const lines: string[] = [];
  printBlock(code, '', { unit, width: page.width - page.before, before: page.before, needs, lines });
  return { text: lines, needs };
}

/** What all lines have in common: their indentation, their width, and where they go. */
interface Paper {
  readonly unit: string;
  /** How much is left of it, and how much stands before it. */
  readonly width: number;
  readonly before: number;
  readonly needs: Set<string>;
  readonly lines: string[];
}

function printBlock(block: Block, prefix: string, paper: Paper): void {
  if (typeof block === 'string') paper.lines.push(block === '' ? '' : prefix + block);
  else if ('line' in block) new LinePrinter(prefix, paper).print(block.line);
  else if ('indented' in block) printBlock(block.indented, prefix + paper.unit, paper);
  else for (const part of block) printBlock(part, prefix, paper);
}

/**
 * Prints one line of a block, which may become several. To try a spelling is to print it and to take it back:
 * it fails with the first of its own lines that is too long, before it comes to the blocks within.
 */
class LinePrinter {
  #current: string;
  #trials = 0;
  #failed = false;
  /** The columns that the line leaves to what stands behind the text that it is the first line of. */
  #reserved = 0;
  #mayBeLong = false;

  constructor(
    private readonly prefix: string,
    private readonly paper: Paper,
  ) {
    this.#current = prefix;
  }

  print(code: Inline): void {
    if (this.#fits(widthOf(code))) this.#printFlat(code);
    else this.#print(code, this.prefix, 0);
    this.paper.lines.push(this.#current);
  }

  #fits(columns: number): boolean {
    return this.#current.length + columns <= this.paper.width && columns < Infinity;
  }

  #printFlat(code: Inline): void {
    if (typeof code === 'string') this.#current += code;
    else if (isList(code)) for (const part of code) this.#printFlat(part);
    else if ('need' in code) this.paper.needs.add(code.need);
    else if (code.layout === 'choice') this.#printFlat(code.among[0]);
    else if ('inside' in code) this.#printFlat(code.inside);
  }

  /** `rest` columns of the last line belong to what follows. */
  #print(code: Inline, prefix: string, rest: number): void {
    if (this.#failed) return;
    if (typeof code === 'string') this.#current += code;
    else if (isList(code)) this.#printList(code, prefix, rest);
    else if ('need' in code) this.paper.needs.add(code.need);
    else this.#printLayout(code, prefix, rest);
  }

  #printList(parts: readonly Inline[], prefix: string, rest: number): void {
    parts.forEach((part, index) => {
      if (typeof part === 'string') {
        this.#print(part, prefix, 0);
        return;
      }
      const { width, ends } = headOfAll(parts, index + 1);
      this.#print(part, prefix, ends ? width : width + rest);
    });
  }

  #printLayout(code: Layout, prefix: string, rest: number): void {
    switch (code.layout) {
      case 'break':
        this.#newLine(prefix);
        break;
      case 'nested':
        this.#print(code.inside, prefix + this.paper.unit, rest);
        break;
      case 'one-line':
        if (!this.#fits(code.width + rest)) this.#fail();
        if (!this.#failed) this.#printFlat(code.inside);
        break;
      case 'choice':
        this.#choose(code.among, prefix, rest);
        break;
      case 'within':
        this.#endLine();
        if (!this.#failed) printBlock(code.block, prefix + this.paper.unit, this.paper);
        this.#current = prefix;
        break;
      case 'packed':
        this.#pack(code.parts, code.spare, prefix);
        break;
      case 'reserved':
        this.#reserved = Math.max(this.#reserved, Math.min(rest, code.most));
        this.#print(code.inside, prefix, rest);
        this.#reserved = 0;
        break;
      case 'followed-by':
        this.#print(code.inside, prefix, code.width);
        break;
      case 'overlong':
        this.#mayBeLong = true;
        this.#print(code.inside, prefix, rest);
        break;
      case 'indentation-left':
        if (!this.#fits(this.paper.before + prefix.length + rest)) this.#fail();
    }
  }

  #choose(among: readonly Inline[], prefix: string, rest: number): void {
    const last = among.length - 1;
    const taken = among.slice(0, last).some((each) => this.#try(each, prefix, rest));
    if (!taken) this.#print(among[last] ?? '', prefix, rest);
  }

  #try(code: Inline, prefix: string, rest: number): boolean {
    if (isOneLine(code) && !this.#fits(code.width + rest)) return false;
    const [current, count, reserved, mayBeLong] = [
      this.#current,
      this.paper.lines.length,
      this.#reserved,
      this.#mayBeLong,
    ];
    this.#trials++;
    this.#print(code, prefix, rest);
    const fits = !this.#failed && (this.#mayBeLong || this.#fits(rest));
    this.#trials--;
    this.#failed = false;
    if (fits) return true;
    this.#current = current;
    this.#reserved = reserved;
    this.#mayBeLong = mayBeLong;
    this.paper.lines.length = count;
    return false;
  }

  #pack(parts: readonly Inline[], spare: number, prefix: string): void {
    parts.forEach((part, index) => {
      const isLast = index === parts.length - 1;
      const fits = this.#fits(1 + widthOf(part) + (isLast ? 0 : spare));
      if (index > 0 && !fits) this.#newLine(prefix);
      else if (index > 0) this.#current += ' ';
      this.#print(part, prefix, 0);
    });
  }

  #newLine(prefix: string): void {
    this.#endLine();
    this.#current = prefix;
  }

  #endLine(): void {
    if (!this.#mayBeLong && !this.#fits(this.#reserved)) this.#fail();
    this.#reserved = 0;
    this.#mayBeLong = false;
    this.paper.lines.push(this.#current);
  }

  /** Only trials fail: the last spelling is taken as it is. */
  #fail(): void {
    this.#failed = this.#trials > 0;
  }
}

const isOneLine = (code: Inline): code is Extract<Layout, { layout: 'one-line' }> =>
  typeof code === 'object' && 'layout' in code && code.layout === 'one-line';
