/** What the bindings take for granted about memory, for the compiler to agree with. */
import { recordLayout } from '../../abi/layout.js';
import type { WorldPlan } from '../../abi/plan.js';
import { need } from '../../emit/code.js';
import { typesInPlace } from '../types-in-place.js';
import type { Names } from './names.js';
import type { Printer } from '../cxx/printer.js';
import type { TypeSpeller } from './types.js';
import { sizeText } from '../cxx/core-types.js';

/** Assertions about the records whose lists cross as they lie in memory; none where there are no such lists. */
export function layoutChecks(
  plan: WorldPlan,
  names: Names,
  types: TypeSpeller,
  printer: Printer,
): readonly string[] {
  return [...typesInPlace(plan)].flatMap((decl) => {
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
