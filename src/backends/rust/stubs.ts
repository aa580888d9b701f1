/** Implementations that are not written yet, so that a world's bindings can be built before its program. */
import type { ResourcePlan, ScopePlan } from '../../abi/plan.js';
import type { Json } from '../../emit/view.js';
import { freeFunctions, functionsOf } from './function-groups.js';
import { stubSignature } from './function-views.js';
import type { ModuleContext } from './module-context.js';

/** What implements the traits of an exported scope. */
export function stubViews(scope: ScopePlan, cx: ModuleContext): readonly Json[] {
  const resources = scope.resources.map(({ decl }) => cx.names.type(decl));
  return [
    stubView('Guest', resources, freeFunctions(scope), cx),
    ...scope.resources.map((resource) => resourceStub(resource, scope, cx)),
  ];
}

const resourceStub = ({ decl }: ResourcePlan, scope: ScopePlan, cx: ModuleContext): Json =>
  stubView(cx.names.guest(decl), [], functionsOf(decl, scope), cx);

function stubView(
  trait: string,
  resources: readonly string[],
  functions: ScopePlan['functions'],
  cx: ModuleContext,
): Json {
  const stub = `${'super::'.repeat(cx.names.moduleOf(cx.scope).length)}${cx.names.stub}`;
  return {
    attributes: cx.attributes,
    trait,
    stub,
    isEmpty: resources.length + functions.length === 0,
    associated: resources.map((name) => ({ name, stub })),
    methods: functions.map((each, index) => ({
      signature: stubSignature(each, cx),
      separated: index > 0 || resources.length > 0,
    })),
  };
}
