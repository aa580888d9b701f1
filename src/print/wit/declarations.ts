/** The types of an interface or world: `use` statements first, then what it declares itself. */
import type {
  Case,
  Declared,
  Field,
  Interface,
  Package,
  Type,
  TypeDecl,
  TypeDefinition,
} from '../../resolve/model.js';
import { type Members, resourceLines } from './functions.js';
import { braced, type Lines } from '../../base/lines.js';
import { writtenName } from '../../syntax/names.js';
import { pathText } from './names.js';
import { docLines } from '../../syntax/docs.js';
import { attributeLines, noteLines } from './notes.js';
import { typeText } from './types.js';

/** The `use` statements for the types that come from elsewhere. */
export function useLines(types: readonly TypeDecl[], from: Package): Lines {
  const groups: Used[][] = [];
  for (const decl of types) {
    const used = usedType(decl);
    const last = groups.at(-1);
    if (used && last?.[0] && isOneStatement(last[0], used)) last.push(used);
    else if (used) groups.push([used]);
  }
  return groups.flatMap((group) => (group[0] ? useStatement(group[0], group, from) : []));
}

/** The types that the interface or world declares, each after its notes. */
export function declarationLines(types: readonly TypeDecl[], members: Members): readonly Lines[] {
  return types
    .filter((decl) => !usedType(decl))
    .map((decl) => [...noteLines(decl), ...definitionLines(decl, members)]);
}

/** A type that comes from an interface. */
interface Used {
  readonly decl: TypeDecl;
  readonly source: Interface;
  readonly original: TypeDecl;
}

function usedType(decl: TypeDecl): Used | undefined {
  if (decl.definition.kind !== 'alias') return undefined;
  const original = decl.definition.target;
  const source = original.owner;
  return source !== decl.owner && source.kind === 'interface' ? { decl, source, original } : undefined;
}

/** Neighbours from one interface with the same attributes share a statement. */
function isOneStatement(a: Used, b: Used): boolean {
  const attributes = ({ decl }: Used): string => attributeLines(decl).join('\n');
  return a.source === b.source && attributes(a) === attributes(b);
}

function useStatement({ decl, source }: Used, group: readonly Used[], from: Package): Lines {
  const names = group.map(({ original, decl: { name } }) =>
    original.name === name ? writtenName(name) : `${writtenName(original.name)} as ${writtenName(name)}`,
  );
  return [...attributeLines(decl), `use ${pathText(source, from)}.{${names.join(', ')}};`];
}

type Writers = {
  readonly [Each in TypeDefinition as Each['kind']]: (
    definition: Each,
    decl: TypeDecl,
    members: Members,
  ) => Lines;
};

const writers: Writers = {
  record: ({ fields }, decl) => membersLines('record', decl, fields, fieldText),
  variant: ({ cases }, decl) => membersLines('variant', decl, cases, caseText),
  enum: ({ cases }, decl) => membersLines('enum', decl, cases, labelText),
  flags: ({ flags }, decl) => membersLines('flags', decl, flags, labelText),
  resource: (_, decl, members) => resourceLines(decl, members),
  alias: ({ target }, decl) => [`type ${writtenName(decl.name)} = ${writtenName(target.name)};`],
  type: ({ type }, decl) => [`type ${writtenName(decl.name)} = ${definedTypeText(type)};`],
};

function definitionLines(decl: TypeDecl, members: Members): Lines {
  // The table maps each kind to the writer of exactly that kind; TypeScript cannot correlate the two.
  const table = writers as Readonly<
    Record<TypeDefinition['kind'], (definition: TypeDefinition, decl: TypeDecl, members: Members) => Lines>
  >;
  return table[decl.definition.kind](decl.definition, decl, members);
}

/** `type a = r` would be another name of the resource, `type a = own<r>` is a handle. */
function definedTypeText(type: Type): string {
  return type.kind === 'own' ? `own<${writtenName(type.resource.name)}>` : typeText(type);
}

function membersLines<Member extends Declared>(
  keyword: string,
  { name }: TypeDecl,
  all: readonly Member[],
  text: (member: Member) => string,
): Lines {
  const body = all.flatMap((member) => [...docLines(member.docs), `${text(member)},`]);
  return braced(`${keyword} ${writtenName(name)}`, body);
}

const labelText = ({ name }: Declared): string => writtenName(name);

const fieldText = ({ name, type }: Field): string => `${writtenName(name)}: ${typeText(type)}`;

const caseText = ({ name, type }: Case): string =>
  type ? `${writtenName(name)}(${typeText(type)})` : writtenName(name);
