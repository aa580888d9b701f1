import { symbolTable } from '../../abi/native-symbols.js';
import type { NativeSymbol, WorldPlan } from '../../abi/plan.js';
import { headerLine } from '../header.js';
import { neededFunctions, titleOf, type CFunction } from './c-functions.js';

/** Whether a symbol that is needed has a prefix, because this component exports the same thing. */
export const isForwarded = ({ onBothSides, direction, symbol, plain }: NativeSymbol): boolean =>
  onBothSides && direction === 'import' && symbol !== plain;

/**
 * The functions that are imported by a component which exports them, too, in C: each calls the one of that name in the components
 * that come after this one in the order in which the loader looks for symbols. Undefined where there are none.
 */
export function forwarding(plan: WorldPlan): string | undefined {
  const functions = neededFunctions(plan).filter(({ native }) => isForwarded(native));
  if (functions.length === 0) return undefined;
  const asked = symbolTable(plan).optional.filter(isForwarded);
  return [
    `/* ${headerLine(plan)} */`,
    '',
    '/*',
    ' * What this component imports and exports alike. The exported functions have the names that others call; these call',
    ' * the functions of those names in the components that the loader looks into after this one: link with them.',
    ' */',
    '',
    '#if !defined(_GNU_SOURCE)',
    '#define _GNU_SOURCE',
    '#endif',
    '#include <dlfcn.h>',
    '#include <stddef.h>',
    '#include <stdint.h>',
    '#include <stdio.h>',
    '#include <stdlib.h>',
    '#include <string.h>',
    '',
    '#if defined(__GNUC__)',
    '#define HIDDEN __attribute__((__visibility__("hidden")))',
    '#else',
    '#define HIDDEN',
    '#endif',
    '',
    'static void* next(char const* symbol, char const* function) {',
    '  void* const found = dlsym(RTLD_NEXT, symbol);',
    '  if (found != NULL) return found;',
    '  fprintf(stderr, "wit: no component after this one has %s\\n", function);',
    '  abort();',
    '}',
    '',
    '/* Every thread that comes here at first finds the same. */',
    '#define FORWARD(pointer, symbol, function) \\',
    '  static void* known; \\',
    '  void* found = __atomic_load_n(&known, __ATOMIC_RELAXED); \\',
    '  if (found == NULL) { \\',
    '    found = next(symbol, function); \\',
    '    __atomic_store_n(&known, found, __ATOMIC_RELAXED); \\',
    '  } \\',
    '  memcpy(&pointer, &found, sizeof found)',
    '',
    ...functions.flatMap(forward),
    ...asked.flatMap((native) => forwardFingerprint(native, plan)),
  ].join('\n');
}

function forward({ native, result, parameters }: CFunction): readonly string[] {
  const names = parameters.map((_, index) => `a${String(index)}`);
  const declared = parameters.map((type, index) => `${type} ${names[index] ?? ''}`).join(', ');
  const list = declared === '' ? 'void' : declared;
  const types = parameters.length === 0 ? 'void' : parameters.join(', ');
  const call = `target(${names.join(', ')})`;
  return [
    `HIDDEN ${result} ${native.symbol}(${types});`,
    `HIDDEN ${result} ${native.symbol}(${list}) {`,
    `  ${result} (*target)(${types});`,
    `  FORWARD(target, "${native.plain}", "${titleOf(native)}");`,
    result === 'void' ? `  ${call};` : `  return ${call};`,
    '}',
    '',
  ];
}

/** What the next component says of its interface; one that says nothing is welcome. */
function forwardFingerprint(native: NativeSymbol, { scopes }: WorldPlan): readonly string[] {
  const own = scopes.find(({ fingerprint }) => {
    const linkage = fingerprint?.linkage;
    return linkage?.kind === 'native' && linkage.symbol === native.symbol;
  })?.fingerprint;
  if (!own) return [];
  return [
    `HIDDEN uint64_t ${native.symbol}(void);`,
    `HIDDEN uint64_t ${native.symbol}(void) {`,
    `  void* const found = dlsym(RTLD_NEXT, "${native.plain}");`,
    '  uint64_t (*told)(void);',
    '  memcpy(&told, &found, sizeof found);',
    `  return found == NULL ? UINT64_C(0x${own.value.toString(16).padStart(16, '0')}) : told();`,
    '}',
    '',
  ];
}
