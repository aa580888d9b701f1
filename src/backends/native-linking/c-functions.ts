/** Core functions as C declares them, for parts of a component that are the same in every language. */
import { symbolTable } from '../../abi/native-symbols.js';
import type { CoreType, NativeSymbol, WorldPlan } from '../../abi/plan.js';
import { invariant } from '../../base/invariant.js';

/** A function that another component defines. */
export interface CFunction {
  readonly native: NativeSymbol;
  readonly result: string;
  readonly parameters: readonly string[];
}

const cTypes: Readonly<Record<CoreType, string>> = {
  i32: 'int32_t',
  i64: 'int64_t',
  f32: 'float',
  f64: 'double',
  pointer: 'uint8_t*',
  length: 'size_t',
  'pointer-or-i64': 'int64_t',
};

type Signature = Omit<CFunction, 'native'>;

/** All functions that a component calls, those that drop resources included. */
export function neededFunctions(plan: WorldPlan): readonly CFunction[] {
  const signatures = signaturesOf(plan);
  return symbolTable(plan).needed.map((native) => {
    const signature = signatures.get(native.symbol);
    invariant(signature, `the signature of ${native.symbol}`);
    return { native, ...signature };
  });
}

function signaturesOf({ scopes }: WorldPlan): ReadonlyMap<string, Signature> {
  const signatures = new Map<string, Signature>();
  for (const { functions, resources } of scopes) {
    for (const { linkage, core } of functions) {
      if (linkage.kind !== 'native') continue;
      const result = core.result ? cTypes[core.result] : 'void';
      signatures.set(linkage.symbol, { result, parameters: core.parameters.map(({ type }) => cTypes[type]) });
    }
    for (const { drop, handle } of resources) {
      if (drop.kind === 'native')
        signatures.set(drop.symbol, { result: 'void', parameters: [cTypes[handle]] });
    }
  }
  return signatures;
}

/** What a message calls a function: `[method]counter.add of demo:app/api`. */
export const titleOf = ({ module, name }: NativeSymbol): string =>
  module === undefined ? name : `${name} of ${module}`;
