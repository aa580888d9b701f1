/**
 * What glue is spelled differently for: core modules in JavaScript's reach, or native components. The table of operations is one.
 */
import type { Op, OpOf, ResourcePlan } from '../../../abi/plan.js';
import type { Block, Inline } from '../../../emit/code.js';
import type { WorldView } from '../world-view.js';
import type { Body } from './body.js';
import type { GlueContext } from './context.js';
import type { MemorySpelling } from './memory-spelling.js';

/** Which glue is written. */
export interface GlueChoice {
  readonly target: GlueTarget;
  /** Whether objects that the program has forgotten are disposed of. */
  readonly finalizers: boolean;
}

/** The function that makes what the program uses, with what is named by us and not by WIT. */
export interface Entry {
  /** What the module exports it as, and thus nothing else. */
  readonly name: string;
  /** Its parameters. No constant of its body can have their names; the functions in it do not mention them. */
  readonly parameters: readonly string[];
}

export interface GlueTarget {
  readonly memory: MemorySpelling;
  readonly entry: Entry;
  /** The function `entry`. */
  instance(cx: GlueContext, view: WorldView): Block;
  /** What is known of a resource beside its class, if that is the component's. */
  resourceType(resource: ResourcePlan, cx: GlueContext): Block;
  /** Whether operations need the scope of a call: they lend what has to be known until it ends. */
  lends(ops: readonly Op[], cx: GlueContext): boolean;
  /** Ends the scope of a call that has gone well. */
  closeScope(body: Body): Block;
  /** What crosses of a resource. */
  handleToCore(op: OpOf<'handle-to-core'>, body: Body): Inline;
  coreToHandle(op: OpOf<'core-to-handle'>, body: Body): Inline;
  /** The call of a core function, behind what stands before it. Its result may be looked for in `body.answer`. */
  callCore(call: (before: string) => Block, op: OpOf<'call-core'>, body: Body): Block;
  /** What stands around the statements of a function that calls the component. */
  aroundCaller(lines: Block, body: Body): Block;
  /** What stands around those of a function that the component calls. */
  aroundCallee(lines: Block, body: Body): Block;
}
