/** Text as whole lines without line ends. */

/** One item: some lines that belong together. */
export type Lines = readonly string[];

/** Lines one level deeper; an empty line stays empty. */
export function indented(lines: Lines): Lines {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

/** `head {`, the body one level deeper, `}`. */
export function braced(head: string, body: Lines): Lines {
  return [`${head} {`, ...indented(body), '}'];
}

/** Items after some lines: an empty line before each that does not come first. */
export function spaced(before: Lines, items: readonly Lines[]): Lines {
  const isFirst = (index: number): boolean => index === 0 && before.length === 0;
  return [...before, ...items.flatMap((item, index) => (isFirst(index) ? item : ['', ...item]))];
}
