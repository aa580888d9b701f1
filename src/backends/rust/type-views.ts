import { factsOfDecl } from '../../abi/type-facts.js';
import { line, type Inline } from '../../emit/code.js';
import type { Case, Declared, Type, TypeDecl } from '../../resolve/model.js';
import type { Json } from '../../emit/view.js';
import { addedDerives, memberAttributes, typeAttributes } from './attributes.js';
import * as flags from './flags.js';
import type { ModuleContext } from './module-context.js';
import { arm } from './expressions.js';
import { payload } from './lists.js';
import { deriveLines } from './rustfmt.js';
import { assigned } from './statements.js';
import { docLines, stringLiteral } from './text.js';
import { isCopy, type DeclaredForm, type Form, type Mode } from './modes.js';
import { generics } from './types.js';
import { baseOf } from './usage.js';

/** The views of the types that a declaration becomes, unless it is a resource, each under the name of its partial. */
export function typeViews(decl: TypeDecl, cx: ModuleContext): readonly Record<string, Json>[] | undefined {
  const { definition } = decl;
  switch (definition.kind) {
    case 'record':
      return eachForm(decl, cx, (as) => ({ record: recordView(as, definition.fields, cx) }));
    case 'variant':
      return eachForm(decl, cx, (as) => ({ variant: variantView(as, definition.cases, cx) }));
    case 'enum':
      return [{ enumeration: enumView(decl, definition.cases, cx) }];
    case 'flags':
      return [{ flags: flagsView(decl, definition.flags, cx) }];
    case 'alias':
      return eachForm(decl, cx, (as) => ({ alias: aliasView(as, definition.target, cx) }));
    case 'type':
      return eachForm(decl, cx, (as) => ({ alias: typeNameView(as, definition.type, cx) }));
    case 'resource':
      return undefined;
  }
}

/** The views of a declaration as another name of a type that is alike. */
export const likeTypeViews = (
  decl: TypeDecl,
  like: TypeDecl,
  cx: ModuleContext,
): readonly Record<string, Json>[] => eachForm(decl, cx, (as) => ({ alias: aliasView(as, like, cx) }));

/** A declaration as one of the types that it becomes. */
interface DeclaredAs extends DeclaredForm {
  readonly decl: TypeDecl;
}

function eachForm(
  decl: TypeDecl,
  cx: ModuleContext,
  view: (as: DeclaredAs) => Record<string, Json>,
): readonly Record<string, Json>[] {
  return cx.types.modes.formsOf(decl).map(({ form, mode }) => view({ decl, form, mode }));
}

type Members<Kind extends TypeDecl['definition']['kind'], Key extends string> =
  Extract<TypeDecl['definition'], { kind: Kind }> extends Readonly<Record<Key, infer Of>> ? Of : never;

function recordView(as: DeclaredAs, fields: Members<'record', 'fields'>, cx: ModuleContext): Json {
  const { decl, form, mode } = as;
  // Owners of strings and lists have layouts of the library's.
  const layout = form === 'view' || isCopy(factsOfDecl(decl)) ? ['#[repr(C)]'] : [];
  return {
    ...declared(decl, cx, form),
    attributes: [...cx.attributes, ...derives(decl, ['Debug'], cx), ...layout],
    generics: generics(mode.lifetime),
    elided: elided(mode),
    fields: fields.map((field) => ({
      docs: docLines(field.docs),
      attributes: memberAttributes(decl, field, cx),
      declaration: cx.lines(
        line(
          assigned(
            `pub ${cx.names.member(field)}`,
            cx.types.spell(field.type, cx.types.modes.ofPart(field.type, mode)),
            ':',
          ),
          ',',
        ),
        1,
      ),
    })),
    isError: cx.plan.errors.has(decl),
  };
}

function variantView(as: DeclaredAs, cases: Members<'variant', 'cases'>, cx: ModuleContext): Json {
  const { decl, form, mode } = as;
  return {
    ...declared(decl, cx, form),
    attributes: [...cx.attributes, ...derives(decl, ['Debug'], cx)],
    generics: generics(mode.lifetime),
    elided: elided(mode),
    cases: cases.map((each) => ({
      docs: docLines(each.docs),
      attributes: memberAttributes(decl, each, cx),
      declaration: cx.lines(line(caseOf(each, mode, cx), ','), 1),
    })),
    isError: cx.plan.errors.has(decl),
  };
}

