/** How far views reach in C++: what the planner has to know about the types of types.ts. */
import { passingOf, type ApiName, type ApiStyle } from '../../abi/api-style.js';
import { factsOfDecl } from '../../abi/type-facts.js';
import type { TypeDecl } from '../../resolve/model.js';
import type { CppOptions, RecordOwnership } from './options.js';

/**
 * The style of an API in C++. A `std::expected` owns what it holds, as does a variant; records do unless
 * there is a struct for views of them.
 */
export function cppStyle(api: ApiName, { ownership }: CppOptions): ApiStyle {
  const style: ApiStyle = {
    // What a list, an option or a record holds is its own, as in wit-bindgen's symmetric style.
    received: api === 'views' ? 'shallow' : 'owner',
    viewsWithin: {
      list: true,
      map: true,
      'fixed-length-list': true,
      tuple: true,
      option: true,
      result: false,
    },
    // `wit::string` and `wit::vector`.
    ownersLieAsTheyCross: true,
    sendsAsInC: true,
    hasView: (decl) =>
      decl.definition.kind === 'record' &&
      mayBeView(decl, ownership) &&
      decl.definition.fields.some(({ type }) => passingOf(type, 'view', style) === 'view'),
  };
  return style;
}

/** A record that owns a resource is spent by the call that it is passed to, views or not. */
function mayBeView(decl: TypeDecl, ownership: RecordOwnership): boolean {
  return ownership === 'fine-borrowing' || (ownership === 'coarse-borrowing' && !factsOfDecl(decl).hasOwn);
}
