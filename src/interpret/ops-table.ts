import type { Op, OpOf } from '../abi/plan.js';
import type { Frame } from './frame.js';

/** What each kind of operation does. */
export type ExecuteTable = { readonly [Kind in Op['kind']]: (op: OpOf<Kind>, frame: Frame) => void };
