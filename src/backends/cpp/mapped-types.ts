/** What has to be true of types that a header of the user's declares, for the compiler to agree with. */
import type { ScopePlan, WorldPlan } from '../../abi/plan.js';
import { line, need, type Block } from '../../emit/code.js';
import { unaliased, type Type, type TypeDecl } from '../../resolve/model.js';
import { partsOf } from '../../resolve/parts.js';
import type { TypeContext } from './declarations.js';
import type { Printer } from '../cxx/printer.js';
import { enumInteger, flagBits } from './underlying.js';
import { variantStorage } from './variant-storage.js';

/**
 * Assertions about the mapped types that functions of `plan` pass: members are told apart by number when they cross.
 * Layouts are the business of layouts.ts.
 */
export function mappedTypeChecks(
  plan: WorldPlan,
  mapped: ReadonlyMap<ScopePlan, string>,
  cx: TypeContext,
  printer: Printer,
): readonly string[] {
  const passed = mapped.size === 0 ? new Set<TypeDecl>() : declarationsPassed(plan);
  const declared = [...mapped.keys()].flatMap((scope) => cx.names.typesOf(scope));
  return printer.lines(declared.filter((decl) => passed.has(decl)).map((decl) => checksOf(decl, cx)));
}

function checksOf(decl: TypeDecl, { names, types }: TypeContext): Block {
  const { definition } = decl;
  const type = types.declared(decl);
  const members = names.memberNames(decl);
  switch (definition.kind) {
    case 'enum':
      return [
        hasInteger(type, enumInteger(members.length)),
        members.map((member, index) =>
          assertion(`${type}::${member} == static_cast<${type}>(${String(index)})`),
        ),
      ];
    case 'flags': {
      const bits = flagBits(members.length);
      if (!bits) return [];
      return [
        hasInteger(type, bits.integer),
        members.map((member, index) =>
          assertion(`${type}::${member} == static_cast<${type}>(1${bits.suffix} << ${String(index)})`),
        ),
      ];
    }
    case 'variant': {
      if (variantStorage(decl).namespace === 'wit') return [];
      const storage = `decltype(${type}::variants)`;
      return [
        line(
          need('<type_traits>'),
          need('<variant>'),
          assertion(`std::variant_size_v<${storage}> == ${String(members.length)}`),
        ),
        members.map((member, index) => {
          const alternative = `std::variant_alternative_t<${String(index)}, ${storage}>`;
          return assertion(`std::is_same_v<${alternative}, ${type}::${member}>`);
        }),
      ];
    }
    default:
      return [];
  }
}

const assertion = (condition: string): string => `static_assert(${condition});`;

const hasInteger = (type: string, integer: string): Block =>
  line(
    need('<cstdint>'),
    need('<type_traits>'),
    assertion(`std::is_same_v<std::underlying_type_t<${type}>, ${integer}>`),
  );

/** Declarations that parameters and results hold, aliases seen through. */
function declarationsPassed({ scopes }: WorldPlan): ReadonlySet<TypeDecl> {
  const found = new Set<TypeDecl>();
  const note = (type: Type): void => {
    const decl = type.kind === 'named' ? unaliased(type.decl) : undefined;
    if (decl && found.has(decl)) return;
    if (decl) found.add(decl);
    partsOf(decl?.definition ?? type).forEach(note);
  };
  for (const { func } of scopes.flatMap(({ functions }) => functions)) {
    for (const { type } of func.parameters) note(type);
    if (func.result) note(func.result);
  }
  return found;
}
