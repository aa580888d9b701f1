/** Calls and returns. */
import { invariant } from '../../base/invariant.js';
import { join, line, type Inline } from '../../emit/code.js';
import type { OpTable } from './body.js';
import { linkName } from '../cxx/linkage.js';
import { coreTypes } from '../cxx/core-types.js';

type FrameKind = 'call-core' | 'call-user' | 'return';

export const frameOps: OpTable<FrameKind> = {
  'call-core': (op, body) => {
    const values = op.arguments.map((argument) => body.use(argument));
    const call: Inline = [`${linkName(op.linkage)}(`, join(values, ', '), ');'];
    if (!op.out) return line(call);
    return line(`${coreTypes[op.out.type]} const ${body.locals.name(op.out)} = `, call);
  },

  'call-user': (op, body) => {
    invariant('func' in body.owner, 'a function that calls the user');
    const self = op.self && body.use(op.self);
    const values = op.arguments.map((argument) => body.take(argument));
    const call: Inline = [body.cx.userFunction(body.owner, self), '(', join(values, ', '), ');'];
    if (!op.out) return line(call);
    // What a class of the user's returns may differ from what is asked for, if it can be converted.
    const type = body.owner.func.form.kind === 'free' ? 'auto' : body.types.owned(op.out.type);
    return line(type, ` ${body.locals.name(op.out)} = `, call);
  },

  return: (op, body) => {
    if (!op.value) return [];
    const value = op.value.kind === 'core' ? body.use(op.value) : body.takeLast(op.value);
    if (body.returning === 'assigns-this') return line('*this = ', value, ';');
    return line('return ', value, ';');
  },
};
