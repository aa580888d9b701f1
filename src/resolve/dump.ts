/** The resolved model as readable text, for goldens and `wit-gen check --dump`. */
import {
  type Declared,
  type Func,
  type Interface,
  packageNameText,
  qualifiedName,
  type Resolved,
  type Stability,
  type Type,
  type TypeDecl,
  type TypeDefinition,
  type World,
  type WorldItem,
} from './model.js';

/** All packages in order; what has docs, a stability or an external id says so in a line of its own. */
export function dump(resolved: Resolved): string {
  return resolved.packages
    .map(({ name, docs, interfaces, worlds }) =>
      [
        ...docLines(docs),
        `package ${packageNameText(name)}`,
        ...interfaces.flatMap((item) => ['', ...interfaceLines(item)]),
        ...worlds.flatMap((world) => ['', ...worldLines(world)]),
        '',
      ].join('\n'),
    )
    .join('\n');
}

function interfaceLines(item: Interface): readonly string[] {
  return [...notes(item), `interface ${item.name}`, ...indent(bodyLines(item))];
}

function bodyLines({ types, functions }: Interface): readonly string[] {
  return [...types.flatMap(typeLines), ...functions.flatMap(functionLines)];
}

function worldLines(world: World): readonly string[] {
  return [
    ...notes(world),
    `world ${world.name}`,
    ...indent(world.imports.flatMap((item) => itemLines('import', item))),
    ...indent(world.exports.flatMap((item) => itemLines('export', item))),
  ];
}

function itemLines(direction: 'import' | 'export', item: WorldItem): readonly string[] {
  switch (item.kind) {
    case 'interface': {
      const { key, interface: target } = item;
      const label = key === undefined ? '' : `${key}: `;
      if (!target.isInline) return [...notes(item), `${direction} ${label}${qualifiedName(target)}`];
      const about = [...docLines(target.docs), ...notes(item)];
      return [...about, `${direction} ${label}interface`, ...indent(bodyLines(target))];
    }
    case 'function':
      return prefixed(direction, functionLines(item.function));
    case 'type':
      return prefixed(direction, typeLines(item.type));
  }
}

/** The prefix belongs to the line that says what it is, after the notes. */
function prefixed(prefix: string, lines: readonly string[]): readonly string[] {
  const subject = lines.findIndex((line) => !/^(?:\/\/\/|@)/.test(line));
  return lines.map((line, index) => (index === subject ? `${prefix} ${line}` : line));
}

function typeLines(decl: TypeDecl): readonly string[] {
  return [...notes(decl), ...definitionLines(decl.name, decl.definition)];
}

function definitionLines(name: string, definition: TypeDefinition): readonly string[] {
  switch (definition.kind) {
    case 'record':
      return [`record ${name}`, ...members(definition.fields, ({ type }) => `: ${typeText(type)}`)];
    case 'variant':
      return [
        `variant ${name}`,
        ...members(definition.cases, ({ type }) => (type ? `(${typeText(type)})` : '')),
      ];
    case 'enum':
      return [`enum ${name}`, ...members(definition.cases, () => '')];
    case 'flags':
      return [`flags ${name}`, ...members(definition.flags, () => '')];
    case 'resource':
      return [`resource ${name}`];
    case 'alias':
      return [`${definition.viaUse ? 'use' : 'type'} ${name} = ${declText(definition.target)}`];
    case 'type':
      return [`type ${name} = ${typeText(definition.type)}`];
  }
}

function members<Member extends Declared>(
  list: readonly Member[],
  suffix: (member: Member) => string,
): readonly string[] {
  return indent(list.flatMap((member) => [...docLines(member.docs), member.name + suffix(member)]));
}

function functionLines(func: Func): readonly string[] {
  const parameters = func.parameters.map(({ name, type }) => `${name}: ${typeText(type)}`);
  const result = func.result ? ` -> ${typeText(func.result)}` : '';
  const isAsync = func.isAsync ? 'async ' : '';
  const signature = `${functionName(func)}: ${isAsync}func(${parameters.join(', ')})${result}`;
  return [...notes(func), signature];
}

function functionName({ name, form }: Func): string {
  switch (form.kind) {
    case 'free':
      return name;
    case 'constructor':
      return `constructor ${form.resource.name}`;
    case 'method':
    case 'static':
      return `${form.kind} ${form.resource.name}.${name}`;
  }
}

/** A type as written in WIT; ownership of handles is always said. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'primitive':
      return type.name;
    case 'string':
    case 'error-context':
      return type.kind;
    case 'list':
      return `list<${typeText(type.element)}>`;
    case 'fixed-length-list':
      return `list<${typeText(type.element)}, ${String(type.length)}>`;
    case 'map':
      return `map<${typeText(type.key)}, ${typeText(type.value)}>`;
    case 'tuple':
      return `tuple<${type.items.map(typeText).join(', ')}>`;
    case 'option':
      return `option<${typeText(type.inner)}>`;
    case 'result':
      return resultText(type.ok, type.err);
    case 'future':
    case 'stream':
      return type.element ? `${type.kind}<${typeText(type.element)}>` : type.kind;
    case 'own':
    case 'borrow':
      return `${type.kind}<${type.resource.name}>`;
    case 'named':
      return type.decl.name;
  }
}

function resultText(ok: Type | undefined, err: Type | undefined): string {
  if (!err) return ok ? `result<${typeText(ok)}>` : 'result';
  return `result<${ok ? typeText(ok) : '_'}, ${typeText(err)}>`;
}

/** A declaration by its owner, unless that is plain from the place. */
function declText({ name, owner }: TypeDecl): string {
  const isInline = owner.kind === 'interface' && owner.isInline;
  return `${isInline ? owner.name : qualifiedName(owner)}.${name}`;
}

function notes(item: {
  readonly docs?: string | undefined;
  readonly stability?: Stability | undefined;
  readonly externalId?: string | undefined;
}): readonly string[] {
  const lines = [...docLines(item.docs), ...stabilityLines(item.stability)];
  return item.externalId === undefined
    ? lines
    : [...lines, `@external-id(${JSON.stringify(item.externalId)})`];
}

function docLines(docs: string | undefined): readonly string[] {
  return docs === undefined ? [] : docs.split('\n').map((line) => `/// ${line}`.trimEnd());
}

function stabilityLines(stability: Stability | undefined): readonly string[] {
  if (!stability) return [];
  const first =
    stability.kind === 'stable'
      ? `@since(version = ${stability.since})`
      : `@unstable(feature = ${stability.feature})`;
  const { deprecated } = stability;
  return deprecated === undefined ? [first] : [first, `@deprecated(version = ${deprecated})`];
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
