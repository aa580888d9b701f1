/** What bodies do, which decides what has to stand around them. */
import type { CoreLocal, HelperPlan, Op, ResourcePlan, WorldPlan } from '../../../abi/plan.js';
import { invariant } from '../../../base/invariant.js';
import { bodiesOf } from '../../op-bodies.js';
import { isNullable } from '../types.js';

/** Whether an operation, or one within, is of a kind. Helpers are asked by `helper`. */
function some(ops: readonly Op[], is: (op: Op) => boolean): boolean {
  return ops.some((op) => is(op) || bodiesOf(op).some((body) => some(body, is)));
}

/** The same question of helpers, each of which is asked once. */
function withHelpers(is: (op: Op) => boolean): (ops: readonly Op[]) => boolean {
  const known = new WeakMap<HelperPlan, boolean>();
  const ofHelper = (helper: HelperPlan): boolean => {
    const answer = known.get(helper) ?? ask(helper.body);
    known.set(helper, answer);
    return answer;
  };
  const ask = (ops: readonly Op[]): boolean =>
    some(ops, (op) => ('helper' in op ? ofHelper(op.helper) : is(op)));
  return ask;
}

/** The operations of a function before and behind its one call: that of the component, or that of the user's function. */
export function aroundCall(
  ops: readonly Op[],
  kind: 'call-core' | 'call-user',
): { readonly before: readonly Op[]; readonly after: readonly Op[] } {
  const at = ops.findIndex((op) => op.kind === kind);
  invariant(at >= 0, `a function that has a ${kind}`);
  return { before: ops.slice(0, at), after: ops.slice(at + 1) };
}

/** Whether the view of memory is used in a body itself. */
export const usesView = (ops: readonly Op[]): boolean =>
  some(ops, ({ kind }) => ['load', 'store', 'load-scalar', 'store-scalar'].includes(kind));

/** Whether memory is read or written, or asked for. */
export const touchesMemory = withHelpers(({ kind }) =>
  [
    ...['load', 'store', 'load-scalar', 'store-scalar', 'lift-sequence', 'build-list', 'build-map'],
    ...['data', 'allocate', 'area'],
  ].includes(kind),
);

/** Whether memory is asked for, so that it may be another buffer afterwards. */
export const mayGrow = withHelpers(({ kind }) => ['data', 'allocate', 'area', 'call-core'].includes(kind));

/** Whether a function of the user's is called. */
export const callsUser = (ops: readonly Op[]): boolean => ops.some(({ kind }) => kind === 'call-user');

const takesApart = withHelpers(
  (op) =>
    ['fields', 'flags-to-core', 'length', 'each', 'each-entry'].includes(op.kind) ||
    (op.kind === 'match' && !(op.of.kind === 'option' && isNullable(op.of))) ||
    (op.kind === 'data' && op.of.kind !== 'string'),
);

/** Whether values are taken apart before the component is called, so that getters and proxies of the user's may run and throw. */
export const asksUser = (ops: readonly Op[]): boolean => takesApart(aroundCall(ops, 'call-core').before);

/** Whether an object of the host's is lent to the module for the time of the call. */
export const lendsToModule = withHelpers(
  (op) => op.kind === 'handle-to-core' && op.handle === 'borrow' && op.resource.home === 'exported',
);

const borrows = withHelpers((op) => op.kind === 'core-to-handle' && op.handle === 'borrow');

/** Whether something is lent for the time of the call, either way. */
export const lendsEitherWay = (ops: readonly Op[]): boolean => lendsToModule(ops) || borrows(ops);

/** Whether an object is lent to the component, which has to stay as it is meanwhile, whoever implements it. */
export const lendsAnything = withHelpers((op) => op.kind === 'handle-to-core' && op.handle === 'borrow');

/** Whether the component lends an object of its own to JavaScript: it imports functions that know a resource which it exports. */
export const borrowsOwn = withHelpers(
  (op) => op.kind === 'core-to-handle' && op.handle === 'borrow' && op.resource.home === 'imported',
);

