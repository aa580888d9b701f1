import type { Report } from '../../base/diagnostics.js';
import type { Func, TypeDecl } from '../model.js';

/** One rule over the linked model: it is shown every declaration of the packages once. */
export interface Check {
  readonly type?: (decl: TypeDecl, report: Report) => void;
  readonly func?: (func: Func, report: Report) => void;
}
