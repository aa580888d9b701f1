/** Where the names of a file stand, so that all places of one can be mended at once. */
import type { IToken } from 'chevrotain';
import { ExplicitIdentifier, Name } from '../../grammar/tokens.js';
import type { Fix } from '../base/diagnostics.js';
import type { SourceFile } from '../base/source.js';
import { tokenSpan } from './tokens-of.js';

/** A name without the `%` of an explicit one. */
export function nameText({ tokenType, image }: IToken): string {
  return tokenType === ExplicitIdentifier ? image.slice(1) : image;
}

/** The names of a file; they are looked for when first asked for. */
export class NamePlaces {
  #places: ReadonlyMap<string, readonly IToken[]> | undefined;

  constructor(readonly tokens: readonly IToken[]) {}

  /** Writes a name otherwise in the whole file, unless the new name is there already or stands too often. */
  rename(text: string, newText: string, file: SourceFile): Fix | undefined {
    this.#places ??= placesOf(this.tokens);
    const tokens = this.#places.get(text) ?? [];
    const isTaken = this.#places.has(newText.replace('%', ''));
    if (isTaken || tokens.length === 0 || tokens.length > 100) return undefined;
    const edits = tokens.map((token) => ({ span: tokenSpan(token, file), newText }));
    return { title: `write \`${newText}\`${edits.length > 1 ? ' everywhere' : ''}`, edits };
  }
}

function placesOf(tokens: readonly IToken[]): ReadonlyMap<string, readonly IToken[]> {
  const places = new Map<string, IToken[]>();
  for (const token of tokens) {
    if (token.tokenType.CATEGORIES?.includes(Name) !== true) continue;
    const text = nameText(token);
    const known = places.get(text);
    if (known) known.push(token);
    else places.set(text, [token]);
  }
  return places;
}
