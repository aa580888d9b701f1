/** The parts of WIT that a planner or a backend may not know yet. */
import type { Span } from '../base/source.js';
import {
  type Func,
  type Interface,
  qualifiedName,
  type Type,
  type TypeDecl,
  type World,
  type WorldItem,
} from '../resolve/model.js';

export const features = [
  'async',
  'stream',
  'future',
  'error-context',
  'map',
  'fixed-length-list',
  'nested-namespace',
] as const;

export type Feature = (typeof features)[number];

/** What the planner knows beyond the synchronous core: every type, but no asynchronous function. */
export const plannedFeatures: ReadonlySet<Feature> = new Set<Feature>([
  'stream',
  'future',
  'error-context',
  'map',
  'fixed-length-list',
]);

/** A place in the source that needs a feature; `where` is a phrase such as `function `read``. */
export interface FeatureUse {
  readonly feature: Feature;
  readonly where: string;
  readonly span: Span;
}

/** Every place in a world that needs a feature, each feature at most once a place. */
export function featureUses(world: World): readonly FeatureUse[] {
  const items = [...world.imports, ...world.exports];
  const owners = new Set(items.flatMap(functionsAndTypes));
  const interfaces = items.flatMap((item) => (item.kind === 'interface' ? [item.interface] : []));
  return [
    ...[world, ...new Set(interfaces)].flatMap(usesOfName),
    ...[...owners].flatMap((item) => ('form' in item ? usesOfFunction(item) : usesOfDecl(item))),
  ];
}

function usesOfName(item: Interface | World): readonly FeatureUse[] {
  const { namespace, name } = item.package.name;
  if (!namespace.includes(':') && !name.includes('/')) return [];
  const where = `${item.kind} \`${qualifiedName(item)}\``;
  return [{ feature: 'nested-namespace', where, span: item.origin }];
}

function functionsAndTypes(item: WorldItem): readonly (Func | TypeDecl)[] {
  switch (item.kind) {
    case 'interface':
      return [...item.interface.types, ...item.interface.functions];
    case 'function':
      return [item.function];
    case 'type':
      return [item.type];
  }
}

function usesOfFunction(func: Func): readonly FeatureUse[] {
  const where = `function \`${func.name}\``;
  const own: readonly FeatureUse[] = func.isAsync ? [{ feature: 'async', where, span: func.origin }] : [];
  const parameters = func.parameters.flatMap((parameter) =>
    usesOfType(parameter.type, `parameter \`${parameter.name}\` of ${where}`, parameter.origin),
  );
  const result = func.result ? usesOfType(func.result, `the result of ${where}`, func.origin) : [];
  return [...own, ...parameters, ...result];
}

function usesOfDecl(decl: TypeDecl): readonly FeatureUse[] {
  const { definition } = decl;
  const where = `type \`${decl.name}\``;
  switch (definition.kind) {
    case 'record':
      return definition.fields.flatMap((field) =>
        usesOfType(field.type, `field \`${field.name}\` of ${where}`, field.origin),
      );
    case 'variant':
      return definition.cases.flatMap((each) =>
        each.type ? usesOfType(each.type, `case \`${each.name}\` of ${where}`, each.origin) : [],
      );
    case 'type':
      return usesOfType(definition.type, where, decl.origin);
    case 'enum':
    case 'flags':
    case 'resource':
    case 'alias':
      return [];
  }
}

function usesOfType(type: Type, where: string, span: Span): readonly FeatureUse[] {
  return [...featuresIn(type)].map((feature) => ({ feature, where, span }));
}

/** The features that a type needs where it is written; named types are looked at where they are declared. */
function featuresIn(type: Type): ReadonlySet<Feature> {
  switch (type.kind) {
    case 'list':
      return featuresIn(type.element);
    case 'fixed-length-list':
      return new Set([type.kind, ...featuresIn(type.element)]);
    case 'map':
      return new Set([type.kind, ...featuresIn(type.key), ...featuresIn(type.value)]);
    case 'tuple':
      return new Set(type.items.flatMap((item) => [...featuresIn(item)]));
    case 'option':
      return featuresIn(type.inner);
    case 'result':
      return new Set([type.ok, type.err].flatMap((arm) => (arm ? [...featuresIn(arm)] : [])));
    case 'future':
    case 'stream':
      return new Set([type.kind, ...(type.element ? featuresIn(type.element) : [])]);
    case 'error-context':
      return new Set([type.kind]);
    case 'primitive':
    case 'string':
    case 'own':
    case 'borrow':
    case 'named':
      return new Set();
  }
}
