/** Lists of some records cross as they lie in memory: the compiler has to agree about how that is. */
import { crossesAsItLies, type ApiStyle } from '../../abi/api-style.js';
import { recordLayout } from '../../abi/layout.js';
import type { WorldPlan } from '../../abi/plan.js';
import type { Type } from '../../resolve/model.js';
import type { Names } from './names.js';
import type { Printer } from './printer.js';
import { sizeText, type TypeSpeller } from './types.js';

/** A world, and how its types lie in memory. */
export interface LaidOutWorld {
  readonly plan: WorldPlan;
  readonly names: Names;
  readonly types: TypeSpeller;
  readonly style: ApiStyle;
}

/** Assertions that each record of which lists cross without conversion has the layout of the ABI. */
export function layoutChecks(
  { plan, names, types, style }: LaidOutWorld,
  printer: Printer,
): readonly string[] {
  const declared = plan.scopes.flatMap(names.typesOf);
  const checks = declared.flatMap((decl) => {
    if (decl.definition.kind !== 'record') return [];
    if (!crossesAsItLies({ kind: 'named', decl }, 'owner', style)) return [];
    const name = types.declared(decl);
    const fieldTypes: readonly Type[] = decl.definition.fields.map((field) => field.type);
    const { layout, offsets } = recordLayout(fieldTypes, 'pointer');
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
  if (checks.length > 0) printer.require('<cstddef>');
  return checks;
}
