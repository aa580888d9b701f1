import type { Report } from '../../base/diagnostics.js';
import { errors } from '../errors.js';
import type {
  Declared,
  Func,
  Interface,
  Stability,
  Type,
  TypeDecl,
  World,
  WorldInterface,
  WorldItem,
} from '../model.js';
import { partsOf } from '../parts.js';
import { comparePrecedence } from '../versions.js';
import type { Check } from './check.js';

/** Something with a gate, or without. */
interface Gated extends Declared {
  readonly stability?: Stability | undefined;
}

/**
 * What refers to a gated item, or stands in one, has a gate that is the same or later. Without a gate it is taken
 * to have that of what it stands in: the specification wants it written out, but WASI's own packages do not.
 * Versions of other packages cannot be compared. Spec: WIT.md "Rules for feature gate usage".
 */
export const compatibleGates: Check = {
  interface(item, report) {
    for (const decl of item.types) checkDecl(decl, item, report);
    for (const func of item.functions) checkFunc(func, item, report);
  },
  package({ worlds }, report) {
    for (const world of worlds) checkWorld(world, report);
  },
};

function checkDecl(decl: TypeDecl, owner: Gated, report: Report): void {
  checkGate(decl, owner, { relation: 'stands in', others: [owner] }, report);
  checkGate(decl, owner, { relation: 'refers to', others: mentionedBy(decl) }, report);
}

function checkFunc(func: Func, owner: Gated, report: Report): void {
  const { form } = func;
  const place =
    form.kind === 'free'
      ? owner
      : { ...form.resource, stability: form.resource.stability ?? owner.stability };
  checkGate(func, place, { relation: 'stands in', others: [place] }, report);
  checkGate(func, place, { relation: 'refers to', others: mentionedIn(func) }, report);
}

/** What a world includes is not checked again. */
function checkWorld(world: World, report: Report): void {
  const included = new Set(
    world.inclusions.flatMap(({ world: other, items }) => [
      ...items.map(({ copy }) => contentOf(copy)),
      ...[...other.imports, ...other.exports].map(contentOf),
    ]),
  );
  for (const item of [...world.imports, ...world.exports]) {
    if (included.has(contentOf(item))) continue;
    if (item.kind === 'type') checkDecl(item.type, world, report);
    else if (item.kind === 'function') checkFunc(item.function, world, report);
    else if (item.isImplied !== true) checkImport(item, world, report);
  }
}

function contentOf(item: WorldItem): Interface | Func | TypeDecl {
  return item.kind === 'interface' ? item.interface : item.kind === 'type' ? item.type : item.function;
}

function checkImport(item: WorldInterface, world: World, report: Report): void {
  const target = item.interface;
  const named = { ...item, name: item.key ?? target.name, docs: undefined };
  checkGate(named, world, { relation: 'stands in', others: [world] }, report);
  if (target.package !== world.package || target.isInline) return;
  checkGate(named, world, { relation: 'refers to', others: [target] }, report);
}

/** What must not be gated more than something. */
interface Demand {
  readonly relation: string;
  readonly others: readonly Gated[];
}

/** Reports the first item that is gated more than what refers to it or stands in it. */
function checkGate(item: Gated, place: Gated, { relation, others }: Demand, report: Report): void {
  const effective = item.stability ?? place.stability;
  const stronger = others.find((other) => !isCompatible(effective, other.stability));
  if (!stronger?.stability) return;
  const gate = gateText(stronger.stability);
  const own = item.stability ? `is \`${gateText(item.stability)}\`` : 'has no gate';
  const related = [{ span: stronger.origin, message: 'this is gated' }];
  const hint = item.stability ? undefined : `write \`${gate}\` before it`;
  const values = { name: item.name, relation, other: stronger.name, gate, own };
  report(errors.gateMismatch, item.origin, values, { related, hint });
}

function isCompatible(own: Stability | undefined, other: Stability | undefined): boolean {
  if (!other) return true;
  if (other.kind === 'unstable') return own?.kind === 'unstable' && own.feature === other.feature;
  return own?.kind === 'unstable' || (own !== undefined && comparePrecedence(own.since, other.since) >= 0);
}

function gateText(stability: Stability): string {
  return stability.kind === 'stable'
    ? `@since(version = ${stability.since})`
    : `@unstable(feature = ${stability.feature})`;
}

function mentionedBy({ definition, owner }: TypeDecl): readonly TypeDecl[] {
  const mentioned = definition.kind === 'alias' ? [definition.target] : partsOf(definition).flatMap(declsIn);
  return mentioned.filter((decl) => decl.owner.package === owner.package && isThere(decl));
}

function mentionedIn({ parameters, result }: Func): readonly TypeDecl[] {
  const types = [...parameters.map(({ type }) => type), ...(result ? [result] : [])];
  return types.flatMap(declsIn).filter(isThere);
}

const typesOf = new WeakMap<TypeDecl['owner'], ReadonlySet<TypeDecl>>();

/** That something refers to what a feature leaves out is reported where it is linked. */
function isThere(decl: TypeDecl): boolean {
  const types = typesOf.get(decl.owner) ?? new Set(decl.owner.types);
  typesOf.set(decl.owner, types);
  return types.has(decl);
}

function declsIn(type: Type): readonly TypeDecl[] {
  if (type.kind === 'named') return [type.decl];
  if (type.kind === 'own' || type.kind === 'borrow') return [type.resource];
  return partsOf(type).flatMap(declsIn);
}
