/** Calls and returns. */
import type { FunctionPlan, OpOf } from '../../../abi/plan.js';
import { indent, join, line, type Block, type Inline } from '../../../emit/code.js';
import { outcomeOf, positionOfResult } from '../functions.js';
import { spellType } from '../types.js';
import { functionOf, type Body, type OpTable } from './body.js';
import { touchesMemory, writesTo } from './facts.js';

type FrameKind = 'call-core' | 'call-user' | 'return';

export const frameOps: OpTable<FrameKind> = {
  'call-core': (op, body) => {
    const plan = functionOf(body);
    const call = (before: string): Block =>
      body.pass(`${before}${body.cx.coreFunction(plan)}(`, op.arguments, ');');
    return [
      made(body),
      body.cx.target.callCore(call, op, body),
      body.readsAnswer ? body.cx.memory.refresh : [],
      fetchedAreas(plan, body),
    ];
  },

  'call-user': (op, body) => {
    const plan = functionOf(body);
    const call = userCall(op, plan, body);
    const { refresh, growsUnderUser } = body.cx.memory;
    const refreshed = growsUnderUser && touchesMemory(plan.body) ? refresh : [];
    if (!op.out) return [line(call, ';'), refreshed];
    const outcome = outcomeOf(plan.func);
    body.setPath(op.out, body.cx.pathOfResult(plan));
    if (!outcome) return [body.declare(op.out, call), refreshed];
    body.outcome = op.out;
    const result = body.name(op.out);
    const types = body.cx.text.typesOf(positionOfResult(plan.func));
    return [
      line(`let ${result}: `, body.cx.readType(op.out.type), ';'),
      'try {',
      indent(
        outcome.ok
          ? line(`${result} = { tag: 'ok', val: `, call, ' };')
          : [line(call, ';'), `${result} = { tag: 'ok' };`],
      ),
      '} catch (error) {',
      indent(
        outcome.err
          ? line(
              ...[`${result} = { tag: 'err', val: `, body.cx.runtime('errorOf'), '(error) as '],
              ...[spellType(outcome.err, types), ' };'],
            )
          : [line(body.cx.runtime('errorOf'), '(error);'), `${result} = { tag: 'err' };`],
      ),
      '}',
      refreshed,
    ];
  },

  return: (op, body) => {
    const { role, body: ops } = functionOf(body);
    const close: Block = body.cx.target.lends(ops, body.cx)
      ? [role === 'callee' ? made(body) : [], body.cx.target.closeScope(body)]
      : [];
    if (!op.value) return close;
    const { value } = op;
    if (value.kind === 'core') return [close, body.pass('return ', [value], ';')];
    const outcome = outcomeOf(functionOf(body).func);
    if (outcome) return [close, unwrapped(body.name(value), outcome.ok !== undefined, body)];
    if (isNothing(close)) return body.pass('return ', [value], ';');
    const name = body.locals.fresh('value');
    // A tuple is one by its type, which it does not get from the function here.
    return [
      body.pass([`const ${name}: `, body.cx.type(value.type), ' = '], [value], ';'),
      close,
      `return ${name};`,
    ];
  },
};

/** From here on objects are given away that could have been taken back. */
const made = ({ cx, owner, scope }: Body): Block =>
  cx.mayTakeBack(owner.body) ? `${scope}.isMade = true;` : [];

/** Begins what is lent in the call, where something is. */
export const scopeDeclaration = (body: Body): Block =>
  body.cx.target.lends(body.owner.body, body.cx)
    ? line(`const ${body.scope} = new `, body.cx.runtime('Scope'), '();')
    : [];

/** The memory of the other side's that a function reads or writes as it stands. */
export function fetchedAreas({ foreignAreas }: FunctionPlan, body: Body): Block {
  return foreignAreas.map(({ pointer, layout }) => {
    const span = { pointer: body.use(pointer), count: undefined, element: body.extent(layout) };
    const place = body.locals.fresh(`${pointer.hint}-at`);
    body.setPlace(pointer, place);
    const isWritten = writesTo(pointer, body.owner.body);
    const { memory } = body.cx;
    return line(`const ${place} = `, isWritten ? memory.answer(span) : memory.fetch(span), ';');
  });
}

/** A `result` as the result of a function: its error is thrown. */
function unwrapped(result: string, hasValue: boolean, body: Body): Block {
  return [
    line(`if (${result}.tag === 'err') throw new `, body.cx.runtime('ComponentError'), `(${result}.val);`),
    hasValue ? `return ${result}.val;` : [],
  ];
}

function userCall(op: OpOf<'call-user'>, plan: FunctionPlan, body: Body): Inline {
  const values = join(
    op.arguments.map((argument) => body.use(argument)),
    ', ',
  );
  const receiver = op.self && [body.use(op.self), `.${body.cx.memberOf(plan)}`];
  return [receiver ?? body.cx.userFunction(plan), '(', values, ')'];
}

const isNothing = (block: Block): boolean => Array.isArray(block) && block.every(isNothing);
