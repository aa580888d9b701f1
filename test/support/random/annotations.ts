/** Random docs and attributes. */
import type { Constructs } from './constructs.js';
import type { Draw } from './draw.js';

const comments = [
  ...['/// One line.', '///', '// A plain comment.', '/** A block. */', '/* Plain, */ /* and another. */'],
  '/// Two lines:\n///   - the second is *indented*, and has a \\ and a "quote".',
  '/**\n * Stars in front,\n * as editors set them. */',
  '/// Ends */ nothing, opens /* nothing: λ €.',
];

/** What stands before items. Attributes are legal in a package with this version or a later one. */
export class Annotations {
  constructor(
    private readonly draw: Draw,
    private readonly constructs: Constructs,
    private readonly isVersioned: boolean,
  ) {}

  /** Comments, each in lines of its own. */
  docs(): string {
    if (!this.constructs.docs || !this.draw.chance(4)) return '';
    return this.draw.list(1, 2, () => `${this.draw.one(comments)}\n`).join('');
  }

  /** Docs and attributes of an item that others may refer to. */
  item(): string {
    return (
      this.docs() + (this.constructs.attributes && this.draw.chance(4) ? this.#since() + this.#id() : '')
    );
  }

  /** Docs and attributes of an item that may be switched off. */
  leaf(): string {
    if (!this.constructs.attributes || !this.draw.chance(6)) return this.item();
    return `${this.docs()}@unstable(feature = ${this.draw.one(['fast', 'a-1', 'HTTP'])})\n${this.#id()}`;
  }

  #since(): string {
    if (!this.isVersioned) return '';
    const deprecated = this.draw.chance(3) ? '@deprecated(version = 0.1.1)\n' : '';
    return `@since(version = 0.1.0)\n${deprecated}`;
  }

  #id(): string {
    return this.draw.chance(3) ? `@external-id("${this.draw.one(['a.b', 'q\\"\\u{3bb}\\41', ''])}")\n` : '';
  }
}
