import { factsOfDecl } from '../../abi/type-facts.js';
import type { TypeDecl } from '../../resolve/model.js';
import { structureOf, unaliased } from '../../resolve/model.js';
import type { Json } from '../../emit/view.js';
import * as flags from './flags.js';
import type { ModuleContext } from './module-context.js';
import { docLines, stringLiteral } from './text.js';
import { generics, isCopy, modeOf, modeOfPart, type Mode } from './types.js';

/** The view of a type declaration that is no resource, under the name of its partial. */
export function typeView(decl: TypeDecl, cx: ModuleContext): Record<string, Json> | undefined {
  switch (decl.definition.kind) {
    case 'record':
      return { record: recordView(decl, decl.definition.fields, cx) };
    case 'variant':
      return { variant: variantView(decl, decl.definition.cases, cx) };
    case 'enum':
      return { enumeration: enumView(decl, decl.definition.cases, cx) };
    case 'flags':
      return { flags: flagsView(decl, decl.definition.flags, cx) };
    case 'alias':
      return { alias: aliasView(decl, decl.definition.target, cx) };
    case 'type':
      return { alias: typeNameView(decl, cx) };
    case 'resource':
      return undefined;
  }
}

type Members<Kind extends TypeDecl['definition']['kind'], Key extends string> =
  Extract<TypeDecl['definition'], { kind: Kind }> extends Readonly<Record<Key, infer Of>> ? Of : never;

function recordView(decl: TypeDecl, fields: Members<'record', 'fields'>, cx: ModuleContext): Json {
  const mode = modeOfDecl(decl);
  const layout = isCopy(factsOfDecl(decl)) ? ['#[repr(C)]'] : [];
  return {
    ...declared(decl, cx),
    attributes: [...cx.attributes, ...derives(decl, ['Debug'], cx), ...layout],
    generics: generics(mode.lifetime),
    fields: fields.map((field) => ({
      docs: docLines(field.docs),
      name: cx.names.member(field),
      type: cx.text(cx.types.spell(field.type, modeOfPart(field.type, mode))),
    })),
    isError: cx.plan.errors.has(decl),
  };
}

function variantView(decl: TypeDecl, cases: Members<'variant', 'cases'>, cx: ModuleContext): Json {
  const mode = modeOfDecl(decl);
  return {
    ...declared(decl, cx),
    attributes: [...cx.attributes, ...derives(decl, ['Debug'], cx)],
    generics: generics(mode.lifetime),
    cases: cases.map((each) => ({
      docs: docLines(each.docs),
      name: cx.names.member(each),
      payload: each.type ? `(${cx.text(cx.types.spell(each.type, modeOfPart(each.type, mode)))})` : '',
    })),
    isError: cx.plan.errors.has(decl),
  };
}

function enumView(decl: TypeDecl, cases: Members<'enum', 'cases'>, cx: ModuleContext): Json {
  cx.need('_rt', '_rt::scalar');
  const isError = cx.plan.errors.has(decl);
  const width = cases.length <= 1 << 8 ? 'u8' : cases.length <= 1 << 16 ? 'u16' : 'u32';
  const traits = ['PartialEq', 'Eq', 'PartialOrd', 'Ord', 'Hash', ...(isError ? [] : ['Debug'])];
  return {
    ...declared(decl, cx),
    attributes: [...cx.attributes, ...derives(decl, traits, cx), `#[repr(${width})]`],
    implAttributes: cx.attributes,
    literal: stringLiteral(cx.names.type(decl)),
    witName: stringLiteral(decl.name),
    cases: cases.map((each, index) => ({
      docs: docLines(each.docs),
      name: cx.names.member(each),
      witName: stringLiteral(each.name),
      message: stringLiteral((each.docs ?? '').trim()),
      index,
    })),
    isError,
  };
}

function flagsView(decl: TypeDecl, members: Members<'flags', 'flags'>, cx: ModuleContext): Json {
  cx.need('_rt', '_rt::flags');
  const held = flags.representation(decl);
  return {
    ...declared(decl, cx),
    attributes: cx.attributes,
    ...(held.kind === 'integer'
      ? { bits: `u${String(held.bits)}`, none: '0', operations: `u${String(held.bits)}` }
      : { bits: `[u32; ${String(held.count)}]`, none: `[0; ${String(held.count)}]`, operations: 'words' }),
    flags: members.map((flag, index) => ({
      docs: docLines(flag.docs),
      name: cx.names.member(flag),
      index,
    })),
  };
}

/** Another name of a declared type, of a `use`d one for example. */
function aliasView(decl: TypeDecl, target: TypeDecl, cx: ModuleContext): Json {
  const lifetime = modeOfDecl(decl).lifetime;
  const resource = cx.plan.resourceOf.get(decl);
  const borrow =
    resource?.home === 'exported'
      ? {
          docs: docLines(decl.docs),
          attributes: cx.attributes,
          name: cx.names.borrow(decl),
          type: cx.text([cx.types.modulePath(target), cx.names.borrow(target)]),
        }
      : undefined;
  return {
    ...declared(decl, cx),
    attributes: cx.attributes,
    generics: generics(lifetime),
    type: cx.text([cx.types.modulePath(target), cx.names.type(target), generics(lifetime)]),
    borrow,
  };
}

/** A name for a type that has none. */
function typeNameView(decl: TypeDecl, cx: ModuleContext): Json {
  const mode = modeOfDecl(decl);
  const structure = structureOf({ kind: 'named', decl });
  const type = decl.definition.kind === 'type' ? decl.definition.type : undefined;
  return {
    ...declared(decl, cx),
    attributes: cx.attributes,
    generics: generics(mode.lifetime),
    type: cx.text(
      cx.types.spell(type ?? (structure.kind === 'declared' ? { kind: 'named', decl } : structure), mode),
    ),
    borrow: undefined,
  };
}

/** The mode in which a type is declared: owned, with a lifetime if there are borrowed handles in it. */
const modeOfDecl = (decl: TypeDecl): Mode => modeOf({ kind: 'named', decl: unaliased(decl) }, 'owned', "'a");

const declared = (decl: TypeDecl, cx: ModuleContext): { docs: readonly string[]; name: string } => ({
  docs: docLines(decl.docs),
  name: cx.names.type(decl),
});

/** `#[derive(…)]`, in alphabetical order. */
function derives(decl: TypeDecl, traits: readonly string[], cx: ModuleContext): readonly string[] {
  const facts = factsOfDecl(decl);
  const isClone = !facts.hasOwn && !facts.hasBorrow;
  const own = [...(isClone ? ['Clone'] : []), ...(isCopy(facts) ? ['Copy'] : []), ...traits];
  const isNew = (path: string): boolean => !own.includes(path.replace(/^.*::/, ''));
  return [`#[derive(${[...own, ...new Set(cx.options.derive.filter(isNew))].sort().join(', ')})]`];
}
