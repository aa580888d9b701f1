/** Components of a process, which are called through koffi. */
import { indent, type Block, type Inline } from '../../../emit/code.js';
import { functionOf, type Body } from './body.js';
import { borrowsOwn, lendsAnything, touchesMemory } from './facts.js';
import { loader, nativeResourceType } from './native-instance.js';
import { nativeMemory } from './native-memory.js';
import { scopeDeclaration } from './ops-frame.js';
import { wrapped } from './resources.js';
import type { GlueTarget } from './target.js';

/** A handle is what its owner knows the object by: a pointer of the component's, or a number that stands for one of JavaScript's. */
export const nativeTarget: GlueTarget = {
  memory: nativeMemory,
  entry: { name: 'load', parameters: ['path', 'imports'] },
  instance: loader,
  resourceType: nativeResourceType,

  lends: (ops, cx) => lendsAnything(ops) || borrowsOwn(ops) || cx.mayTakeBack(ops),
  // However a call goes: below.
  closeScope: () => [],

  handleToCore(op, body) {
    const { type, class: class_, shown } = body.cx.resource(op.resource);
    const of = (checked: string, scope = ''): Inline => [
      ...[body.cx.runtime(checked), `(${scope}${class_}, '${shown}', `, body.use(op.value)],
      `, '${body.pathOf(op.value)}')`,
    ];
    const comesBack = op.handle === 'borrow' || body.cx.mayTakeBack([op]);
    if (op.resource.home === 'imported') {
      if (!comesBack) return of('given');
      return of(op.handle === 'borrow' ? 'lentFor' : 'givenFor', `${body.scope}, `);
    }
    if (!comesBack) return [`${type}.add(`, of('instance'), ')'];
    const verb = op.handle === 'borrow' ? 'lend' : 'give';
    return [`${type}.${verb}(`, of('instance'), `, ${body.scope})`];
  },

  coreToHandle(op, body) {
    const { type } = body.cx.resource(op.resource);
    const core = body.use(op.value);
    if (op.resource.home === 'exported') {
      return [`${type}.${op.handle === 'own' ? 'take' : 'get'}(`, core, ')'];
    }
    return body.answersRepresentation ? core : wrapped(core, op, body);
  },

  callCore(call, op, body) {
    if (!op.out) return call('');
    return [call(`const ${body.answer} = `), body.express(op.out, body.answer)];
  },

  aroundCaller: untilItEnds,
  aroundCallee: untilItEnds,
};

/**
 * A call has room in the window until it ends; then what it answers is where the component wants it. And so long it keeps
 * what it was lent, whatever JavaScript does that the component calls.
 */
function untilItEnds(lines: Block, body: Body): Block {
  const { body: ops } = body.owner;
  const needsRoom = touchesMemory(ops) || functionOf(body).foreignAreas.length > 0;
  const lends = body.cx.target.lends(ops, body.cx);
  if (!needsRoom && !lends) return lines;
  const entered = needsRoom ? body.locals.fresh('entered') : '';
  return [
    needsRoom ? `const ${entered} = memory.enter();` : [],
    scopeDeclaration(body),
    'try {',
    indent(lines),
    '} finally {',
    indent(needsRoom ? `memory.leave(${entered});` : [], lends ? `${body.scope}.end();` : []),
    '}',
  ];
}
