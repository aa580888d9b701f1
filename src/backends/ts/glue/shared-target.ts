/** Core modules of the symmetric ABI, which share a memory. */
import { indent, type Block } from '../../../emit/code.js';
import { functionOf, type Body } from './body.js';
import { touchesMemory } from './facts.js';
import { nativeTarget } from './native-target.js';
import { scopeDeclaration } from './ops-frame.js';
import { instantiateShared, sharedResourceType } from './shared-instance.js';
import { sharedMemory } from './shared-memory.js';
import type { GlueTarget } from './target.js';
import { failure, progress, wasmTarget } from './wasm-target.js';

/** Handles are what they are natively, and calls those of core modules, which may go on within each other. */
export const sharedTarget: GlueTarget = {
  ...nativeTarget,
  memory: sharedMemory,
  entry: wasmTarget.entry,
  instance: instantiateShared,
  resourceType: sharedResourceType,
  callCore: (call, op, body) => wasmTarget.callCore(call, op, body),

  aroundCaller(lines, body) {
    const [entered, left] = room(body);
    return [
      'state.enter();',
      entered,
      progress(body),
      scopeDeclaration(body),
      'try {',
      indent(lines),
      '} catch (error) {',
      indent(failure(body)),
      left.length === 0 ? [] : ['} finally {', indent(left)],
      '}',
    ];
  },

  aroundCallee(lines, body) {
    const [entered, left] = room(body);
    return [
      entered,
      scopeDeclaration(body),
      'try {',
      indent(lines),
      '} catch (error) {',
      indent('throw state.trapped(error);'),
      left.length === 0 ? [] : ['} finally {', indent(left)],
      '}',
    ];
  },
};

/** What begins and what ends what is lent in a call: room in memory, and objects, however the call goes. */
function room(body: Body): readonly [readonly Block[], readonly Block[]] {
  const { body: ops } = body.owner;
  const ended = body.cx.target.lends(ops, body.cx) ? [`${body.scope}.end();`] : [];
  if (!touchesMemory(ops) && functionOf(body).foreignAreas.length === 0) return [[], ended];
  const entered = body.locals.fresh('entered');
  return [[`const ${entered} = memory.enter();`], [`memory.leave(${entered});`, ...ended]];
}
