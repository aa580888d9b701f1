/** Views of declared types. */
import type { Func, TypeDecl } from '../../resolve/model.js';
import { comment, docText, stabilityTags } from './comments.js';
import type { ModuleText } from './module-text.js';
import type { Role } from './modules.js';
import { enumValues, hasConstants, memberNames, variantTags, type Presentation } from './presentation.js';
import { classView, implementationView, type ClassView, type ImplementationView } from './resources.js';
import { isNullable, spellPresent } from './types.js';

type MemberView = { readonly docs: readonly string[]; readonly name: string; readonly type: string };

/** A case of a variant; without a name it is a part of the variant's type. */
export type CaseView = {
  readonly docs: readonly string[];
  readonly name: string | undefined;
  readonly tag: string;
  readonly payload: string | undefined;
};

/** Of the optional members one is there, or two where that is said. */
export type DeclarationView = {
  readonly docs: readonly string[];
  readonly name: string;
  readonly alias?: { readonly type: string };
  readonly members?: readonly MemberView[];
  /** The cases of a variant, each an interface with a name. */
  readonly cases?: readonly CaseView[];
  /** The same, each a part of the type itself, where there is something to say of them. */
  readonly inline?: readonly CaseView[];
  readonly union?: string;
  readonly class?: ClassView;
  readonly implementation?: ImplementationView;
  /** Beside one of the others: the module that has an object of the same name, which comes with the functions. */
  readonly constants?: string | undefined;
};

/** What the view of a declaration depends on. */
export interface DeclarationContext {
  readonly text: ModuleText;
  readonly functions: readonly Func[];
  readonly role: Role;
  /** The module of constants as it is called from here, if its objects come with the functions. */
  readonly constants: string | undefined;
}

/** A declared type, and the object of constants where those who use the types get one with the functions. */
export function declarationView(decl: TypeDecl, cx: DeclarationContext): DeclarationView {
  const constants = hasConstants(decl, cx.text.presentation) ? cx.constants : undefined;
  return { ...typeView(decl, cx), constants };
}

function typeView(decl: TypeDecl, cx: DeclarationContext): DeclarationView {
  const { text } = cx;
  const { presentation } = text;
  const { definition } = decl;
  const name = text.inline(text.types.declared(decl));
  const docs = comment(docText(decl.docs), stabilityTags(decl));
  switch (definition.kind) {
    case 'alias':
      return { docs, name, alias: { type: text.inline(text.types.declared(definition.target)) } };
    case 'type':
      return { docs, name, alias: { type: text.inline(text.type(definition.type)) } };
    case 'record':
      return { docs, name, members: memberViews(definition.fields, (field) => fieldType(field, text)) };
    case 'flags':
      if (presentation.flags === 'bigint') return { docs, name, alias: { type: 'bigint' } };
      return {
        docs,
        name,
        members: memberViews(definition.flags, () => ({ mark: '?', type: 'boolean | undefined' })),
      };
    case 'enum':
      return {
        docs: comment([...docText(decl.docs), ...caseDocs(definition, presentation)], stabilityTags(decl)),
        name,
        union: enumValues(definition, presentation)
          .map((value) => `'${value}'`)
          .join(' | '),
      };
    case 'variant': {
      const cases = caseViews(decl, definition, text);
      if (presentation.variants === 'named') {
        return { docs, name, cases, union: text.names.cases(decl).join(' | ') };
      }
      const isDocumented = cases.some((each) => each.docs.length > 0);
      return isDocumented
        ? { docs, name, inline: cases }
        : { docs, name, union: cases.map(caseType).join(' | ') };
    }
    case 'resource':
      return cx.role === 'used'
        ? { docs, name, class: classView(decl, cx.functions, text) }
        : { docs, name, implementation: implementationView(decl, cx.functions, text) };
  }
}

/** A case as a type without a name. */
export const caseType = ({ tag, payload }: CaseView): string =>
  payload === undefined ? `{ tag: '${tag}' }` : `{ tag: '${tag}'; val: ${payload} }`;

/** The cases of a variant, under the names that they have in a module. */
export function caseViews(
  decl: TypeDecl,
  definition: Extract<Definition, { kind: 'variant' }>,
  text: ModuleText,
): readonly CaseView[] {
  const names = text.names.cases(decl);
  const tags = variantTags(definition);
  return definition.cases.map((each, index) => ({
    docs: comment(docText(each.docs)),
    name: names[index],
    tag: tags[index] ?? '',
    payload: each.type && text.inline(text.type(each.type)),
  }));
}

type Named = Pick<TypeDecl, 'name' | 'docs'>;

/** The type of a member, and what stands between its name and the colon. */
interface MemberType {
  readonly mark: '' | '?';
  readonly type: string;
}

function memberViews<Member extends Named>(
  all: readonly Member[],
  typeOf: (member: Member) => MemberType,
): readonly MemberView[] {
  const names = memberNames(all);
  return all.map((each, index) => {
    const { mark, type } = typeOf(each);
    return { docs: comment(docText(each.docs)), name: `${names[index] ?? ''}${mark}`, type };
  });
}

/** What may be absent may also be written down as undefined, whichever way the compiler is set. */
function fieldType(
  { type }: Extract<Definition, { kind: 'record' }>['fields'][number],
  text: ModuleText,
): MemberType {
  const inner = text.inline(spellPresent(type, text.types));
  return isNullable(type) ? { mark: '?', type: withUndefined(inner) } : { mark: '', type: inner };
}

type Definition = TypeDecl['definition'];

const withUndefined = (type: string): string => `${type} | undefined`;

/** The members of a union have no comments that editors show, so that of the union says what they mean. */
function caseDocs(
  definition: Extract<Definition, { kind: 'enum' }>,
  presentation: Presentation,
): readonly string[] {
  const { cases } = definition;
  if (cases.every(({ docs }) => docText(docs).length === 0)) return [];
  const values = enumValues(definition, presentation);
  return [
    '',
    '# Variants',
    ...cases.flatMap(({ docs }, index) => ['', `## \`"${values[index] ?? ''}"\``, ...spaced(docText(docs))]),
  ];
}

const spaced = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', ...lines]);
