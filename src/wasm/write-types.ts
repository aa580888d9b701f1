/** Decoded types as WIT. */
import { braced, type Lines } from '../base/lines.js';
import { docLines } from '../syntax/docs.js';
import { writtenName } from '../syntax/names.js';
import type { InterfaceId, Labelled, NamedType, Shape, TypeItem } from './items.js';
import type { Notes } from './notes.js';
import { Malformed } from './reader.js';

type Texts = { readonly [Each in Shape as Each['kind']]: (shape: Each, depth: number) => string };

const texts: Texts = {
  primitive: ({ name }) => name,
  tuple: ({ items }, depth) => `tuple<${items.map((item) => typeText(item, depth)).join(', ')}>`,
  list: ({ element, length }, depth) =>
    `list<${typeText(element, depth)}${length === undefined ? '' : `, ${String(length)}`}>`,
  map: ({ key, value }, depth) => `map<${typeText(key, depth)}, ${typeText(value, depth)}>`,
  option: ({ inner }, depth) => `option<${typeText(inner, depth)}>`,
  result: ({ ok, err }, depth) => resultText(ok, err, depth),
  own: ({ resource }, depth) => typeText(resource, depth),
  borrow: ({ resource }, depth) => `borrow<${typeText(resource, depth)}>`,
  future: ({ element }, depth) => (element ? `future<${typeText(element, depth)}>` : 'future'),
  stream: ({ element }, depth) => (element ? `stream<${typeText(element, depth)}>` : 'stream'),
  record: unnamed,
  variant: unnamed,
  enum: unnamed,
  flags: unnamed,
};

/** A type in the place of a value: by its name if it has one. */
export function typeText(item: TypeItem, depth = 0): string {
  if (depth > 100) throw new Malformed('its types nest too deep');
  if (item.kind === 'named') return writtenName(item.name);
  if (item.kind !== 'value') return unnamed(item);
  // The table maps each kind to the writer of exactly that kind; TypeScript cannot correlate the two.
  const table = texts as Readonly<Record<Shape['kind'], (shape: Shape, depth: number) => string>>;
  const text = table[item.shape.kind](item.shape, depth + 1);
  // A type that contains one twice, which contains one twice, …: what is small in the file need not be small as text.
  if (text.length > 100_000) throw new Malformed('a type in it is too large');
  return text;
}

function resultText(ok: TypeItem | undefined, err: TypeItem | undefined, depth: number): string {
  if (!err) return ok ? `result<${typeText(ok, depth)}>` : 'result';
  return `result<${ok ? typeText(ok, depth) : '_'}, ${typeText(err, depth)}>`;
}

function unnamed({ kind }: { readonly kind: string }): never {
  throw new Malformed(`it has a ${kind} where WIT needs a name`);
}

/** A path to an interface, as the package `from` writes it. */
export function pathText({ package: owner, name }: InterfaceId, from: string): string {
  if (owner === from) return writtenName(name);
  const [packageName = '', version] = owner.split('@');
  return `${namesText(packageName)}/${writtenName(name)}${version === undefined ? '' : `@${version}`}`;
}

/** `ns:name@version`. */
export function packageText(name: string): string {
  const [names = '', version] = name.split('@');
  return namesText(names) + (version === undefined ? '' : `@${version}`);
}

function namesText(names: string): string {
  return names.replace(/[^:/]+/g, writtenName);
}

/** A declaration without its notes: `use`, or the type itself; `members` are the functions of a resource. */
export function declarationLines(named: NamedType, members: Lines, from: string, notes: Notes): Lines {
  const { definition } = named;
  const name = writtenName(named.name);
  if (!definition) return members.length === 0 ? [`resource ${name};`] : braced(`resource ${name}`, members);
  if (definition.kind === 'used') {
    const used = writtenName(definition.name);
    const renamed = used === name ? used : `${used} as ${name}`;
    return [`use ${pathText(definition.from, from)}.{${renamed}};`];
  }
  return definition.kind === 'value'
    ? valueLines(name, definition.shape, notes)
    : [`type ${name} = ${typeText(definition)};`];
}

function valueLines(name: string, shape: Shape, notes: Notes): Lines {
  const labelText = ({ label }: Labelled<unknown>): string => writtenName(label);
  switch (shape.kind) {
    case 'record':
      return members(
        `record ${name}`,
        shape.fields,
        notes,
        (field) => `${labelText(field)}: ${typeText(field.type)}`,
      );
    case 'variant':
      return members(`variant ${name}`, shape.cases, notes, (each) =>
        each.type ? `${labelText(each)}(${typeText(each.type)})` : labelText(each),
      );
    case 'enum':
    case 'flags':
      return members(
        `${shape.kind} ${name}`,
        shape.labels.map((label) => ({ label })),
        notes,
        ({ label }) => writtenName(label),
      );
    case 'own':
      return [`type ${name} = own<${typeText(shape.resource)}>;`];
    default:
      return [`type ${name} = ${typeText({ kind: 'value', shape })};`];
  }
}

function members<Member extends { readonly label: string }>(
  head: string,
  all: readonly Member[],
  notes: Notes,
  text: (member: Member) => string,
): Lines {
  const body = all.flatMap((member) => [
    ...docLines(notes.at('items', member.label).docs),
    `${text(member)},`,
  ]);
  return braced(head, body);
}
