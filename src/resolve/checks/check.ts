import type { Report } from '../../base/diagnostics.js';
import type { Span } from '../../base/source.js';
import type { Func, Interface, Package, Type, TypeDecl } from '../model.js';

/** One rule over the linked model: it is shown everything that a package declares, once. */
export interface Check {
  readonly package?: (package_: Package, report: Report) => void;
  readonly interface?: (item: Interface, report: Report) => void;
  readonly type?: (decl: TypeDecl, report: Report) => void;
  readonly func?: (func: Func, report: Report) => void;
  /** Every type written in a declaration or signature, also within others; `at` is what it belongs to. */
  readonly part?: (type: Type, at: Span, report: Report) => void;
}
