/** Long lines of emitted C++, broken where a reader would. */

const width = 110;

/**
 * Breaks a line that is too long at the commas of its outermost argument list, and those arguments that
 * are still too long in the same way. A line without such a list stays as it is.
 */
export function wrapLine(line: string): readonly string[] {
  if (line.length <= width || /^\s*\/\//.test(line)) return [line];
  const list = outermostList(line);
  if (!list) return [line];
  const margin = `${/^\s*/.exec(line)?.[0] ?? ''}    `;
  const { before, items, after } = list;
  const last = items.length - 1;
  return [
    before,
    ...items.flatMap((item, index) => wrapLine(`${margin}${item}${index === last ? after : ','}`)),
  ];
}

interface ArgumentList {
  /** With the opening bracket. */
  readonly before: string;
  readonly items: readonly string[];
  /** From the closing bracket on. */
  readonly after: string;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}' };

/** The last bracketed list that is not inside another one: `f(a, b)` in `auto x = f(a, b);`. */
function outermostList(line: string): ArgumentList | undefined {
  let found: ArgumentList | undefined;
  let open: { readonly at: number; readonly bracket: string; readonly commas: number[] } | undefined;
  let depth = 0;
  let angles = 0;
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (character === '<' && /[\w]/.test(line.charAt(at - 1))) angles++;
    else if (character === '>' && angles > 0) angles--;
    else if (character in closing) {
      if (depth === 0 && angles === 0) open = { at, bracket: character, commas: [] };
      depth++;
    } else if (character === ')' || character === '}') {
      depth--;
      if (depth !== 0 || angles !== 0 || !open || closing[open.bracket] !== character) continue;
      if (at > open.at + 1) found = cut(line, open.at, open.commas, at);
      open = undefined;
    } else if (character === ',' && depth === 1 && angles === 0) open?.commas.push(at);
  }
  return found;
}

function cut(line: string, start: number, commas: readonly number[], end: number): ArgumentList {
  const edges = [start, ...commas, end];
  const items = edges.slice(1).map((edge, index) => line.slice((edges[index] ?? 0) + 1, edge).trim());
  return { before: line.slice(0, start + 1), items, after: line.slice(end) };
}
