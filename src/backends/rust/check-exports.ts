/** Whether a module has all exports of a world: of some, Rust's own library has the symbol. */
import type { WorldPlan } from '../../abi/plan.js';
import type { Report } from '../../base/diagnostics.js';
import { backendErrors } from '../errors.js';

/**
 * What compilers call of their own accord: the functions of `compiler_builtins` that have no underscore. An exported
 * function takes the place of one of them, but is then as hidden as that is.
 */
const memory = 'bcmp|memcmp|memcpy|memmove|memset|strlen';
const math = [
  ...[
    'a?(?:cos|sin|tan)h?',
    'atan2',
    'cbrt',
    'ceil',
    'copysign',
    'erfc?',
    'exp',
    'exp2',
    'expm1',
    'fabs',
    'fdim',
  ],
  ...[
    'floor',
    'fma',
    'fmax(?:imum)?',
    'fmin(?:imum)?',
    'fmod',
    'hypot',
    'ldexp',
    'log',
    'log10',
    'log1p',
    'log2',
    'pow',
  ],
  ...['rint', 'round', 'roundeven', 'sqrt', 'tgamma', 'trunc'],
].join('|');
const builtin = new RegExp(`^(?:${memory}|(?:${math})(?:f|f16|f128)?)$`);

/** Reports functions that would not be exported. Where names of exports have prefixes there are none. */
export function checkExports({ scopes }: WorldPlan, report: Report): void {
  for (const { func, linkage } of scopes.flatMap(({ functions }) => functions)) {
    if (linkage.kind !== 'wasm-export' || !builtin.test(linkage.name)) continue;
    const hint = 'choose other names of exports with `--core-names standard`';
    report(backendErrors.lostExport, func.origin, { name: linkage.name }, { hint });
  }
}
