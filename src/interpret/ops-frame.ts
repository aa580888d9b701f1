/** What a function calls, and what it answers. */
import { invariant } from '../base/invariant.js';
import type { ExecuteTable } from './ops-table.js';

export const frameOps: Pick<ExecuteTable, 'call-core' | 'call-user' | 'return'> = {
  'call-core'(op, frame) {
    const call = frame.component.linker.link(op.linkage, frame.component);
    const cores = op.arguments.map((argument) => frame.bits(argument));
    const answer = frame.activation.lending(() => call(cores));
    if (!op.out) return;
    invariant(answer !== undefined, 'the callee to answer');
    frame.setBits(op.out, answer);
    frame.checkForeign(op.out);
  },
  'call-user'(op, frame) {
    const { plan } = frame.activation;
    invariant(plan, 'a function to have a user');
    frame.activation.checkViews();
    const answer = frame.component.user({
      plan,
      component: frame.component,
      self: op.self && frame.value(op.self),
      arguments: op.arguments.map((argument) => frame.value(argument)),
    });
    if (!op.out) return;
    invariant(answer !== undefined, 'the user to answer');
    frame.setValue(op.out, answer);
  },
  return(op, frame) {
    frame.return(op.value);
  },
};
