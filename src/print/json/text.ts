/** JSON as text. Objects are lists of entries, so that keys keep their order and may repeat. */

/** A value; an entry without a value is left out. */
export type Json = string | number | undefined | null | readonly Json[] | JsonObject;

/** The entries of an object in order. */
export class JsonObject {
  constructor(readonly entries: readonly (readonly [key: string, value: Json])[]) {}
}

/** An object of the entries of a plain one, for keys that are known not to look like numbers. */
export function object(entries: Readonly<Record<string, Json>>): JsonObject {
  return new JsonObject(Object.entries(entries));
}

/** Each value on a line, indented by two spaces. */
export function jsonText(value: Json): string {
  const pieces: string[] = [];
  write(value ?? null, '\n', pieces);
  return pieces.join('');
}

function write(value: Exclude<Json, undefined>, line: string, pieces: string[]): void {
  if (value instanceof JsonObject) {
    const entries = value.entries.flatMap(([key, each]) => (each === undefined ? [] : [{ key, each }]));
    const one = ({ key, each }: (typeof entries)[number], inner: string): void => {
      pieces.push(JSON.stringify(key), ': ');
      write(each, inner, pieces);
    };
    writeAll(entries, one, '{}', line, pieces);
  } else if (isList(value)) {
    const one = (each: Json, inner: string): void => {
      write(each ?? null, inner, pieces);
    };
    writeAll(value, one, '[]', line, pieces);
  } else pieces.push(JSON.stringify(value));
}

function writeAll<Item>(
  items: readonly Item[],
  one: (item: Item, line: string) => void,
  brackets: '{}' | '[]',
  line: string,
  pieces: string[],
): void {
  if (items.length === 0) {
    pieces.push(brackets);
    return;
  }
  const inner = `${line}  `;
  items.forEach((item, index) => {
    pieces.push(index === 0 ? brackets.charAt(0) : ',', inner);
    one(item, inner);
  });
  pieces.push(line, brackets.charAt(1));
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
