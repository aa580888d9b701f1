/** Types that are found elsewhere: a name for each, and what has to be true of it. */
import type { Op, WorldPlan } from '../../abi/plan.js';
import { indent, line, type Block } from '../../emit/code.js';
import type { Json } from '../../emit/view.js';
import type { Declared, Field, Type, TypeDecl } from '../../resolve/model.js';
import type { ModuleContext } from './module-context.js';
import { bodiesOf } from '../op-bodies.js';
import { stringLiteral } from './text.js';
import { generics } from './types.js';
import { baseOf, partsOf, partsOfDecl } from './usage.js';

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
    const alias = { docs: [], attributes: cx.attributes, name, generics: lifetime, type: path + lifetime };
    return { alias: { ...alias, borrow: undefined } };
  });
  if (definition.kind === 'enum') return [...aliases, ...mappedEnumViews(decl, definition.cases, cx)];
  const isMoved = definition.kind === 'record' && movedWhole(cx.plan).has(decl);
  return isMoved ? [...aliases, { constant: layoutCheck(decl, definition.fields, cx) }] : aliases;
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
    'other => ',
    cx.types.runtime('_rt::scalar::invalid_case'),
    `(${stringLiteral(decl.name)}, other),`,
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

/** Lists of the record cross as they lie in memory, so it has to lie there as the interface says. */
function layoutCheck(decl: TypeDecl, fields: readonly Field[], cx: ModuleContext): Json {
  const type = cx.names.type(decl);
  const offset = (of: string, field: string): string => `::core::mem::offset_of!(${of}, ${field})`;
  const measure = (what: 'size' | 'align', of: string): string => `::core::mem::${what}_of::<${of}>()`;
  return constant(
    [
      '#[repr(C)]',
      'struct WitLayout {',
      indent(...fields.map((field) => line(`${cx.names.member(field)}: `, cx.types.spell(field.type), ','))),
      '}',
      '',
      ...(['size', 'align'] as const).map(
        (what) => `assert!(${measure(what, type)} == ${measure(what, 'WitLayout')});`,
      ),
      ...fields.map((field) => {
        const name = cx.names.member(field);
        return `assert!(${offset(type, name)} == ${offset('WitLayout', name)});`;
      }),
    ],
    cx,
  );
}

const constant = (body: Block, cx: ModuleContext): Json => ({
  attributes: cx.attributes,
  body: cx.lines(body, 1),
});

/** The declarations of which whole lists cross without a conversion. */
function movedWhole(plan: WorldPlan): ReadonlySet<TypeDecl> {
  const moved = new Set<TypeDecl>();
  const note = (type: Type): void => {
    if (type.kind !== 'named') partsOf(type).forEach(note);
    else if (!moved.has(baseOf(type.decl))) {
      moved.add(baseOf(type.decl));
      partsOfDecl(baseOf(type.decl)).forEach(note);
    }
  };
  const visit = (op: Op): void => {
    if ((op.kind === 'data' || op.kind === 'lift-sequence') && op.of.kind === 'list') note(op.of.element);
    for (const body of bodiesOf(op)) body.forEach(visit);
  };
  for (const { body } of plan.scopes.flatMap(({ functions }) => functions)) body.forEach(visit);
  for (const { body } of plan.helpers) body.forEach(visit);
  return moved;
}
