/**
 * What two halves of the bindings of one world must agree about, as 64 bits: C++ that is compiled, and a module that may be newer.
 *
 * They are the hash of a text, as fingerprints of interfaces are: a line for each function in the order of the world, with its
 * direction, its symbol and the types that fingerprint.ts writes, and for each resource with the symbol that drops it. So the
 * order of functions matters here, in which halves count them, and so do names of symbols, and functions of the world itself.
 */
import { Fingerprints, fnv1a } from './fingerprint.js';
import type { Linkage, WorldPlan } from './plan.js';

/** `choices` is what else both halves take for granted, a line each. Whether interfaces have fingerprints does not matter. */
export function worldFingerprint({ convention, scopes }: WorldPlan, choices: readonly string[] = []): bigint {
  const texts = new Fingerprints(convention);
  const lines = scopes.flatMap(({ direction, functions, resources }) => [
    ...functions.map(({ func, linkage }) => `${direction} ${nameOf(linkage)} ${texts.functionText(func)}`),
    ...resources.map(({ drop }) => `${direction} ${nameOf(drop)}`),
  ]);
  return fnv1a(
    [`bindings text 1, ${convention} ABI`, ...lines, ...choices].map((each) => `${each}\n`).join(''),
  );
}

const nameOf = (linkage: Linkage): string => (linkage.kind === 'native' ? linkage.symbol : linkage.name);
