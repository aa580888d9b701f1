/** Laws of every plan: locals are defined once and before use, and core types fit where they go. */
import type { FunctionPlan, Local, Op, Operand, WorldPlan } from '../../src/abi/plan.js';

/** What an operation reads and defines outside its bodies. */
function locals(op: Op): {
  readonly reads: readonly (Local | Operand)[];
  readonly defines: readonly Local[];
} {
  switch (op.kind) {
    case 'scalar-to-core':
    case 'handle-to-core':
    case 'cast':
    case 'length':
    case 'core-to-scalar':
    case 'core-to-handle':
    case 'opaque-to-core':
    case 'core-to-opaque':
      return { reads: [op.value], defines: [op.out] };
    case 'flags-to-core':
    case 'fields':
    case 'match':
      return { reads: [op.value], defines: op.outs };
    case 'data':
      return { reads: [op.value], defines: [op.pointer, op.length] };
    case 'allocate':
      return { reads: [op.count], defines: [op.out] };
    case 'each':
      return { reads: [op.list, op.base.base], defines: [] };
    case 'each-entry':
      return { reads: [op.map, op.base.base], defines: [] };
    case 'build-array':
      return { reads: [op.base.base], defines: [op.out] };
    case 'core-to-flags':
      return { reads: op.values, defines: [op.out] };
    case 'make':
      return { reads: op.parts, defines: [op.out] };
    case 'switch':
      return { reads: [op.discriminant], defines: [op.out] };
    case 'lift-sequence':
    case 'build-list':
    case 'build-map':
      return { reads: [op.pointer, op.length], defines: [op.out] };
    case 'store':
    case 'store-scalar':
    case 'call-store':
      return { reads: [op.at.base, op.value], defines: [] };
    case 'load':
    case 'load-scalar':
    case 'call-load':
      return { reads: [op.at.base], defines: [op.out] };
    case 'area':
      return { reads: [], defines: [op.out] };
    case 'free':
      return { reads: [op.pointer, ...(op.count ? [op.count] : [])], defines: [] };
    case 'each-slot':
      return { reads: [op.base.base, op.count], defines: [] };
    case 'branch':
      return { reads: [op.discriminant], defines: [] };
    case 'call-core':
      return { reads: op.arguments, defines: op.out ? [op.out] : [] };
    case 'call-user':
      return { reads: [...(op.self ? [op.self] : []), ...op.arguments], defines: op.out ? [op.out] : [] };
    case 'return':
      return { reads: op.value ? [op.value] : [], defines: [] };
  }
}

/** The nested regions of an operation: what each defines on entry and reads on exit. */
function regions(op: Op): readonly {
  readonly defines: readonly Local[];
  readonly body: readonly Op[];
  readonly reads: readonly (Local | Operand)[];
}[] {
  const some = (local: Local | undefined): readonly Local[] => (local ? [local] : []);
  switch (op.kind) {
    case 'each':
      return [{ defines: [op.item, op.slot], body: op.body, reads: [] }];
    case 'each-entry':
      return [{ defines: [op.key, op.entry, op.slot], body: op.body, reads: [] }];
    case 'build-list':
    case 'build-array':
      return [{ defines: [op.slot], body: op.body, reads: [op.item] }];
    case 'build-map':
      return [{ defines: [op.slot], body: op.body, reads: [op.key, op.entry] }];
    case 'each-slot':
      return [{ defines: [op.slot], body: op.body, reads: [] }];
    case 'match':
      return op.arms.map((arm) => ({ defines: some(arm.payload), body: arm.body, reads: arm.yields }));
    case 'switch':
      return op.arms.map((arm) => ({ defines: [], body: arm.body, reads: some(arm.payload) }));
    case 'branch':
      return op.arms.map((arm) => ({ defines: [], body: arm.body, reads: [] }));
    default:
      return [];
  }
}

/** Walks a body; answers what is wrong. */
export function faults(body: readonly Op[], given: ReadonlySet<Local | Operand>): readonly string[] {
  const known = new Set(given);
  const found: string[] = [];
  const read = (local: Local | Operand): void => {
    if (local.kind !== 'constant' && !known.has(local))
      found.push(`${local.hint} is read before it is there`);
  };
  for (const op of body) {
    const { reads, defines } = locals(op);
    reads.forEach(read);
    for (const region of regions(op)) {
      const inside = new Set([...known, ...region.defines]);
      found.push(...faults([...region.body, ...region.reads.map(asRead)], inside));
    }
    for (const local of defines) {
      if (known.has(local)) found.push(`${local.hint} is defined twice`);
      known.add(local);
    }
    found.push(...typeFaults(op));
  }
  return found;
}

/** A read of a value as an operation, so that regions are checked by the same walk. */
export const asRead = (value: Local | Operand): Op => ({
  kind: 'return',
  value: value.kind === 'constant' ? undefined : value,
});

function typeFaults(op: Op): readonly string[] {
  if (op.kind !== 'match') return [];
  return op.arms.flatMap((arm) =>
    op.outs.flatMap((out, index) =>
      arm.yields[index]?.type === out.type ? [] : [`case ${arm.name} yields no ${out.type} for ${out.hint}`],
    ),
  );
}

function faultsOfFunction(plan: FunctionPlan): readonly string[] {
  const given: readonly Local[] =
    plan.role === 'callee'
      ? plan.core.parameters
      : [...(plan.self ? [plan.self] : []), ...plan.parameters.map(({ local }) => local)];
  const after = plan.postReturn;
  return [
    ...faults(plan.body, new Set(given)),
    ...(after ? faults(after.body, new Set([after.parameter])) : []),
    ...(plan.core.parameters.length > 17 ? ['more than 17 core parameters'] : []),
  ];
}

/** What is wrong with the plans of a world. */
export function faultsOfWorld(plan: WorldPlan): readonly string[] {
  const helpers = plan.helpers.flatMap((helper) => {
    const given = helper.direction === 'store' ? [helper.base, helper.value] : [helper.base];
    const read = helper.direction === 'load' ? [asRead(helper.value)] : [];
    return faults([...helper.body, ...read], new Set(given)).map((fault) => `${helper.decl.name}: ${fault}`);
  });
  const functions = plan.scopes.flatMap((scope) =>
    scope.functions.flatMap((func) => faultsOfFunction(func).map((fault) => `${func.func.name}: ${fault}`)),
  );
  return [...helpers, ...functions];
}
