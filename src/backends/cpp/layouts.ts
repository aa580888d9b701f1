/** What the bindings take for granted about memory, for the compiler to agree with. */
import { recordLayout } from '../../abi/layout.js';
import type { Op, WorldPlan } from '../../abi/plan.js';
import { need } from '../../emit/code.js';
import { structureOf, type Type, type TypeDecl } from '../../resolve/model.js';
import { bodiesOf } from '../op-bodies.js';
import type { Names } from './names.js';
import type { Printer } from './printer.js';
import { sizeText, type TypeSpeller } from './types.js';

/** Assertions about the records whose lists cross as they lie in memory; none where there are no such lists. */
export function layoutChecks(
  plan: WorldPlan,
  names: Names,
  types: TypeSpeller,
  printer: Printer,
): readonly string[] {
  return [...recordsInPlace(plan)].flatMap((decl) => {
    const { definition } = decl;
    if (definition.kind !== 'record') return [];
    printer.text(need('<cstddef>'));
    const name = types.declared(decl);
    const fields = definition.fields.map((field) => field.type);
    const { layout, offsets } = recordLayout(fields, 'pointer');
    const align = layout.align === 'pointer' ? 'alignof(void*)' : String(layout.align);
    return [
      `static_assert(sizeof(${name}) == ${sizeText(layout.size)} && alignof(${name}) == ${align});`,
      ...names
        .memberNames(decl)
        .map(
          (field, index) =>
            `static_assert(offsetof(${name}, ${field}) == ${sizeText(offsets[index] ?? layout.size)});`,
        ),
    ];
  });
}

/** The records in lists that are not converted, in the order in which they are come across; parts first. */
function recordsInPlace(plan: WorldPlan): ReadonlySet<TypeDecl> {
  const found = new Set<TypeDecl>();
  const addRecords = (type: Type): void => {
    const structure = structureOf(type);
    if (structure.kind === 'list' || structure.kind === 'fixed-length-list') addRecords(structure.element);
    if (structure.kind !== 'declared' || structure.decl.definition.kind !== 'record') return;
    for (const field of structure.decl.definition.fields) addRecords(field.type);
    found.add(structure.decl);
  };
  const visit = (ops: readonly Op[]): void => {
    for (const op of ops) {
      const isInPlace = op.kind === 'data' || op.kind === 'lift-sequence';
      if (isInPlace && op.of.kind === 'list') addRecords(op.of.element);
      for (const body of bodiesOf(op)) visit(body);
    }
  };
  for (const scope of plan.scopes) for (const { body } of scope.functions) visit(body);
  for (const { body } of plan.helpers) visit(body);
  return found;
}
