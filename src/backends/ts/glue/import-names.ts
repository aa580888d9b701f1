/** What the host gives, by names: what is looked for before anything runs. */
import type { FunctionPlan, ScopePlan, WorldPlan } from '../../../abi/plan.js';
import type { TypeDecl } from '../../../resolve/model.js';
import type { WorldNames } from '../world-names.js';
import { functionsOfClasses, keyOf, membersOfObjects } from '../words.js';
import type { Members } from './members.js';

/** One of what the host gives. */
export interface Given {
  readonly scope: ScopePlan;
  readonly what: ScopePlan | FunctionPlan | TypeDecl;
  /** What it is called among the imports. */
  readonly key: string;
  /** The functions and classes in it, with the static functions of these: `open: {}`, `File: { create: {} }`. */
  readonly members: readonly string[];
}

/** What functions and types are called. */
interface Names {
  readonly members: Members;
  readonly worldNames: WorldNames;
}

/** All that the host gives. Interfaces of types alone are nothing that could be given. */
export const givenTo = ({ scopes }: WorldPlan, names: Names): readonly Given[] =>
  scopes
    .filter(({ direction }) => direction === 'import')
    .flatMap((scope) =>
      givenBy(scope).map(([what, name]) => ({
        scope,
        what,
        key: scope.path.kind === 'world' ? name : names.worldNames.moduleOf(scope).name,
        members: membersOf(what, scope, names),
      })),
    )
    .filter(({ members }) => members.length > 0);

/**
 * What the host gives for a scope, by the names under which it gives it: an interface as a whole, functions and resources of the
 * world each for itself.
 */
export function givenBy(
  scope: ScopePlan,
): readonly (readonly [ScopePlan | FunctionPlan | TypeDecl, string])[] {
  if (scope.path.kind !== 'world') return [[scope, scope.path.name]];
  const free = scope.functions.filter(({ func }) => func.form.kind === 'free');
  return [
    ...free.map((plan) => [plan, plan.func.name] as const),
    ...scope.resources.map(({ decl }) => [decl, decl.name] as const),
  ];
}

/** The lines that say all of it to `checkImports`. */
export const lookedFor = (all: readonly Given[]): readonly string[] =>
  all.map(({ key, members }) => `${keyOf(key)}: { ${members.join(', ')} },`);

function membersOf(what: Given['what'], scope: ScopePlan, names: Names): readonly string[] {
  if ('core' in what) return [functionIn('Object', what, names)];
  if ('definition' in what) return [`default: ${staticsOf(what, scope, names)}`];
  return [
    ...scope.resources.map(
      ({ decl }) => `${names.worldNames.typeName(decl)}: ${staticsOf(decl, scope, names)}`,
    ),
    ...scope.functions
      .filter(({ func }) => func.form.kind === 'free')
      .map((plan) => functionIn('Object', plan, names)),
  ];
}

/** `{ create: {} }`. */
function staticsOf(decl: TypeDecl, { functions }: ScopePlan, names: Names): string {
  const statics = functions
    .filter(({ func: { form } }) => form.kind === 'static' && form.resource === decl)
    .map((plan) => functionIn('Function', plan, names));
  return statics.length === 0 ? '{}' : `{ ${statics.join(', ')} }`;
}

/** The functions that every object or every class has, and nobody has given. */
const common = { Object: membersOfObjects, Function: functionsOfClasses };

/** A function of an object or a class; of a name that each of these has, together with what they have. */
function functionIn(place: keyof typeof common, plan: FunctionPlan, { members }: Names): string {
  const name = members.of.get(plan) ?? '';
  return `${name}: ${common[place].has(name) ? `globalThis.${place}.prototype.${name}` : '{}'}`;
}
