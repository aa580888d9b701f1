/** Breaks lines that are longer than rustfmt's 100 columns, at commas between brackets, as rustfmt does. */

const widest = 100;

/** `#[derive(…)]` behind `columns` columns of indentation. What the numbers allow is what rustfmt was seen to allow. */
export function deriveLines(paths: readonly string[], columns: number): readonly string[] {
  const list = paths.join(', ');
  const whole = `#[derive(${list})]`;
  if (columns + whole.length <= widest - 4) return [whole];
  const inside =
    columns + `    ${list},`.length <= widest + 1 ? [`${list},`] : paths.map((path) => `${path},`);
  return ['#[derive(', ...inside.map((line) => `    ${line}`), ')]'];
}

/** Lines that fit behind `columns` columns of indentation, where breaking them helps. */
export function fitted(lines: readonly string[], columns: number): readonly string[] {
  const [line, ...rest] = lines;
  if (line === undefined) return [];
  const matching = /^( *)(let .* =) (match .* \{)$/.exec(line);
  if (matching && columns + line.length > widest) {
    const [, own = '', head = '', scrutinee = ''] = matching;
    const pattern = brokenPattern(own + head, columns);
    if (pattern)
      return [...pattern.slice(0, -1), `${pattern.at(-1) ?? ''} ${scrutinee}`, ...fitted(rest, columns)];
    if (columns + line.length - 2 <= widest) {
      return [line.slice(0, -2), `${own}{`, ...fitted(rest, columns)];
    }
    const [, names, types = ''] = /^(let .*: )\((.*)\) =$/.exec(head) ?? [];
    if (names !== undefined && columns + own.length + head.length > widest) {
      const listed = splitAtCommas(types).map((type) => `${own}    ${type},`);
      return [`${own}${names}(`, ...listed, `${own}) = ${scrutinee}`, ...fitted(rest, columns)];
    }
    const end = rest.indexOf(`${own}};`) + 1;
    const below = [own + scrutinee, ...rest.slice(0, end)].map((each) => `    ${each}`);
    return [own + head, ...fitted(below, columns), ...fitted(rest.slice(end), columns)];
  }
  const end = rest.findIndex((each) => / match .* \{$/.test(each));
  const simple = end < 0 ? lines : lines.slice(0, end + 1);
  return [
    ...simple.flatMap((each) => fit(each, columns)),
    ...(end < 0 ? [] : fitted(rest.slice(end), columns)),
  ];
}

function fit(line: string, columns: number): readonly string[] {
  const isDeclaration = /^\s*(pub(\(crate\))? )?(unsafe )?(extern "C" )?fn /.test(line);
  const fits = columns + line.length <= widest;
  if (isDeclaration && !fits) return brokenDeclaration(line, columns);
  // rustfmt does not count the semicolon before it finds that the line is full.
  const [, inset = '', until, result = ''] = /^( *)(fn .*\)) (-> .*;)$/.exec(line) ?? [];
  if (until !== undefined && columns + line.length === widest)
    return [inset + until, `${inset}    ${result}`];
  const group = isDeclaration ? undefined : breakable(line);
  if (!group) return (fits ? undefined : aroundTheLine(line, columns, false)) ?? [line];
  const isLong = group.inside.length > widestInside(line, group);
  if (fits && !isLong) return [line];
  const around = aroundTheLine(line, columns, isLong);
  if (around) return around;
  const [, own = '', head, value = ''] = /^( *)(let \w+ =) (.*;)$/.exec(line) ?? [];
  if (head !== undefined && columns + group.open + 1 > widest)
    return [own + head, ...fit(`${own}    ${value}`, columns)];
  const [, before = '', pattern, expression = ''] = /^( *)(.* =>) (.*),$/.exec(line) ?? [];
  if (pattern !== undefined && columns + group.open + 1 >= widest)
    return [`${before}${pattern} {`, ...fit(`${before}    ${expression}`, columns), `${before}}`];
  return broken(line, overflowing(line, group, columns), columns);
}

/** Ways to break a line that leave its last group of brackets whole. */
function aroundTheLine(line: string, columns: number, isLong: boolean): readonly string[] | undefined {
  const own = /^ */.exec(line)?.[0] ?? '';
  const fits = (inner: string): boolean => columns + own.length + 4 + inner.length <= widest;
  const [, loop, iterated = ''] = /^( *for .* in) (.*) \{$/.exec(line) ?? [];
  if (loop !== undefined) {
    const header = line.slice(0, -2);
    if (columns + header.length <= widest) return [header, `${own}{`];
    return [loop, `${own}    ${iterated}`, `${own}{`];
  }
  const [, head, value = ''] = /^( *let [^=]* =) (.*;)$/.exec(line) ?? [];
  if (head !== undefined && !isLong) {
    const broken = brokenPattern(head, columns);
    if (broken) return [...broken.slice(0, -1), `${broken.at(-1) ?? ''} ${value}`];
    if (fits(value) && !isShortTuple(value)) return [head, `${own}    ${value}`];
    const [, receiver, call] = /^(\w+)(\.\w+\(.*;)$/.exec(value) ?? [];
    if (receiver !== undefined && call !== undefined) return [`${head} ${receiver}`, `${own}    ${call}`];
  }
  const [, pattern, expression = ''] = /^( *.* =>) (.*),$/.exec(line) ?? [];
  if (pattern !== undefined && !isLong && fits(expression))
    return [`${pattern} {`, `${own}    ${expression}`, `${own}}`];
  // Words of flags, each but the first in brackets of its own, which are no list of arguments.
  const [first = '', ...others] = line.split(' | (');
  if (others.length > 0 && first.split('(').length === first.split(')').length && !line.includes('=')) {
    return [first, ...others.map((operand) => `${own}    | (${operand}`)];
  }
  return undefined;
}

/** `(a, b);` of names that share lines where it is broken. */
const isShortTuple = (value: string): boolean =>
  /^\(.*\);$/.test(value) && splitAtCommas(value.slice(1, -2)).every(isShort);

const isShort = (part: string): boolean => part.length <= 10;

/**
 * The lines of `let (a, b): (A, B) =` where that alone is too long: its types stand below each other if the
 * names fit, else the names. Undefined if it fits.
 */
function brokenPattern(head: string, columns: number): readonly string[] | undefined {
  const [, own = '', names, types] = /^( *)let \(([^()]*)\)(?:: \((.*)\))? =$/.exec(head) ?? [];
  if (names === undefined || columns + head.length <= widest) return undefined;
  const below = (parts: string): readonly string[] =>
    splitAtCommas(parts).map((part) => `${own}    ${part},`);
  const typed = `${own}let (${names}): (`;
  if (types !== undefined && columns + typed.length <= widest) return [typed, ...below(types), `${own}) =`];
  const open = [`${own}let (`, ...below(names)];
  if (types === undefined) return [...open, `${own}) =`];
  // rustfmt counts the indentation twice here.
  const isOneLine = 2 * (columns + own.length) + `): (${types}) =`.length <= widest;
  return isOneLine
    ? [...open, `${own}): (${types}) =`]
    : [...open, `${own}): (`, ...below(types), `${own}) =`];
}

/** A function's declaration has its parameters below each other, and its type parameters where they are too long. */
function brokenDeclaration(line: string, columns: number): readonly string[] {
  const own = /^ */.exec(line)?.[0] ?? '';
  const open = line.indexOf('(', line.indexOf('fn '));
  const close = closing(line, open) ?? line.length;
  const [, name, typeParameters = ''] = /^(.*? fn \w+)<(.*)>$/.exec(line.slice(0, open)) ?? [];
  const isLong = columns + open + 2 >= widest && name !== undefined;
  const head = isLong ? [`${name}<`, `${own}    ${typeParameters},`, `${own}>(`] : [line.slice(0, open + 1)];
  const parameters = splitAtCommas(line.slice(open + 1, close)).map((part) => `${own}    ${part},`);
  const [, result, end = ''] = /^\) -> \((.*)\)( \{|;)$/.exec(line.slice(close)) ?? [];
  if (parameters.length === 0 && result !== undefined) {
    const parts = splitAtCommas(result).map((part) => `${own}    ${part},`);
    return [`${line.slice(0, close)}) -> (`, ...parts, `${own})${end}`];
  }
  return [...head, ...parameters, own + line.slice(close)];
}

function broken(line: string, group: Group, columns: number): readonly string[] {
  const own = /^ */.exec(line)?.[0] ?? '';
  const parts = splitAtCommas(group.inside);
  const inner =
    line.charAt(group.open) === '(' && parts.every(isShort)
      ? packed(parts, `${own}    `, columns)
      : parts.flatMap((part) => fit(`${own}    ${part},`, columns));
  return [line.slice(0, group.open + 1).trimEnd(), ...inner, `${own}${line.slice(group.close)}`];
}

/** Of `f(g(a, b))` the arguments of `g` are broken, if there is room for what stands before them and a bracket for each call. */
function overflowing(line: string, group: Group, columns: number, depth = 0): Group {
  const nested = /^[\w:<>*]+\(/.exec(group.inside);
  if (!nested || closing(group.inside, nested[0].length - 1) !== group.inside.length - 1) return group;
  const open = line.indexOf(group.inside, group.open) + nested[0].length - 1;
  const close = open + group.inside.length - nested[0].length;
  if (columns + open + 3 + depth > widest) return group;
  return overflowing(line, { open, close, inside: line.slice(open + 1, close) }, columns, depth + 1);
}

/** Short arguments share lines. */
function packed(parts: readonly string[], own: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const [index, part] of parts.entries()) {
    const last = lines.at(-1);
    const longer = `${last ?? own.slice(0, -1)} ${part},`;
    const room = index === parts.length - 1 ? widest : widest - 1;
    if (last === undefined || columns + longer.length > room) lines.push(`${own}${part},`);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** rustfmt gives the arguments of a call 60 columns of one line, and the fields of a record 18. */
function widestInside(line: string, { open }: Group): number {
  if (line.charAt(open) === '{') return 18;
  return /(^ *|=> |[A-Za-z0-9_>])$/.test(line.slice(0, open)) ? 60 : widest;
}

/** A body that ends in an `unsafe` block of one expression has that on one line. */
export function onOneLine(lines: readonly string[], columns: number): readonly string[] {
  const [open, expression = '', close] = lines.slice(-3);
  const joined = `unsafe { ${expression.trim()} }`;
  const isExpression = open === 'unsafe {' && close === '}' && /[^;{}(]$/.test(expression);
  const group = isExpression ? breakable(expression) : undefined;
  const isShort = columns + joined.length <= widest && (group?.inside.length ?? 0) <= 60;
  return isExpression && isShort ? [...lines.slice(0, -3), joined] : lines;
}

/** A block whose last statement is `let x = value;` and whose value is `x` has the value `value`. */
export function withoutLastName(lines: readonly string[]): readonly string[] {
  const end = lines.findLastIndex((line) => !/^ *\}$/.test(line));
  const [, own = '', name = ''] = /^( *)([a-z_][a-z0-9_]*)$/.exec(lines[end] ?? '') ?? [];
  const start = lines.findLastIndex((line, at) => at < end && isStatementStart(line, own));
  const head = `${own}let ${name} = `;
  if (name === '' || start < 0 || !lines[start]?.startsWith(head)) return lines;
  return lines.flatMap((line, at) => {
    if (at === end) return [];
    const text = at === start ? own + line.slice(head.length) : line;
    return [at === end - 1 ? text.replace(/;$/, '') : text];
  });
}

/** Whether a line begins a statement of the block with this indentation. */
const isStatementStart = (line: string, own: string): boolean =>
  line.startsWith(own) && !/^[ })\]]/.test(line.slice(own.length));

interface Group {
  readonly open: number;
  readonly close: number;
  readonly inside: string;
}

/**
 * The pair of brackets to break: the last outermost one with something in it, which holds the arguments
 * of a call or the fields of a record. Of a function's declaration it is the list of parameters.
 */
function breakable(line: string): Group | undefined {
  if (/^\s*(\/\/|#\[)/.test(line)) return undefined;
  // A pattern with fields is broken before what it is matched with.
  const fields = /^\s*let [^={]*\{/.exec(line)?.[0];
  if (fields !== undefined) {
    const [open, close] = [fields.length - 1, closing(line, fields.length - 1)];
    return close === undefined ? undefined : { open, close, inside: line.slice(open + 1, close).trim() };
  }
  let found: Group | undefined;
  for (let at = 0; at < line.length; at++) {
    if (!'([{'.includes(line.charAt(at))) continue;
    const close = closing(line, at);
    if (close === undefined) return found;
    const inside = line.slice(at + 1, close).trim();
    const isBlock = line.charAt(at) === '{' && !/[A-Z][A-Za-z0-9]*_* $/.test(line.slice(0, at));
    if (inside !== '' && !isBlock) found = { open: at, close, inside };
    at = close;
  }
  return found;
}

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
