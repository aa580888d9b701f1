/** How components find out, when they are loaded, that they mean different interfaces. */
import type { FingerprintPlan, Linkage, ScopePlan } from '../../abi/plan.js';
import { invariant } from '../../base/invariant.js';
import type { Json } from '../../emit/view.js';
import type { ModuleContext } from './module-context.js';

/** The functions that tell others what an exported interface was built from: one, and another if it has a plain name as well. */
export function fingerprintEntries(
  { fingerprint }: ScopePlan,
  plainNames: ReadonlyMap<string, string>,
): readonly Json[] {
  if (!fingerprint) return [];
  const symbol = symbolOf(fingerprint.linkage);
  const plain = plainNames.get(symbol);
  const value = valueText(fingerprint);
  const main = { symbol, name: '_fingerprint_cabi', value };
  return plain === undefined ? [main] : [main, { symbol: plain, name: `_plain${main.name}`, value }];
}

/** What asks the function of another component for it. */
export function fingerprintCheck({ fingerprint }: ScopePlan, cx: ModuleContext): readonly Json[] {
  if (!fingerprint) return [];
  cx.need('_rt', '_rt::fingerprint');
  const symbol = symbolOf(fingerprint.linkage);
  return [
    {
      interface: fingerprint.interface,
      symbol,
      slot: `wit_slot_of_${symbol}`,
      value: valueText(fingerprint),
    },
  ];
}

const valueText = ({ value }: FingerprintPlan): string => `0x${value.toString(16).padStart(16, '0')}`;

/** Who asks looks for a symbol by itself. */
function symbolOf(linkage: Linkage): string {
  invariant(linkage.kind === 'native', 'fingerprints where functions are linked by symbols');
  return linkage.symbol;
}
