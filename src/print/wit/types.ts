/** Types of values as they are written. */
import type { Type } from '../../resolve/model.js';
import { writtenName } from '../../syntax/names.js';

type Texts = { readonly [Each in Type as Each['kind']]: (type: Each) => string };

const texts: Texts = {
  primitive: ({ name }) => name,
  string: () => 'string',
  'error-context': () => 'error-context',
  list: ({ element }) => `list<${typeText(element)}>`,
  'fixed-length-list': ({ element, length }) => `list<${typeText(element)}, ${String(length)}>`,
  map: ({ key, value }) => `map<${typeText(key)}, ${typeText(value)}>`,
  tuple: ({ items }) => `tuple<${items.map(typeText).join(', ')}>`,
  option: ({ inner }) => `option<${typeText(inner)}>`,
  result: ({ ok, err }) => resultText(ok, err),
  future: ({ element }) => (element ? `future<${typeText(element)}>` : 'future'),
  stream: ({ element }) => (element ? `stream<${typeText(element)}>` : 'stream'),
  // A bare resource in the place of a value means the same, and is shorter.
  own: ({ resource }) => writtenName(resource.name),
  borrow: ({ resource }) => `borrow<${writtenName(resource.name)}>`,
  named: ({ decl }) => writtenName(decl.name),
};

/** A type in the place of a value. */
export function typeText(type: Type): string {
  // The table maps each kind to the writer of exactly that kind; TypeScript cannot correlate the two.
  const table = texts as Readonly<Record<Type['kind'], (type: Type) => string>>;
  return table[type.kind](type);
}

function resultText(ok: Type | undefined, err: Type | undefined): string {
  if (!err) return ok ? `result<${typeText(ok)}>` : 'result';
  return `result<${ok ? typeText(ok) : '_'}, ${typeText(err)}>`;
}
