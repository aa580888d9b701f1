import { line, renderBlock, renderInline, type Block, type Inline } from '../../emit/code.js';

/** Turns code into text for one file and remembers which headers the text needs. */
export class Printer {
  readonly #needs = new Set<string>();

  text(code: Inline): string {
    const { text, needs } = renderInline(code);
    for (const each of needs) this.#needs.add(each);
    return text;
  }

  lines(code: Block): readonly string[] {
    const { text, needs } = renderBlock(code, '  ');
    for (const each of needs) this.#needs.add(each);
    return text;
  }

  /** A list of parts on one line if it fits, else one part a line. */
  call(head: Inline, parts: readonly Inline[], tail: Inline): readonly string[] {
    const texts = parts.map((part) => this.text(part));
    const [before, after] = [this.text(head), this.text(tail)];
    const oneLine = `${before}(${texts.join(', ')})${after}`;
    if (oneLine.length <= 100 || texts.length < 2) return [oneLine];
    const last = texts.length - 1;
    return this.lines([
      line(`${before}(`),
      ...texts.map((text, index) => line('    ', text, index === last ? `)${after}` : ',')),
    ]);
  }

  /** What `#include` takes, standard headers first. */
  get includes(): readonly string[] {
    return [...this.#needs].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  }
}

const rank = (header: string): number => (header.startsWith('<') ? 0 : 1);
