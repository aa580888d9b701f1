/** What the glue of all targets has in common: what it is given, and what it answers with. */
import type { FunctionPlan, ResourcePlan, ScopePlan, WorldPlan } from '../../../abi/plan.js';
import { indent, line, type Block } from '../../../emit/code.js';
import { hasConstants } from '../presentation.js';
import { itemsOf } from '../world-view.js';
import type { GlueContext } from './context.js';
import { touchesMemory } from './facts.js';
import { callerFunction } from './functions.js';

/** Whether something of a world crosses in memory. */
export const usesMemory = ({ scopes, helpers }: WorldPlan): boolean =>
  [...scopes.flatMap(({ functions }) => functions), ...helpers].some(({ body }) => touchesMemory(body)) ||
  scopes.some(({ functions }) => functions.some(({ foreignAreas }) => foreignAreas.length > 0));

/** What the world exports, as the value of its type. */
export function exportLines(cx: GlueContext): Block {
  const { interfaces, own } = itemsOf(cx.plan, 'export');
  return [
    interfaces.map((scope) => [
      `${cx.members.ofWorld.get(scope) ?? ''}: {`,
      indent(
        scope.types
          .filter((decl) => hasConstants(decl, cx.presentation))
          .map((decl) => cx.worldNames.typeName(decl))
          .map((name) => `${name}: ${cx.constants.get(scope) ?? ''}.${name},`),
        scope.resources.map((resource) => `${classMember(resource, cx)},`),
        freeFunctions(scope, cx),
      ),
      '},',
    ]),
    own.map((scope) => freeFunctions(scope, cx)),
  ];
}

function classMember(resource: ResourcePlan, cx: GlueContext): string {
  const { shown, class: class_ } = cx.resource(resource);
  return shown === class_ ? shown : `${shown}: ${class_}`;
}

const freeFunctions = ({ functions }: ScopePlan, cx: GlueContext): readonly Block[] =>
  functions
    .filter(({ func }) => func.form.kind === 'free')
    .map((plan) => [method(cx.memberOf(plan), plan, cx)]);

/** A method of an object literal, where `new` and `get` are names like others. */
function method(name: string, plan: FunctionPlan, cx: GlueContext): Block {
  const { parameters, result, lines } = callerFunction(plan, cx);
  return [line(name, parameters, ': ', result, ' {'), indent(lines), '},'];
}
