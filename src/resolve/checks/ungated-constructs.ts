import { gatedConstructs } from '../gated-constructs.js';
import type { Check } from './check.js';

const byKind = new Map(gatedConstructs.map((construct) => [construct.kind, construct]));

/** Constructs that the specification still gates are said to be so. */
export const ungatedConstructs: Check = {
  part(type, at, report) {
    const construct = byKind.get(type.kind);
    // Some lengths are wrong on either side of the gate.
    const isWrong = type.kind === 'fixed-length-list' && (type.length === 0 || type.length > 0xffff_ffff);
    if (construct && !isWrong) {
      const { sign, status } = construct;
      report(construct.entry, at, { sign, status });
    }
  },
};
