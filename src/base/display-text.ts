/** Text as it looks on a terminal: how many columns it takes, and nothing that could deceive a reader. */

const tabWidth = 4;
const wide =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const invisible = /\p{Mark}|\u200b|\u200c|\u200d/u;
const deceiving = /\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** A piece of a line, ready to print. */
export interface DisplayText {
  readonly text: string;
  /** How many columns the text takes. */
  readonly width: number;
}

/** Expands tabs (of a text that starts in column `at`) and replaces control and direction characters. */
export function displayText(source: string, at = 0): DisplayText {
  let text = '';
  let width = 0;
  for (const character of source) {
    const shown = display(character, at + width);
    text += shown;
    width += character === '\t' ? shown.length : widthOf(shown);
  }
  return { text, width };
}

function display(character: string, column: number): string {
  if (character === '\t') return ' '.repeat(tabWidth - (column % tabWidth));
  return deceiving.test(character) ? '\ufffd' : character;
}

function widthOf(character: string): number {
  if (invisible.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
