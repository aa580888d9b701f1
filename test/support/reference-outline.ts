/** What the reference's JSON and our model agree on, as lines of text: order, names, docs, stability, kinds. */
import type {
  Func,
  Interface,
  PackageName,
  Resolved,
  Stability,
  TypeDecl,
  TypeDefinition,
  WorldItem,
} from '../../src/resolve/model.js';
import { packageNameText, qualifiedName } from '../../src/resolve/model.js';

interface ReferenceNotes {
  readonly docs?: { readonly contents: string };
  readonly stability?: {
    readonly stable?: { readonly since: string; readonly deprecated?: string };
    readonly unstable?: { readonly feature: string; readonly deprecated?: string };
  };
  readonly external_id?: string;
}

type Kind = string | Readonly<Record<string, unknown>>;

interface ReferenceFunction extends ReferenceNotes {
  readonly kind: Kind;
  readonly params: readonly { readonly name: string }[];
}

interface ReferenceInterface extends ReferenceNotes {
  readonly name: string | null;
  readonly package: number;
  readonly types: Readonly<Record<string, number>>;
  readonly functions: Readonly<Record<string, ReferenceFunction>>;
}

interface ReferenceItem {
  readonly interface?: ReferenceNotes & { readonly id: number };
  readonly function?: ReferenceFunction;
  readonly type?: number;
}

/** The part of the reference's JSON that is compared. */
export interface Reference {
  readonly worlds: readonly (ReferenceNotes & {
    readonly imports: Readonly<Record<string, ReferenceItem>>;
    readonly exports: Readonly<Record<string, ReferenceItem>>;
  })[];
  readonly interfaces: readonly ReferenceInterface[];
  readonly types: readonly (ReferenceNotes & { readonly kind: Kind })[];
  readonly packages: readonly (ReferenceNotes & {
    readonly name: string;
    readonly interfaces: Readonly<Record<string, number>>;
    readonly worlds: Readonly<Record<string, number>>;
  })[];
}

/** The outline of the reference's JSON. */
export function referenceOutline(reference: Reference): readonly string[] {
  return reference.packages.flatMap(({ name, docs, interfaces, worlds }) => [
    `package ${name} ${JSON.stringify(docs?.contents)}`,
    ...Object.entries(interfaces).flatMap(([key, id]) => {
      const item = at(reference.interfaces, id);
      return [`interface ${key}${referenceNotes(item)}`, ...referenceBody(item, reference)];
    }),
    ...Object.entries(worlds).flatMap(([key, id]) => {
      const world = at(reference.worlds, id);
      return [
        `world ${key}${referenceNotes(world)}`,
        ...Object.entries(world.imports).flatMap((entry) => referenceItem('import', entry, reference)),
        ...Object.entries(world.exports).flatMap((entry) => referenceItem('export', entry, reference)),
      ];
    }),
  ]);
}

function referenceItem(
  direction: string,
  [key, item]: readonly [string, ReferenceItem],
  reference: Reference,
): readonly string[] {
  if (item.function) return [`${direction} function ${key}`];
  if (!item.interface) return [`${direction} type ${key}`];
  const target = at(reference.interfaces, item.interface.id);
  const shown = key.startsWith('interface-')
    ? `${at(reference.packages, target.package).name}/${target.name ?? ''}`
    : key;
  const body = target.name === null ? referenceBody(target, reference) : [];
  return [`${direction} ${shown}${referenceNotes(item.interface)}`, ...body];
}

function referenceBody(item: ReferenceInterface, reference: Reference): readonly string[] {
  const types = Object.entries(item.types).map(([name, id]) => {
    const type = at(reference.types, id);
    return `type ${name}: ${kindName(type.kind)}${referenceNotes(type)}`;
  });
  const functions = Object.entries(item.functions).map(([name, func]) => {
    const kind = kindName(func.kind);
    const parameters = func.params.map((parameter) => parameter.name);
    const withoutSelf = kind.endsWith('method') ? parameters.slice(1) : parameters;
    const isAsync = String(kind.startsWith('async'));
    return `${name}(${withoutSelf.join(', ')}) async=${isAsync}${referenceNotes(func)}`;
  });
  return [...types, ...functions];
}

