/** Reading and writing memory. */
import type { OpOf } from '../../../abi/plan.js';
import { line, type Inline } from '../../../emit/code.js';
import { unspelled } from '../../support.js';
import type { Body, OpTable } from './body.js';
import { inside } from './ops-lower.js';
import { cast, fromMemory, toCore } from './scalars.js';

type MemoryKind =
  | 'store'
  | 'load'
  | 'store-scalar'
  | 'load-scalar'
  | 'call-store'
  | 'call-load'
  | 'area'
  | 'free'
  | 'each-slot'
  | 'branch'
  | 'cast';

export const memoryOps: OpTable<MemoryKind> = {
  store: (op, body) =>
    line(body.cx.memory.store(body.view, op.width, body.at(op.at), body.use(op.value)), ';'),

  load: (op, body) => body.declare(op.out, body.load(op.width, body.at(op.at))),

  'store-scalar': (op, body) => {
    const value = toCore(op.of, body.use(op.value), body.pathOf(op.value), body);
    return line(body.cx.memory.store(body.view, op.width, body.at(op.at), value), ';');
  },

  'load-scalar': (op, body) => body.express(op.out, fromMemory(op.of, op.width, body.at(op.at), body)),

  'call-store': (op, body) => {
    const [head, tail] = helperCall(op, body);
    return inside(op.value, body.pass([head, ', '], [op.value], [tail, ';']), body);
  },

  'call-load': (op, body) => body.declare(op.out, [...helperCall(op, body)]),

  area: (op, body) => {
    const span = { count: undefined, element: body.extent(op.layout) };
    const ownership = op.storage === 'given' ? 'given' : 'lent';
    return [body.declare(op.out, body.cx.memory.allocate(span, ownership, '')), body.reserved(op.out)];
  },

  cast: (op, body) => body.express(op.out, cast(op, body.use(op.value), body)),

  free: (op, body) => {
    const isNothing = op.count !== undefined && body.extent(op.element).size === 0;
    return isNothing ? [] : body.cx.memory.freed(body.use(op.pointer), op.count && body.use(op.count));
  },
  'each-slot': unspelled,
  branch: unspelled,
};

/** A call of a helper: what stands before the value that it may be given, and what behind. */
function helperCall(op: OpOf<'call-store'> | OpOf<'call-load'>, body: Body): readonly [Inline, Inline] {
  const scope = body.cx.target.lends(op.helper.body, body.cx) ? `, ${body.scope}` : '';
  return [
    [`${body.cx.helper(op.helper)}(`, body.at(op.at)],
    [scope, ')'],
  ];
}