function caseOf(each: Case, mode: Mode, cx: ModuleContext): Inline {
  const name = cx.names.member(each);
  return each.type ? payload(name, cx.types.spell(each.type, cx.types.modes.ofPart(each.type, mode))) : name;
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
      attributes: memberAttributes(decl, each, cx),
      name: cx.names.member(each),
      nameArm: said(each, each.name, cx),
      messageArm: said(each, (each.docs ?? '').trim(), cx),
      index,
    })),
    isError,
  };
}

/** The arm that says a text of a case. */
const said = (each: Declared, text: string, cx: ModuleContext): readonly string[] =>
  cx.lines(line(arm(`Self::${cx.names.member(each)}`, stringLiteral(text))), 3);

function flagsView(decl: TypeDecl, members: Members<'flags', 'flags'>, cx: ModuleContext): Json {
  const held = flags.representation(decl);
  // The crate `bitflags` knows no more bits than the widest integer has.
  const crate = held.kind === 'integer' ? cx.options.bitflagsPath : undefined;
  if (crate === undefined) cx.need('_rt', '_rt::flags');
  return {
    ...declared(decl, cx),
    attributes: cx.attributes,
    crate,
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
function aliasView({ decl, form, mode }: DeclaredAs, target: TypeDecl, cx: ModuleContext): Json {
  const resource = cx.plan.resourceOf.get(decl);
  const borrow =
    resource?.home === 'exported'
      ? {
          docs: docLines(decl.docs),
          attributes: cx.attributes,
          name: cx.names.borrow(decl),
          declaration: aliasOf(
            [cx.names.borrow(decl), "<'a>"],
            [cx.types.modulePath(target), cx.names.borrow(target), "<'a>"],
            cx,
          ),
        }
      : undefined;
  const meant = cx.names.hasForm(target, form) ? target : baseOf(target);
  return {
    ...declared(decl, cx, form),
    attributes: cx.attributes,
    declaration: aliasOf(
      [cx.names.type(decl, form), generics(mode.lifetime)],
      [cx.types.modulePath(meant), cx.names.type(meant, form), generics(mode.lifetime)],
      cx,
    ),
    borrow,
  };
}

/** A name for a type that has none. */
function typeNameView({ decl, form, mode }: DeclaredAs, type: Type, cx: ModuleContext): Json {
  return {
    ...declared(decl, cx, form),
    attributes: cx.attributes,
    declaration: aliasOf(
      [cx.names.type(decl, form), generics(mode.lifetime)],
      cx.types.spell(type, mode),
      cx,
    ),
    borrow: undefined,
  };
}

/** `pub type Name = Type;`. */
export const aliasOf = (name: Inline, type: Inline, cx: ModuleContext): readonly string[] =>
  cx.lines(line(assigned(['pub type ', name], type), ';'), 0);

/** The lifetime of a type where it is not said which. */
const elided = ({ lifetime }: Mode): string => generics(lifetime && "'_");

const declared = (
  decl: TypeDecl,
  cx: ModuleContext,
  form: Form = 'owner',
): { docs: readonly string[]; name: string } => ({
  docs: docLines(decl.docs),
  name: cx.names.type(decl, form),
});

/** `#[derive(…)]`, in alphabetical order, and what else the user wants on the type. */
function derives(decl: TypeDecl, traits: readonly string[], cx: ModuleContext): readonly string[] {
  const facts = factsOfDecl(decl);
  const isClone = !facts.hasOwn && !facts.hasBorrow;
  const own = [...(isClone ? ['Clone'] : []), ...(isCopy(facts) ? ['Copy'] : []), ...traits];
  const all = [...own, ...addedDerives(decl, own, cx)];
  return [...deriveLines(all.sort(), cx.columns(0)), ...typeAttributes(decl, cx)];
}