function kindName(kind: Kind): string {
  return typeof kind === 'string' ? kind : (Object.keys(kind)[0] ?? '');
}

function referenceNotes({ docs, stability, external_id: externalId }: ReferenceNotes): string {
  const { stable, unstable } = stability ?? {};
  return notesText(docs?.contents, externalId, [
    stable && `since ${stable.since}`,
    unstable && `unstable ${unstable.feature}`,
    stable?.deprecated ?? unstable?.deprecated,
  ]);
}

function notesText(
  docs: string | undefined,
  externalId: string | undefined,
  stability: readonly (string | undefined)[],
): string {
  return ` ${JSON.stringify({ docs, externalId, stability: stability.filter(Boolean) })}`;
}

/** The outline of our model. */
export function modelOutline({ packages }: Resolved): readonly string[] {
  return packages.flatMap(({ name, docs, interfaces, worlds }) => [
    `package ${packageNameText(name)} ${JSON.stringify(docs)}`,
    ...interfaces.flatMap((item) => [`interface ${item.name}${modelNotes(item)}`, ...modelBody(item)]),
    ...worlds.flatMap((world) => [
      `world ${world.name}${modelNotes(world)}`,
      ...world.imports.flatMap((item) => modelItem('import', item)),
      ...world.exports.flatMap((item) => modelItem('export', item)),
    ]),
  ]);
}

function modelItem(direction: string, item: WorldItem): readonly string[] {
  if (item.kind !== 'interface') return [`${direction} ${item.kind} ${item.key}`];
  const key = item.key ?? referencePath(item.interface);
  const body = item.interface.isInline ? modelBody(item.interface) : [];
  return [`${direction} ${key}${modelNotes(item)}`, ...body];
}

/** The reference writes the version after the package. */
function referencePath(item: Interface): string {
  const { name }: { readonly name: PackageName } = item.package;
  return name.version === undefined ? qualifiedName(item) : `${packageNameText(name)}/${item.name}`;
}

function modelBody({ types, functions }: Interface): readonly string[] {
  return [
    ...types.map((type) => `type ${type.name}: ${definitionKind(type)}${modelNotes(type)}`),
    ...functions.map((func) => {
      const parameters = func.parameters.map(({ name }) => name).join(', ');
      return `${functionKey(func)}(${parameters}) async=${String(func.isAsync)}${modelNotes(func)}`;
    }),
  ];
}

function functionKey({ name, form }: Func): string {
  if (form.kind === 'free') return name;
  const method = form.kind === 'constructor' ? '' : `.${name}`;
  return `[${form.kind}]${form.resource.name}${method}`;
}

function definitionKind({ definition }: TypeDecl): string {
  return definition.kind === 'type' ? anonymousKind(definition) : aliasKind(definition);
}

function aliasKind({ kind }: TypeDefinition): string {
  return kind === 'alias' ? 'type' : kind;
}

function anonymousKind({ type }: Extract<TypeDefinition, { kind: 'type' }>): string {
  const isNamed = ['primitive', 'string', 'error-context', 'named'].includes(type.kind);
  if (isNamed) return 'type';
  return type.kind === 'own' || type.kind === 'borrow' ? 'handle' : type.kind;
}

function modelNotes(item: {
  readonly docs?: string | undefined;
  readonly stability?: Stability | undefined;
  readonly externalId?: string | undefined;
}): string {
  const { stability } = item;
  const first =
    stability?.kind === 'stable' ? `since ${stability.since}` : stability && `unstable ${stability.feature}`;
  return notesText(item.docs, item.externalId, [first, stability?.deprecated]);
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`the reference has no item ${String(index)}`);
  return item;
}
