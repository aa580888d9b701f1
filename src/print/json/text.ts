/** JSON as text. Objects are lists of entries, so that keys keep their order and may repeat. */

/** A value; an entry without a value is left out. */
export type Json = string | number | undefined | null | readonly Json[] | JsonObject;

type Entry = readonly [key: string, value: Json];

/** The entries of an object in order. */
export class JsonObject {
  constructor(readonly entries: readonly Entry[]) {}
}

/** An object of the entries of a plain one, for keys that are known not to look like numbers. */
export function object(entries: Readonly<Record<string, Json>>): JsonObject {
  return new JsonObject(Object.entries(entries));
}

/** Each value on a line, indented by two spaces. */
export function jsonText(value: Json): string {
  return valueText(value, '\n');
}

/** All on one line, without spaces. */
export function compactJsonText(value: Json): string {
  if (value instanceof JsonObject) {
    const entries = value.entries.filter(isThere);
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${compactJsonText(each)}`).join(',')}}`;
  }
  return isList(value) ? `[${value.map(compactJsonText).join(',')}]` : JSON.stringify(value ?? null);
}

/** `line` begins a line as far in as the value stands. */
function valueText(value: Json, line: string): string {
  if (value instanceof JsonObject) return bracketed('{', value.entries.filter(isThere), entryText, line, '}');
  return isList(value) ? bracketed('[', value, valueText, line, ']') : JSON.stringify(value ?? null);
}

function entryText([key, value]: Entry, line: string): string {
  return `${JSON.stringify(key)}: ${valueText(value, line)}`;
}

function bracketed<Item>(
  open: '{' | '[',
  items: readonly Item[],
  textOf: (item: Item, line: string) => string,
  line: string,
  close: '}' | ']',
): string {
  const inner = `${line}  `;
  let text: string = open;
  for (const item of items) text += `${text === open ? '' : ','}${inner}${textOf(item, inner)}`;
  return text === open ? open + close : text + line + close;
}

const isThere = ([, value]: Entry): boolean => value !== undefined;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
