/** The functions that users call and write, as they see them. */
import type { FunctionPlan, PlannedParameter } from '../../abi/plan.js';
import type { Inline } from '../../emit/code.js';
import { NameScope } from '../../emit/names.js';
import { isStaticConstructor, type Names } from './names.js';
import { identifier } from '../cxx/words.js';
import type { TypeSpeller } from './types.js';

/** How a function belongs to its class or namespace. */
export type Membership = 'free' | 'method' | 'static' | 'constructor';

export function membershipOf(plan: FunctionPlan): Membership {
  const { func, role } = plan;
  if (func.form.kind !== 'constructor') return func.form.kind;
  return isStaticConstructor(plan) || role === 'callee' ? 'static' : 'constructor';
}

/** The type of a parameter as its user writes it. */
export function parameterType(parameter: PlannedParameter, types: TypeSpeller): Inline {
  return types.parameter(parameter.local.type, parameter.passing);
}

/** `uint32_t start, std::string_view label`; the names may be chosen by a body. */
export function parameterList(
  plan: FunctionPlan,
  types: TypeSpeller,
  nameOf: (parameter: PlannedParameter) => string = namesInOrder(),
): readonly Inline[] {
  return plan.parameters.map((each) => [parameterType(each, types), ' ', nameOf(each)]);
}

function namesInOrder(): (parameter: PlannedParameter) => string {
  const scope = new NameScope();
  return ({ name }) => scope.take(identifier(name));
}

/** The type of the result; constructors have none. */
export function resultType(plan: FunctionPlan, types: TypeSpeller): Inline {
  return plan.result ? types.owned(plan.result) : 'void';
}

/** `::demo::checker::Describe`, or `object.Check` for a method of an exported resource. */
export function userFunction(
  plan: FunctionPlan,
  self: Inline | undefined,
  namespace: string,
  names: Names,
  types: TypeSpeller,
): Inline {
  const name = names.functionName(plan);
  if (self !== undefined) return [self, `.${name}`];
  const { form } = plan.func;
  return form.kind === 'free' ? `::${namespace}::${name}` : `${types.declared(form.resource)}::${name}`;
}
