/** Core modules in JavaScript's reach. */
import { indent, line, type Block, type Inline } from '../../../emit/code.js';
import type { ResourcePlan } from '../../../abi/plan.js';
import { functionOf, type Body } from './body.js';
import type { GlueContext } from './context.js';
import { instantiate } from './wasm-instance.js';
import { aroundCall, asksUser, lendsEitherWay, lendsToModule, touchesMemory } from './facts.js';
import { scopeDeclaration } from './ops-frame.js';
import { wrapped } from './resources.js';
import { coreTypes } from './scalars.js';
import type { GlueTarget } from './target.js';
import { wasmMemory } from './wasm-memory.js';

/** A handle is an entry in a table of the instance's; what the entry stands for is the component's representation, or an object. */
export const wasmTarget: GlueTarget = {
  memory: wasmMemory,
  entry: { name: 'instantiate', parameters: ['module', 'imports', 'others'] },
  instance: instantiate,
  resourceType,

  lends: (ops, cx) => lendsEitherWay(ops) || cx.keepsLent(ops) || cx.mayTakeBack(ops),
  // There is nothing to look at where the module keeps no handle.
  closeScope: ({ scope, owner }) => (lendsEitherWay(owner.body) ? `${scope}.close();` : []),

  handleToCore(op, body) {
    const { type, class: class_, shown } = body.cx.resource(op.resource);
    const { keepsLent, mayTakeBack } = body.cx;
    const [value, path] = [body.use(op.value), body.pathOf(op.value)];
    const of = (checked: string, scope = ''): Inline => [
      ...[body.cx.runtime(checked), `(${scope}${class_}, '${shown}', `, value, `, '${path}')`],
    ];
    const isOurs = op.resource.home === 'exported';
    if (op.handle === 'own') {
      if (!mayTakeBack([op])) return [`handles.own(${type}, `, of(isOurs ? 'instance' : 'given'), ')'];
      const object = isOurs ? of('instance') : of('givenFor', `${body.scope}, `);
      return [`handles.give(${type}, `, object, `, ${body.scope})`];
    }
    if (isOurs) return [`handles.lend(${type}, `, of('instance'), `, ${body.scope})`];
    if (keepsLent([op])) return of('lentFor', `${body.scope}, `);
    const isOne: Inline = [value, ` instanceof ${class_}, `];
    return [body.cx.runtime('lent'), '(', isOne, `'${shown}', `, value, `, '${path}')`];
  },

  coreToHandle(op, body) {
    const { type } = body.cx.resource(op.resource);
    const core = body.use(op.value);
    const taken: Inline =
      op.handle === 'own'
        ? [`handles.take(${type}, `, core, ')']
        : [`handles.borrow(${type}, `, core, `, ${body.scope})`];
    return op.resource.home === 'exported' || body.answersRepresentation ? taken : wrapped(taken, op, body);
  },

  callCore: (call, op, body) => [
    asksUser(body.owner.body) ? `${body.called} = true;` : [],
    op.out
      ? [call(`${body.answer} = `), body.express(op.out, body.answer)]
      : [call(''), `${body.answer} = true;`],
  ],

  aroundCaller(lines, body) {
    const plan = functionOf(body);
    const { cx } = body;
    return [
      'state.enter();',
      progress(body),
      scopeDeclaration(body),
      'try {',
      indent(lines),
      '} catch (error) {',
      indent(failure(body)),
      '} finally {',
      lendsToModule(plan.body)
        ? indent(`if (${body.answer} === undefined && !state.isDead) handles.takeBack(${body.scope});`)
        : [],
      cx.keepsLent(plan.body) || cx.mayTakeBack(plan.body) ? indent(`${body.scope}.end();`) : [],
      indent(plan.release ? `state.exit(${cx.afterFunction(plan)}, ${body.answer});` : 'state.exit();'),
      '}',
    ];
  },

  aroundCallee(lines, body) {
    const plan = functionOf(body);
    const { before } = aroundCall(plan.body, 'call-user');
    const reads = plan.foreignAreas.length > 0 || touchesMemory(before);
    const refreshed: Block = reads ? body.cx.memory.refresh : [];
    return [
      'try {',
      indent(line('state.checkLeaving();'), refreshed, scopeDeclaration(body), lines),
      '} catch (error) {',
      indent('throw state.trapped(error);'),
      '}',
    ];
  },
};

/** Declares what is known of how far a call has come. */
export function progress(body: Body): Block {
  const { core, body: ops } = functionOf(body);
  const answer = core.result === undefined ? 'true' : coreTypes(core.result);
  return [`let ${body.answer}: ${answer} | undefined;`, asksUser(ops) ? `let ${body.called} = false;` : []];
}

/** Ends a call by an error. */
export const failure = ({ answer, called, owner }: Body): string =>
  `throw state.failed(error, ${answer}${asksUser(owner.body) ? `, ${called}` : ''});`;

/** The constant that tells the handles of a resource from others, and knows how its objects end. */
function resourceType(resource: ResourcePlan, cx: GlueContext): Block {
  const { decl, home } = resource;
  const { type } = cx.resource(resource);
  if (home === 'exported') {
    const object = cx.type({ kind: 'own', resource: decl });
    return line(
      ...[`const ${type} = { name: '${decl.name}', end: (object: `, object, ') => object['],
      ...[cx.runtime('dispose'), ']?.() };'],
    );
  }
  return line(`const ${type} = `, cx.runtime('ownResource'), `('${decl.name}');`);
}
