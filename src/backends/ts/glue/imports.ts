/** What the host gives: all of it is looked for before anything runs, and what the code makes use of has a name. */
import type { FunctionPlan, ResourcePlan, ScopePlan } from '../../../abi/plan.js';
import { indent, line, type Block } from '../../../emit/code.js';
import type { TypeDecl } from '../../../resolve/model.js';
import { keyOf } from '../words.js';
import { givenBy, type GlueContext } from './context.js';
import { loweredResources } from './facts.js';

/** One of what the host gives. */
interface Given {
  readonly scope: ScopePlan;
  readonly what: ScopePlan | FunctionPlan | TypeDecl;
  /** What it is called among the imports. */
  readonly key: string;
  /** The functions and classes in it, with the static functions of these: `open: {}`, `File: { create: {} }`. */
  readonly members: readonly string[];
}

/** Looks for everything, and declares what the code makes use of. */
export function importConstants(cx: GlueContext): Block {
  const all = cx.plan.scopes
    .filter(({ direction }) => direction === 'import')
    .flatMap((scope) => given(scope, cx));
  if (all.length === 0) return [];
  const lowered = loweredResources(cx.plan);
  return [
    line(cx.runtime('checkImports'), '(imports, {'),
    indent(all.map(({ key, members }) => `${keyOf(key)}: { ${members.join(', ')} },`)),
    '});',
    all
      .filter((each) => isUsed(each, lowered))
      .map(({ what, key }) => `const ${cx.importOf(what)} = imports['${key}'];`),
  ];
}

/** What the host gives for a scope. Interfaces of types alone are nothing that could be given. */
function given(scope: ScopePlan, cx: GlueContext): readonly Given[] {
  return givenBy(scope)
    .map(([what, name]) => ({
      scope,
      what,
      key: scope.path.kind === 'world' ? name : cx.worldNames.moduleOf(scope).name,
      members: membersOf(what, scope, cx),
    }))
    .filter(({ members }) => members.length > 0);
}

function membersOf(what: Given['what'], scope: ScopePlan, cx: GlueContext): readonly string[] {
  if ('core' in what) return [`${cx.memberOf(what)}: {}`];
  if ('definition' in what) return [`default: ${staticsOf(what, scope, cx)}`];
  return [
    ...scope.resources.map(({ decl }) => `${cx.worldNames.typeName(decl)}: ${staticsOf(decl, scope, cx)}`),
    ...scope.functions
      .filter(({ func }) => func.form.kind === 'free')
      .map((plan) => `${cx.memberOf(plan)}: {}`),
  ];
}

/** `{ create: {} }`. */
function staticsOf(decl: TypeDecl, { functions }: ScopePlan, cx: GlueContext): string {
  const names = functions
    .filter(({ func: { form } }) => form.kind === 'static' && form.resource === decl)
    .map((plan) => `${cx.memberOf(plan)}: {}`);
  return names.length === 0 ? '{}' : `{ ${names.join(', ')} }`;
}

/** Whether the code calls something of it, or has to know its classes: a method is called on the object that has it. */
function isUsed({ scope, what }: Given, lowered: ReadonlySet<ResourcePlan>): boolean {
  if ('core' in what) return true;
  const isMeant = (decl: TypeDecl): boolean => !('definition' in what) || what === decl;
  return (
    scope.resources.some((resource) => isMeant(resource.decl) && lowered.has(resource)) ||
    scope.functions.some(({ func: { form } }) =>
      form.kind === 'free' ? !('definition' in what) : form.kind !== 'method' && isMeant(form.resource),
    )
  );
}