/**
 * The resources of the component's of which a function is lent one object and given another: they may be the same. Of others
 * none can leave JavaScript while a core module runs, for it is not called again before it answers.
 */
export function lentBesideGiven({ scopes }: WorldPlan): ReadonlySet<ResourcePlan> {
  const both = scopes.flatMap(({ functions }) =>
    functions.flatMap(({ body }) => {
      const given = ownedBy(body, 'own');
      return [...ownedBy(body, 'borrow')].filter((resource) => given.has(resource));
    }),
  );
  return new Set(both);
}

/** The resources of the component's whose handles go back to it. */
function ownedBy(ops: readonly Op[], handle: 'own' | 'borrow'): ReadonlySet<ResourcePlan> {
  const found = new Set<ResourcePlan>();
  const visit = (op: Op): boolean => {
    if (op.kind === 'handle-to-core' && op.handle === handle && op.resource.home === 'imported') {
      found.add(op.resource);
    }
    // All of them are wanted.
    return false;
  };
  withHelpers(visit)(ops);
  return found;
}

/**
 * The operations that give an object to the component although the call may fail before it is made: something that comes later is
 * looked at yet. Helpers do not know what comes later.
 */
export function revocable({ scopes }: WorldPlan): ReadonlySet<Op> {
  const found = new Set<Op>();
  const helpers = new Set<HelperPlan>();
  const visit = (ops: readonly Op[], mayFailLater: boolean): void => {
    ops.forEach((op, index) => {
      const mayFail = mayFailLater || ops.slice(index + 1).some(fails);
      if (op.kind === 'handle-to-core' && op.handle === 'own' && mayFail) found.add(op);
      // After an element comes another one.
      const isLoop = op.kind === 'each' || op.kind === 'each-entry';
      for (const body of bodiesOf(op)) visit(body, mayFail || isLoop);
      if (op.kind === 'call-store' && !helpers.has(op.helper)) {
        helpers.add(op.helper);
        visit(op.helper.body, true);
      }
    });
  };
  for (const { role, body } of scopes.flatMap(({ functions }) => functions)) {
    if (role === 'caller') visit(aroundCall(body, 'call-core').before, false);
  }
  return found;
}

/** Whether an operation of lowering can fail: all but those that write what is core values already. */
const fails = ({ kind }: Op): boolean => kind !== 'store' && kind !== 'cast';

/** Whether one of some operations is done. */
export const doesOneOf = (wanted: ReadonlySet<Op>): ((ops: readonly Op[]) => boolean) =>
  withHelpers((op) => wanted.has(op));

/** Whether an object of such a resource is lent to the component that has it. */
export const lendsOneOf = (resources: ReadonlySet<ResourcePlan>): ((ops: readonly Op[]) => boolean) =>
  withHelpers((op) => op.kind === 'handle-to-core' && op.handle === 'borrow' && resources.has(op.resource));

/** The resources of the host's own that it gives or lends to the component: it has to know its objects. */
export function loweredResources({ scopes, helpers }: WorldPlan): ReadonlySet<ResourcePlan> {
  const lowered = new Set<ResourcePlan>();
  const visit = (ops: readonly Op[]): void => {
    for (const op of ops) {
      if (op.kind === 'handle-to-core' && op.resource.home === 'exported') lowered.add(op.resource);
      for (const body of bodiesOf(op)) visit(body);
    }
  };
  for (const { body } of [...scopes.flatMap(({ functions }) => functions), ...helpers]) visit(body);
  return lowered;
}

/** Whether something is written to the memory behind a pointer. */
export const writesTo = (pointer: CoreLocal, ops: readonly Op[]): boolean =>
  some(ops, (op) => {
    switch (op.kind) {
      case 'store':
      case 'store-scalar':
      case 'call-store':
        return op.at.base === pointer;
      case 'each':
      case 'each-entry':
        return op.base.base === pointer;
      default:
        return false;
    }
  });
