/** What the reference implementation says about one package by itself. */
import type { Name } from '../syntax/ast.js';
import { itemCycle, typeCycle } from './bodies.js';
import type { Finding } from './finding.js';
import { combination, duplicateMark, laterName, okTypeMark, topUseKeyword, typeMark } from './marks.js';
import { around } from './place.js';
import { type EntryName, said, type Sayings } from './said.js';

const notFound = 'does not exist';

/** Errors that are found while the files of a package are read. */
export const saidWithin = {
  nestedPackage: said('nested packages', 'nested packages must be placed at the top-level'),
  duplicateItem: said('items', ({ name }) => `duplicate item named \`${name}\``),
  duplicateFileName: said('names in files', ({ name }) => `duplicate name \`${name}\` in this file`, {
    mark: laterName,
  }),
  itemCycle: said('order of items', circle('interface or world', itemCycleOf), {
    mark: (it) => itemCycleOf(it)?.span,
  }),
  attributeOnUse: said('top-level uses', 'attributes not allowed on top-level use', { mark: topUseKeyword }),
  duplicateName: said('bodies', ({ name }) => `name \`${name}\` is defined more than once`, {
    mark: duplicateMark,
    inBody: 'name',
  }),
  typeNotFound: said('bodies', ({ name }) => `type \`${name}\` ${notFound}${renamedHint(name)}`, {
    inBody: 'reference',
  }),
  typeCycle: said('bodies', circle('type', typeCycleOf), {
    mark: (it) => typeCycleOf(it)?.span,
    inBody: 'order',
  }),
  nameNotFound: said('bodies', ({ name }) => `name \`${name}\` ${notFound}`),
  functionAsType: said('bodies', ({ name }, it) =>
    isDeclaredLater(it) ? `name \`${name}\` ${notFound}` : `cannot use function \`${name}\` as a type`,
  ),
  useOfFunction: said('bodies', ({ name }) => `cannot import function \`${name}\``),
  handleNotResource: said('bodies', ({ name }) => `type \`${name}\` used in a handle must be a resource`),
  mapKey: said(
    'bodies',
    'invalid map key type: map keys must be bool, u8, u16, u32, u64, s8, s16, s32, s64, char, or string',
    { inBody: 'whole' },
  ),
  duplicateConstructor: said('bodies', 'duplicate constructors', { inBody: 'resource' }),
  duplicateMethod: said('bodies', ({ name }) => `duplicate function name \`${name}\``, {
    inBody: 'resource',
  }),
  duplicateParameter: said('bodies', ({ name }) => `param \`${name}\` is defined more than once`),
  constructorNotResult: said('bodies', 'if a constructor return type is declared it must be a `result`', {
    mark: typeMark,
    inBody: 'whole',
  }),
  constructorOkType: said('bodies', 'the `ok` type must be the resource being constructed', {
    mark: okTypeMark,
    inBody: 'whole',
  }),
  attributeCombination: said(
    (it) => (around(it.place, 'use') ? 'used interfaces' : 'bodies'),
    (_, it) => combination(it)?.text ?? '',
    { mark: (it) => combination(it)?.span },
  ),
  worldConflict: said('bodies', ({ kind, name }, it) => worldConflict(kind, name, it), { inBody: 'name' }),
} satisfies Partial<Sayings<EntryName>>;

function itemCycleOf({ place }: Finding): Name | undefined {
  return place.unit && itemCycle(place.unit);
}

function typeCycleOf({ place }: Finding): Name | undefined {
  const body = around(place, 'interface', 'world', 'extern-inline');
  return body && typeCycle(body.items);
}

function circle(kind: string, nameOf: (finding: Finding) => Name | undefined) {
  return (_: unknown, finding: Finding) => `${kind} \`${nameOf(finding)?.text ?? ''}\` depends on itself`;
}

/** Is what is meant declared further down, where the reference has not been yet? */
function isDeclaredLater({ diagnostic, place }: Finding): boolean {
  const [declared] = diagnostic.related;
  return declared !== undefined && declared.span.start > place.span.start;
}

function renamedHint(name: string): string {
  const types = new Map([
    ['float32', 'f32'],
    ['float64', 'f64'],
  ]);
  const type = types.get(name);
  if (type === undefined) return '';
  return `\nthe \`${name}\` type has been renamed to \`${type}\` and is no longer accepted, but the \`WIT_REQUIRE_F32_F64=0\` environment variable can be used to temporarily disable this error`;
}

function worldConflict(kind: string, name: string, { place }: Finding): string {
  const direction = around(place, 'extern')?.direction ?? 'import';
  const prior = kind === 'function' ? 'func' : kind;
  return `${direction} \`${name}\` conflicts with prior ${prior} of same name`;
}
