/** Types that are found elsewhere: a name for each, and what has to be true of it. */
import { indent, line, type Block } from '../../emit/code.js';
import type { Json } from '../../emit/view.js';
import type { Declared, TypeDecl } from '../../resolve/model.js';
import type { ModuleContext } from './module-context.js';
import { stringLiteral } from './text.js';
import { aliasOf } from './type-views.js';
import { generics } from './types.js';

/** The items that take the place of a declaration; `path` is that of the type. */
export function mappedTypeViews(
  decl: TypeDecl,
  path: string,
  cx: ModuleContext,
): readonly Record<string, Json>[] {
  const { definition } = decl;
  const forms = definition.kind === 'resource' ? [undefined] : cx.types.modes.formsOf(decl);
  const aliases = forms.map((as) => {
    const lifetime = generics(as?.mode.lifetime);
    const name = cx.names.type(decl, as?.form);
    const declaration = aliasOf(name + lifetime, path + lifetime, cx);
    return { alias: { docs: [], attributes: cx.attributes, declaration, borrow: undefined } };
  });
  return definition.kind === 'enum' ? [...aliases, ...mappedEnumViews(decl, definition.cases, cx)] : aliases;
}

/** The cases are numbered as in the interface, and a number becomes a case. */
function mappedEnumViews(
  decl: TypeDecl,
  cases: readonly Declared[],
  cx: ModuleContext,
): readonly Record<string, Json>[] {
  const type = cx.names.type(decl);
  const named = cases.map((each) => `${type}::${cx.names.member(each)}`);
  const checks = named.map((each, index) => `assert!(${each} as u32 == ${String(index)});`);
  const other = line(
    '_ => ',
    cx.types.runtime('_rt::scalar::invalid_case'),
    `(${stringLiteral(decl.name)}),`,
  );
  return [
    { constant: constant(checks, cx) },
    {
      function: {
        docs: [],
        attributes: cx.attributes,
        signature: [`pub(crate) fn ${cx.names.lift(decl)}(case: u32) -> ${type} {`],
        body: cx.lines(
          ['match case {', indent(...named.map((each, index) => `${String(index)} => ${each},`), other), '}'],
          1,
        ),
      },
    },
  ];
}

const constant = (body: Block, cx: ModuleContext): Json => ({
  attributes: cx.attributes,
  body: cx.lines(body, 1),
});
