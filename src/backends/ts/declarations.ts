/** Views of declared types. */
import type { Func, TypeDecl } from '../../resolve/model.js';
import { camelCase, NameScope } from '../../emit/names.js';
import { comment, docText, stabilityTags } from './comments.js';
import type { ModuleText } from './module-text.js';
import { classView, implementationView, type ClassView, type ImplementationView } from './resources.js';
import { isNullable, spellPresent } from './types.js';

type MemberView = { readonly docs: readonly string[]; readonly name: string; readonly type: string };

type CaseView = {
  readonly docs: readonly string[];
  readonly name: string;
  readonly tag: string;
  readonly payload: string | undefined;
};

/** Exactly one of the members beside name and documentation is there. */
export type DeclarationView = {
  readonly docs: readonly string[];
  readonly name: string;
  readonly alias?: { readonly type: string };
  readonly members?: readonly MemberView[];
  readonly cases?: readonly CaseView[];
  readonly union?: string;
  readonly class?: ClassView;
  readonly implementation?: ImplementationView;
};

/** What the view of a declaration depends on. */
export interface DeclarationContext {
  readonly text: ModuleText;
  readonly functions: readonly Func[];
  readonly role: 'implemented' | 'used';
}

export function declarationView(decl: TypeDecl, cx: DeclarationContext): DeclarationView {
  const { text } = cx;
  const { definition } = decl;
  const name = text.types.declared(decl);
  const docs = comment(docText(decl.docs), stabilityTags(decl));
  switch (definition.kind) {
    case 'alias':
      return { docs, name, alias: { type: text.types.declared(definition.target) } };
    case 'type':
      return { docs, name, alias: { type: text.inline(text.type(definition.type)) } };
    case 'record':
      return { docs, name, members: memberViews(definition.fields, (field) => fieldType(field, text)) };
    case 'flags':
      return {
        docs,
        name,
        members: memberViews(definition.flags, () => ({ mark: '?', type: 'boolean | undefined' })),
      };
    case 'enum':
      return {
        docs: comment([...docText(decl.docs), ...caseDocs(definition.cases)], stabilityTags(decl)),
        name,
        union: definition.cases.map((each) => `'${each.name}'`).join(' | '),
      };
    case 'variant': {
      const names = text.names.cases(decl);
      const cases = definition.cases.map((each, index) => ({
        docs: comment(docText(each.docs)),
        name: names[index] ?? '',
        tag: each.name,
        payload: each.type && text.inline(text.type(each.type)),
      }));
      return { docs, name, cases, union: names.join(' | ') };
    }
    case 'resource':
      return cx.role === 'used'
        ? { docs, name, class: classView(decl, cx.functions, text) }
        : { docs, name, implementation: implementationView(decl, cx.functions, text) };
  }
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
  const names = new NameScope();
  return all.map((each) => {
    const { mark, type } = typeOf(each);
    return { docs: comment(docText(each.docs)), name: `${names.take(camelCase(each.name))}${mark}`, type };
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
function caseDocs(cases: readonly Named[]): readonly string[] {
  if (cases.every(({ docs }) => docText(docs).length === 0)) return [];
  return [
    '',
    '# Variants',
    ...cases.flatMap(({ name, docs }) => ['', `## \`"${name}"\``, ...spaced(docText(docs))]),
  ];
}

const spaced = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', ...lines]);
