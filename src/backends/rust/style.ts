/** How far views reach in Rust, for the planner. */
import type { ApiStyle } from '../../abi/api-style.js';
import type { Passing } from '../../abi/plan.js';
import type { TypeDecl } from '../../resolve/model.js';
import type { Modes } from './modes.js';

/**
 * Where types own what they consist of, a view is a reference to an owner: of a `&[String]` only the
 * list is looked at. Elsewhere views are made of views: `&[&str]`. Types that are found elsewhere are foreign.
 */
export function styleOf(modes: Modes, received: Passing, isForeign: (decl: TypeDecl) => boolean): ApiStyle {
  const deep = modes.ofViews === 'borrowed';
  return {
    received,
    viewsWithin: {
      list: deep,
      map: deep,
      'fixed-length-list': deep,
      tuple: true,
      option: true,
      result: true,
    },
    // `&str` and `&[T]`: the runtime asserts it.
    viewsLieAsTheyCross: true,
    sendsAsInC: true,
    charsAreValid: true,
    isForeign,
    hasView: (decl) => modes.hasView(decl),
    isWhole: (type) => modes.isWhole(type),
    isShallow: (type) => modes.isShallow(type),
  };
}
