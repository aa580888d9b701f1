/** What the canonical text keeps of a model: docs/inspect.md says what it does not. */
import {
  type Func,
  type Interface,
  type Package,
  packageNameText,
  referenceNotes,
  type Resolved,
  type TypeDecl,
  type TypeDefinition,
  type World,
  type WorldItem,
} from '../../src/resolve/model.js';

/**
 * The model in the shape that printing and reading again gives it. Only `dump` reads the result: references inside it
 * lead to the model as it was.
 */
export function kept({ main, packages }: Resolved): Resolved {
  return { main: keptPackage(main), packages: packages.map(keptPackage) };
}

/** The order of packages is that in which they are mentioned, and what is left out mentions nothing any more. */
export function packagesSorted(resolved: Resolved): Resolved {
  const packages = [...resolved.packages].sort((a, b) =>
    packageNameText(a.name) < packageNameText(b.name) ? -1 : 1,
  );
  return { ...resolved, packages };
}

const keptPackage = (package_: Package): Package => ({
  ...package_,
  docs: keptDocs(package_.docs),
  interfaces: package_.interfaces.map(keptInterface),
  worlds: package_.worlds.map(keptWorld),
});

/** Functions of resources stand in their resources, before all others. */
function keptInterface(item: Interface): Interface {
  const members = item.types.flatMap((type) => item.functions.filter((func) => belongsTo(func, type)));
  const free = item.functions.filter(({ form }) => form.kind === 'free');
  return {
    ...item,
    docs: keptDocs(item.docs),
    types: item.types.map(keptType),
    functions: [...members, ...free].map(keptFunction),
  };
}

const belongsTo = ({ form }: Func, type: TypeDecl): boolean => form.kind !== 'free' && form.resource === type;

const keptWorld = (world: World): World => ({
  ...world,
  docs: keptDocs(world.docs),
  imports: world.imports.map(keptItem),
  exports: world.exports.map(keptItem),
});

/** A labelled interface has its documentation from the interface where the statement has none. */
function keptItem(item: WorldItem): WorldItem {
  switch (item.kind) {
    case 'function':
      return { ...item, function: keptFunction(item.function) };
    case 'type':
      return { ...item, type: keptType(item.type) };
    case 'interface': {
      const { stability, externalId, docs } = referenceNotes(item);
      const { interface: target, key } = item;
      const shown = keptDocs(docs ?? (key === undefined ? undefined : target.docs));
      const inline = { ...keptInterface(target), docs: shown };
      return target.isInline
        ? { ...item, stability, externalId, interface: inline, docs: undefined }
        : { ...item, stability, externalId, docs: shown };
    }
  }
}

const keptFunction = (func: Func): Func => ({ ...func, docs: keptDocs(func.docs) });

const keptType = (type: TypeDecl): TypeDecl => ({
  ...type,
  docs: keptDocs(type.docs),
  definition: keptDefinition(type.definition),
});

function keptDefinition(definition: TypeDefinition): TypeDefinition {
  switch (definition.kind) {
    case 'record':
      return { ...definition, fields: definition.fields.map(keptMember) };
    case 'variant':
      return { ...definition, cases: definition.cases.map(keptMember) };
    case 'enum':
      return { ...definition, cases: definition.cases.map(keptMember) };
    case 'flags':
      return { ...definition, flags: definition.flags.map(keptMember) };
    case 'alias':
    case 'type':
    case 'resource':
      return definition;
  }
}

function keptMember<Member extends { readonly docs: string | undefined }>(member: Member): Member {
  return { ...member, docs: keptDocs(member.docs) };
}

/** No empty documentation, no spaces at the end of lines, and no indentation that all lines share. */
function keptDocs(docs: string | undefined): string | undefined {
  const lines = docs?.split('\n').map((line) => line.trimEnd()) ?? [];
  const indentations = lines.filter((line) => line !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const common = indentations.reduce((a, b) => Math.min(a, b), Infinity);
  return (
    lines
      .map((line) => line.slice(common))
      .join('\n')
      .replace(/\n+$/, '') || undefined
  );
}
