/** AST to model: interfaces. */
import type { InterfaceItem } from '../syntax/ast.js';
import { type BodyContext, enter } from './body.js';
import type { Draft } from './draft.js';
import { isTypedef, isUse } from './item-kinds.js';
import { linkFunction, linkResource } from './link-functions.js';
import { linkTypes } from './link-typedefs.js';
import type { Func, Interface } from './model.js';

/** Fills an interface: types first, then functions in the order of the text. */
export function linkInterface(
  interface_: Draft<Interface>,
  items: readonly InterfaceItem[],
  cx: BodyContext,
): void {
  cx.items.program.typeScopes.set(interface_, cx.types);
  const { types, declarations } = linkTypes(items.filter(isUse), items.filter(isTypedef), cx);
  interface_.types = [...types];
  for (const item of items) {
    if (item.kind !== 'function-item') continue;
    enter(item.name, { kind: 'function', origin: item.name.span }, cx);
  }
  const functions = items.flatMap((item): readonly Func[] => {
    if (item.kind === 'function-item') return [linkFunction(item, cx)].flatMap((func) => func ?? []);
    const resource = item.kind === 'resource' ? declarations.get(item) : undefined;
    return item.kind === 'resource' && resource ? linkResource(item, resource, cx) : [];
  });
  interface_.functions = [...functions];
}
