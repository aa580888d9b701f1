/** The attributes that options add to types and their members. */
import type { Declared, TypeDecl } from '../../resolve/model.js';
import type { ModuleContext } from './module-context.js';
import type { SelectedAttribute } from './options.js';
import { typeSelectors } from '../selectors.js';

/** Traits to derive beyond those that the backend derives by itself; no two of one name. */
export function addedDerives(decl: TypeDecl, own: readonly string[], cx: ModuleContext): readonly string[] {
  const { derive, deriveIgnore } = cx.options;
  if (deriveIgnore.includes(decl.name)) return [];
  const seen = new Set(own);
  return derive.filter((path) => {
    const name = path.replace(/^.*::/, '');
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}

/** The attributes that users want on a type. */
export const typeAttributes = (decl: TypeDecl, cx: ModuleContext): readonly string[] =>
  selectedBy(cx.options.typeAttribute, typeSelectors(decl, cx.scope));

/** The attributes that users want on a field or case. */
export const memberAttributes = (decl: TypeDecl, member: Declared, cx: ModuleContext): readonly string[] =>
  selectedBy(
    cx.options.memberAttribute,
    typeSelectors(decl, cx.scope).map((type) => `${type}.${member.name}`),
  );

const selectedBy = (
  attributes: readonly SelectedAttribute[],
  selectors: readonly string[],
): readonly string[] =>
  attributes.filter(({ selector }) => selectors.includes(selector)).map(({ attribute }) => attribute);
