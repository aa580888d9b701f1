/** Calls and returns. */
import type { FunctionPlan, OpOf } from '../../../abi/plan.js';
import { invariant } from '../../../base/invariant.js';
import { join, line, type Block, type Inline } from '../../../emit/code.js';
import { structureOf } from '../../../resolve/model.js';
import { coreTypes } from '../../cxx/core-types.js';
import { linkName } from '../../cxx/linkage.js';
import type { Body, OpTable } from './body.js';

type FrameKind = 'call-core' | 'call-user' | 'return';

export const frameOps: OpTable<FrameKind> = {
  'call-core': (op, body) => {
    const values = op.arguments.map((argument) => body.use(argument));
    const call: Inline = [`${linkName(op.linkage)}(`, join(values, ', '), ');'];
    return [
      'if (!call.begin()) return nullptr;',
      op.out ? line(`${coreTypes[op.out.type]} const ${body.locals.name(op.out)} = `, call) : line(call),
    ];
  },

  'call-user': (op, body) => {
    const { owner } = body;
    invariant('func' in owner, 'a function that calls the user');
    const values = join(
      op.arguments.map((argument) => body.use(argument)),
      ', ',
    );
    const callee = calleeOf(owner, op, body);
    const { result } = owner.func;
    if (result && structureOf(result).kind === 'result') {
      invariant(op.out, 'what the user returns or throws');
      const outcome = body.locals.name(op.out);
      return line(`wit::napi::Outcome const ${outcome} = call.attempt(`, callee, ', {', values, '});');
    }
    const called: Inline = ['call.invoke(', callee, ', {', values, '});'];
    if (!op.out) return line(called);
    body.placeValue(op.out, 'Path("result")');
    return line(`napi_value const ${body.locals.name(op.out)} = `, called);
  },

  return: (op, body): Block => {
    if (op.value) return line('return ', body.use(op.value), ';');
    const isAnswer = 'func' in body.owner && body.owner.role === 'caller';
    return isAnswer ? line('return nullptr;') : [];
  },
};

/** The function of JavaScript's that a function of WIT is. */
function calleeOf(plan: FunctionPlan, { self }: OpOf<'call-user'>, body: Body): Inline {
  const { form } = plan.func;
  if (form.kind === 'free') return `call.function(${body.names.import(plan).position})`;
  const member = body.names.member(plan);
  if (form.kind === 'method') {
    invariant(self, 'the receiver of a method');
    return ['call.method(', body.use(self), `, "${member}")`];
  }
  const { position } = body.names.importOf(form.resource);
  return form.kind === 'static' ? `call.method(${position}, "${member}")` : `call.constructor(${position})`;
}
