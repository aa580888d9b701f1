import type { WorldPlan } from '../../../abi/plan.js';
import type { Output } from '../../../emit/output.js';
import { importShim } from '../../native-linking/import-shim.js';

/** Writes the C++ by which a native component reaches JavaScript, if it does. `stem` is what the world's files are named after. */
export function writeShim(plan: WorldPlan, stem: string, output: Output): void {
  const shim = importShim(plan);
  if (shim !== undefined) output.text(`${stem}_native.cpp`, shim);
}
