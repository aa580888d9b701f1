/** The view of what implements an interface. */
import type { ScopePlan } from '../../abi/plan.js';
import { camelCase, NameScope } from '../../emit/names.js';
import { callableView, freeFunctionsOf, interfaceMember, type CallableView } from './functions.js';
import type { ModuleText } from './module-text.js';

/** Its functions are methods here, so that they may ask for the very classes that implement the resources. */
export type ImplementedView = {
  readonly name: string;
  readonly classes: readonly { readonly name: string; readonly type: string }[];
  readonly functions: readonly CallableView[];
};

export function implementedView(scope: ScopePlan, text: ModuleText): ImplementedView {
  const names = new NameScope();
  return {
    name: text.names.implementation,
    classes: scope.resources.map(({ decl }) => ({
      name: text.inline(text.types.declared(decl)),
      type: text.names.resource(decl)?.statics ?? '',
    })),
    functions: freeFunctionsOf(scope).map((func) =>
      callableView(func, interfaceMember(names.take(camelCase(func.name))), { text, role: 'implemented' }),
    ),
  };
}
