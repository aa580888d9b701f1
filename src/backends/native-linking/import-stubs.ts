import { symbolTable } from '../../abi/native-symbols.js';
import type { NativeSymbol, WorldPlan } from '../../abi/plan.js';
import { headerLine } from '../header.js';
import { titleOf } from './c-functions.js';
import { isForwarded } from './forwarding.js';

/**
 * What stands for the components that a component needs, while it is linked: every symbol, as a function that ends the program. As
 * a shared object of the same name it lets components be linked in any order. Undefined if nothing is needed.
 */
export function importStubs(plan: WorldPlan): string | undefined {
  const { needed, optional } = symbolTable(plan);
  // What is forwarded is looked for when it is called, by its plain name: no linker asks for it.
  const stubs = needed.filter((each) => !isForwarded(each));
  if (stubs.length === 0) return undefined;
  const told = optional.filter((each) => !isForwarded(each));
  return [
    `/* ${headerLine(plan)} */`,
    '',
    '/* Link with this where the components that are needed are not there yet: a shared object of their name made of it. */',
    '',
    '#include <stdio.h>',
    '#include <stdlib.h>',
    '',
    'static void missing(char const* function) {',
    '  fprintf(stderr, "wit: %s is called, but only stands in for a component that is not there\\n", function);',
    '  abort();',
    '}',
    '',
    '#if defined(__GNUC__)',
    '#define SHOWN __attribute__((__visibility__("default")))',
    '#else',
    '#define SHOWN',
    '#endif',
    '',
    ...stubs.map(stub),
    ...(told.length === 0
      ? []
      : ['', '/* Asked for when a component is loaded, which is not possible with these. */']),
    ...told.map(stub),
    '',
  ].join('\n');
}

const stub = (native: NativeSymbol): string =>
  `SHOWN void ${native.symbol}(void);\nSHOWN void ${native.symbol}(void) { missing("${titleOf(native)}"); }`;
