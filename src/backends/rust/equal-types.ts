/** Types that are alike in all but their names, of which one is enough. */
import type { WorldPlan } from '../../abi/plan.js';
import { structureOf, unaliased, type Type, type TypeDecl } from '../../resolve/model.js';
import { partsOf } from '../../resolve/parts.js';

/**
 * For every type that has a like before it: that type. Alike are records with the same fields in the same order, and so
 * on; resources are alike only to themselves. `isApart` names those that are not ours to declare.
 */
export function equalTypes(
  plan: WorldPlan,
  isApart: (decl: TypeDecl) => boolean,
): ReadonlyMap<TypeDecl, TypeDecl> {
  const firsts = new Map<string, TypeDecl>();
  const equal = new Map<TypeDecl, TypeDecl>();
  const ids = new Map<TypeDecl, number>();
  const idOf = (decl: TypeDecl): string => {
    const meant = unaliased(decl);
    const first = equal.get(meant) ?? meant;
    if (!ids.has(first)) ids.set(first, ids.size);
    return `#${String(ids.get(first))}`;
  };
  // Types stand after those that they consist of, so that parts are known by their firsts.
  for (const decl of plan.scopes.flatMap(({ types }) => types)) {
    const text = isApart(decl) ? undefined : shapeOf(decl, idOf);
    if (text === undefined) continue;
    const first = firsts.get(text);
    if (first) equal.set(decl, first);
    else firsts.set(text, decl);
  }
  return equal;
}

type IdOf = (decl: TypeDecl) => string;

/** A text that two declarations share if they are alike; undefined for what declares no type of its own. */
function shapeOf({ definition }: TypeDecl, idOf: IdOf): string | undefined {
  const optional = (type: Type | undefined): string => (type ? `(${textOf(type, idOf)})` : '');
  switch (definition.kind) {
    case 'record':
      return `record ${definition.fields.map(({ name, type }) => name + optional(type)).join(' ')}`;
    case 'variant':
      return `variant ${definition.cases.map(({ name, type }) => name + optional(type)).join(' ')}`;
    case 'enum':
      return `enum ${definition.cases.map(({ name }) => name).join(' ')}`;
    case 'flags':
      return `flags ${definition.flags.map(({ name }) => name).join(' ')}`;
    default:
      return undefined;
  }
}

function textOf(type: Type, idOf: IdOf): string {
  const structure = structureOf(type);
  switch (structure.kind) {
    case 'declared':
      return idOf(structure.decl);
    case 'own':
    case 'borrow':
      return `${structure.kind}${idOf(structure.resource)}`;
    case 'primitive':
      return structure.name;
    case 'fixed-length-list':
      return `list${String(structure.length)}<${textOf(structure.element, idOf)}>`;
    case 'result':
      // Which of the arms is missing matters.
      return `result<${[structure.ok, structure.err].map((arm) => (arm ? textOf(arm, idOf) : '_')).join()}>`;
    default:
      return `${structure.kind}<${partsOf(structure)
        .map((part) => textOf(part, idOf))
        .join()}>`;
  }
}
