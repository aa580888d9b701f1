/** How components find out, when they are loaded, that they mean different interfaces. */
import type { FingerprintPlan, ScopePlan } from '../../abi/plan.js';
import type { DefinitionView } from './functions.js';
import { exportMarks, linkName } from '../cxx/linkage.js';
import type { Printer } from '../cxx/printer.js';

/** The function that tells others what an exported interface was built from. */
export function fingerprintFunction({ fingerprint }: ScopePlan): readonly DefinitionView[] {
  if (!fingerprint) return [];
  const { before } = exportMarks(fingerprint.linkage);
  const head = `extern "C" ${before}uint64_t ${linkName(fingerprint.linkage)}() noexcept {`;
  return [{ head: [head], body: [`return ${valueText(fingerprint)};`] }];
}

/** What asks the function of another component for it. */
export function fingerprintCheck({ fingerprint }: ScopePlan, printer: Printer): readonly string[] {
  if (!fingerprint) return [];
  const parts = [`"${fingerprint.interface}"`, linkName(fingerprint.linkage), valueText(fingerprint)];
  return printer.call('WIT_SAME_INTERFACE', parts, ';');
}

const valueText = ({ value }: FingerprintPlan): string => `0x${value.toString(16).padStart(16, '0')}`;
