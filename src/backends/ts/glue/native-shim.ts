/** What native glue needs beside itself: C++ by which a component reaches JavaScript. */
import type { WorldPlan } from '../../../abi/plan.js';
import type { Output } from '../../../emit/output.js';
import { importShim } from '../../native-linking/import-shim.js';
import type { WorldNames } from '../world-names.js';

/** Writes the shim that a component with imports is linked with. */
export function writeShim(plan: WorldPlan, { modules: { world } }: WorldNames, output: Output): void {
  const shim = importShim(plan);
  if (shim !== undefined) output.text(`${world.file}_native.cpp`, shim);
}
