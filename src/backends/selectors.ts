/** How options name the parts of a world: as wit-bindgen's options do. */
import type { Scope } from '../abi/scopes.js';
import { qualifiedName, unaliased, type TypeDecl } from '../resolve/model.js';

/** What a scope goes by, planned or not. */
export type Named = Pick<Scope, 'owner' | 'path'>;

/** `ns:pkg/iface@version`, or the name of an inline interface; undefined for the world's own items. */
export function scopeSelector({ owner, path }: Named): string | undefined {
  if (owner.kind === 'world') return undefined;
  return path.kind === 'interface' ? qualifiedName(owner) : path.name;
}

/**
 * The selectors of a type: that of its interface, or the world's plain name, with `/type` behind it. Types of inline
 * interfaces also go by their plain names.
 */
export function typeSelectors(decl: TypeDecl, scope: Named): readonly string[] {
  const { name } = unaliased(decl);
  if (scope.owner.kind === 'world') return [`${scope.owner.name}/${name}`];
  const whole = `${scopeSelector(scope) ?? ''}/${name}`;
  return scope.path.kind === 'interface' ? [whole] : [whole, name];
}
