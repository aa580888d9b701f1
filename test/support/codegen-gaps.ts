/** Cases of the corpus's set `codegen` that no backend generates from yet. This list may only shrink. */

/** Features that the issue of asynchronous worlds brings. */
type Reason = 'async functions' | 'futures' | 'streams' | 'async functions and futures';

/** Case by the corpus's id → what it needs. */
export const codegenGaps: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['codegen/async-resource-func.wit', 'async functions'],
  ['codegen/async-trait-function.wit', 'async functions'],
  ['codegen/future-same-type-different-names.wit', 'futures'],
  ['codegen/futures.wit', 'futures'],
  ['codegen/issue-1432.wit', 'streams'],
  ['codegen/issue-1544.wit', 'futures'],
  ['codegen/issue-1598.wit', 'async functions and futures'],
  ['codegen/resources-with-futures.wit', 'futures'],
  ['codegen/resources-with-streams.wit', 'streams'],
]);
