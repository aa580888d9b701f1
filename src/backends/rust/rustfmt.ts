import type { Block } from '../../emit/code.js';
import { renderBlock, type Rendered } from '../../emit/render.js';

/** How wide rustfmt lets things be, by the names that its configuration has for that. */
export const maxWidth = 100;
export const tabSpaces = 4;

/** The arguments of a call, the items of a tuple. */
export const fnCallWidth = 60;

/** The arguments of an attribute, where there are several. */
export const attrFnLikeWidth = 70;

/** The items of an array. */
export const arrayWidth = 60;

/** The fields of a struct literal or pattern. */
export const structLitWidth = 18;

/** Calls of methods on each other's results. */
export const chainWidth = 60;

/** Arguments of this width share lines where not all fit on one. */
export const shortArrayElementWidthThreshold = 10;

/** Lines behind `columns` columns of indentation, broken where they are too long. */
export const renderRust = (code: Block, columns: number): Rendered<readonly string[]> =>
  renderBlock(code, ' '.repeat(tabSpaces), { width: maxWidth, before: columns });

/** `#[derive(…)]` behind `columns` columns of indentation. What the numbers allow is what rustfmt was seen to allow. */
export function deriveLines(paths: readonly string[], columns: number): readonly string[] {
  const list = paths.join(', ');
  const whole = `#[derive(${list})]`;
  if (columns + whole.length <= maxWidth - tabSpaces) return [whole];
  const inside =
    columns + tabSpaces + list.length <= maxWidth ? [`${list},`] : paths.map((path) => `${path},`);
  return ['#[derive(', ...inside.map((line) => `    ${line}`), ')]'];
}
