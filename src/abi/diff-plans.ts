/** Two plans of one world beside each other: what one convention does differently. */
import { diffLines } from '../base/line-diff.js';
import { planBlocks, planTitle, type PlanBlock } from './dump.js';
import type { WorldPlan } from './plan.js';

/**
 * The differences as text: a part for each scope, resource, function or helper that is not the same,
 * each with all its lines. What only one plan has is shown whole, at the end if it is the second.
 */
export function diffPlans(before: WorldPlan, after: WorldPlan): string {
  const head = [`--- ${planTitle(before)}`, `+++ ${planTitle(after)}`];
  const parts = pairs(planBlocks(before), planBlocks(after)).flatMap(({ subject, one, other }) => {
    const lines = diffLines(one, other);
    return lines.every((line) => line.startsWith('  ')) ? [] : [[`@@ ${subject} @@`, ...lines]];
  });
  return `${[head, ...parts].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

interface Pair {
  readonly subject: string;
  readonly one: readonly string[];
  readonly other: readonly string[];
}

/** Blocks about the same subject; the first with the first, the second with the second where several are. */
function pairs(before: readonly PlanBlock[], after: readonly PlanBlock[]): readonly Pair[] {
  const taken = new Set<PlanBlock>();
  const found = before.map(({ subject, lines }): Pair => {
    const partner = after.find((block) => block.subject === subject && !taken.has(block));
    if (partner) taken.add(partner);
    return { subject, one: lines, other: partner?.lines ?? [] };
  });
  const added = after.filter((block) => !taken.has(block));
  return [...found, ...added.map(({ subject, lines }): Pair => ({ subject, one: [], other: lines }))];
}
