/** What native glue needs beside itself: C++ by which a component reaches JavaScript. */
import type { WorldPlan } from '../../../abi/plan.js';
import type { Output } from '../../../emit/output.js';
import { importShim } from '../../native-linking/import-shim.js';
import type { WorldNames } from '../world-names.js';

/** The file of the shim. */
export const shimFile = ({ modules: { world } }: WorldNames): string => `${world.file}_native.cpp`;

/** Writes the shim that a component with imports is linked with. */
export function writeShim(plan: WorldPlan, names: WorldNames, output: Output): void {
  const shim = importShim(plan);
  if (shim !== undefined) output.text(shimFile(names), shim);
}
