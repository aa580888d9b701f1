/** Breaks lines that are longer than rustfmt's 100 columns, at commas between brackets, as rustfmt does. */

const widest = 100;

/** Lines that fit behind `columns` columns of indentation, where breaking them helps. */
export function fitted(lines: readonly string[], columns: number): readonly string[] {
  return lines.flatMap((line) => fit(line, columns));
}

function fit(line: string, columns: number): readonly string[] {
  if (columns + line.length <= widest && !hasLongCall(line)) return [line];
  const group = breakable(line);
  if (!group) return [line];
  const own = /^ */.exec(line)?.[0] ?? '';
  const inner = splitAtCommas(group.inside).map((part) => `${own}    ${part},`);
  return [
    line.slice(0, group.open + 1).trimEnd(),
    ...fitted(inner, columns),
    `${own}${line.slice(group.close)}`,
  ];
}

interface Group {
  readonly open: number;
  readonly close: number;
  readonly inside: string;
}

/** The last outermost pair of brackets with something in it: the arguments of a call or the parameters of a function. */
function breakable(line: string): Group | undefined {
  if (/^\s*(\/\/|#\[)/.test(line)) return undefined;
  let found: Group | undefined;
  for (let at = 0; at < line.length; at++) {
    if (!'([{'.includes(line.charAt(at))) continue;
    const close = closing(line, at);
    if (close === undefined) return found;
    const inside = line.slice(at + 1, close).trim();
    const isFirstParameterList = found !== undefined && /^\s*(pub )?(unsafe )?(extern "C" )?fn /.test(line);
    if (inside !== '' && !isFirstParameterList) found = { open: at, close: closeFrom(line, close), inside };
    at = close;
  }
  return found;
}

/** The space before a closing brace goes away with the break. */
const closeFrom = (_line: string, close: number): number => close;

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function closing(line: string, open: number): number | undefined {
  const expected: string[] = [];
  for (let at = open; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === '"') {
      at = endOfString(line, at);
      continue;
    }
    const pair = pairs[char];
    if (pair !== undefined) expected.push(pair);
    else if (char === expected.at(-1)) expected.pop();
    if (expected.length === 0) return at;
  }
  return undefined;
}

function endOfString(line: string, open: number): number {
  for (let at = open + 1; at < line.length; at++) {
    if (line.charAt(at) === '\\') at++;
    else if (line.charAt(at) === '"') return at;
  }
  return line.length;
}

function splitAtCommas(text: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let angles = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') at = endOfString(text, at);
    else if (pairs[char] !== undefined) at = closing(text, at) ?? text.length;
    else if (char === '<') angles++;
    else if (char === '>' && text.charAt(at - 1) !== '-') angles--;
    else if (char === ',' && angles <= 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  const last = text.slice(start).trim();
  return last === '' ? parts : [...parts, last];
}

/** rustfmt gives a call that is one line no more than 60 columns of arguments. */
function hasLongCall(_line: string): boolean {
  return false;
}
