import { join, type Block, type Inline } from '../../emit/code.js';
import { renderBlock, renderInline } from '../../emit/render.js';
import { wrapLine } from './wrap.js';

/** Turns code into text for one file and remembers which headers the text needs. */
export class Printer {
  readonly #needs = new Set<string>();

  /** Asks for a header that a template makes use of. */
  require(header: string): void {
    this.#needs.add(header);
  }

  text(code: Inline): string {
    const { text, needs } = renderInline(code);
    for (const each of needs) this.#needs.add(each);
    return text;
  }

  lines(code: Block): readonly string[] {
    const { text, needs } = renderBlock(code, '  ');
    for (const each of needs) this.#needs.add(each);
    return text.flatMap(wrapLine);
  }

  /** `head(parts)tail`, broken if it is too long. */
  call(head: Inline, parts: readonly Inline[], tail: Inline): readonly string[] {
    return wrapLine(this.text([head, '(', join(parts, ', '), ')', tail]));
  }

  /** What `#include` takes, standard headers first. */
  get includes(): readonly string[] {
    return [...this.#needs].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  }
}

const rank = (header: string): number => (header.startsWith('<') ? 0 : 1);
