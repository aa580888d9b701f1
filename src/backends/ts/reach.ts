/** How the glue of a world reaches the component, and what that needs beside TypeScript. */
import type { WorldPlan } from '../../abi/plan.js';
import type { Output } from '../../emit/output.js';
import { writeShim } from './glue/native-shim.js';
import { nativeTarget } from './glue/native-target.js';
import { sharedTarget } from './glue/shared-target.js';
import type { GlueTarget } from './glue/target.js';
import { wasmTarget } from './glue/wasm-target.js';
import { writeAddon, type AddonChoice } from './napi/write.js';
import type { Transport } from './options.js';
import type { WorldNames } from './world-names.js';

export interface Reach {
  /** How glue spells calls. Where there is none, what is written beside makes them, and the world's file has types alone. */
  readonly target?: GlueTarget;
  readonly writeBeside?: (plan: WorldPlan, names: WorldNames, choice: AddonChoice, output: Output) => void;
}

const linked: Readonly<Record<Transport, Reach>> = {
  koffi: {
    target: nativeTarget,
    writeBeside: (plan, names, _, output) => {
      writeShim(plan, names, output);
    },
  },
  napi: { writeBeside: writeAddon },
  wasm: { target: sharedTarget },
};

/** Components that are linked with each other are reached by a transport, and a module of its own is instantiated. */
export const reachOf = (plan: WorldPlan, transport: Transport = 'koffi'): Reach =>
  isNative(plan) ? linked[transport] : { target: wasmTarget };

/** Whether a component is linked as native ones are. */
export const isNative = ({ scopes }: WorldPlan): boolean =>
  scopes.some(({ functions, resources }) =>
    [...functions.map(({ linkage }) => linkage), ...resources.map(({ drop }) => drop)].some(
      ({ kind }) => kind === 'native',
    ),
  );
