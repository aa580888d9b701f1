/** What a text of WIT says, without how it is laid out. */
import { parseText } from '../../src/syntax/parse.js';

/** A text as what may not change when it is formatted. */
export interface Meaning {
  /** The tree with all documentation, and without places. */
  readonly tree: string;
  /** All tokens but commas before closing brackets. */
  readonly tokens: readonly string[];
  /** Each comment's lines without the white space around them. */
  readonly comments: readonly string[];
}

/** What a text says. */
export function meaningOf(text: string): Meaning {
  const { ast, tokens, commentsBefore } = parseText({ path: 'a.wit', text });
  const images = tokens.map(({ image }) => image);
  const comments = [...commentsBefore].sort(([a], [b]) => a - b).flatMap(([, group]) => group);
  return {
    tree: JSON.stringify(ast, (key, value: unknown) => (key === 'span' ? undefined : value), 1),
    tokens: images.filter((image, index) => image !== ',' || !/^[)>}]$/.test(images[index + 1] ?? '')),
    comments: comments.map((comment) =>
      comment.text
        .split('\n')
        .map((line) => line.trim())
        .join('\n'),
    ),
  };
}
