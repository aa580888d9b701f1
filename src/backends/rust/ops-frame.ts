/** Calls and returns. */
import type { ValueLocal } from '../../abi/plan.js';
import { invariant } from '../../base/invariant.js';
import { line, type Inline } from '../../emit/code.js';
import { structureOf } from '../../resolve/model.js';
import { type OpContext, type OpTable, assign } from './body.js';
import { method } from './expressions.js';
import { call } from './lists.js';

type FrameKind = 'call-core' | 'call-user' | 'return';

export const frameOps: OpTable<FrameKind> = {
  'call-core': ({ arguments: parameters, out }, cx) => {
    const called = call('wit_import', ...parameters.map((each) => cx.locals.name(each)));
    return out ? assign(out, called, cx) : line(called, ';');
  },

  'call-user': ({ self, arguments: parameters, out }, cx) => {
    const called = userCall(self, parameters, cx);
    return out ? assign(out, called, cx) : line(called, ';');
  },

  // The block that it ends has its value.

  return: () => [],
};

/** Calls what the user implements. Constructors return the implementation, which becomes a handle. */
function userCall(self: ValueLocal | undefined, parameters: readonly ValueLocal[], cx: OpContext): Inline {
  const { plan, types } = cx;
  invariant(plan, 'a function of the user to call');
  const implementation = types.names.typeParameter(types.scope);
  const receiver = self ? [[cx.locals.name(self), `.get::<${implementation}>()`]] : [];
  const given = [...receiver, ...parameters.map((each) => passed(each, cx))];
  const called = call(`${implementation}::${types.names.function(plan)}`, ...given);
  const { form, result } = plan.func;
  if (form.kind !== 'constructor') return called;
  const made = [types.path(form.resource, 'owner'), '::new'];
  const isFallible = result !== undefined && structureOf(result).kind === 'result';
  return isFallible ? method(called, 'map', made) : call(made, called);
}

/** An argument for the user's function, which wants a reference to some. */
function passed(value: ValueLocal, cx: OpContext): Inline {
  const name = cx.locals.name(value);
  return cx.held.isReference(value) ? ['&', name] : name;
}
