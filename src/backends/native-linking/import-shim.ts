import { symbolTable } from '../../abi/native-symbols.js';
import type { FingerprintPlan, WorldPlan } from '../../abi/plan.js';
import { headerLine } from '../header.js';
import { bindingsFingerprint, bindingsOf } from './both-halves.js';
import { neededFunctions, titleOf, type CFunction } from './c-functions.js';

/** The function by which JavaScript says what the component's imports are. A component may call nothing so. */
export const binderOf = ({ world }: WorldPlan): string => `wit_bind_${world.name.replaceAll('-', '_')}`;

/** What the component imports, in the order in which `binderOf` wants it; empty if nobody has to answer anything. */
export const boundFunctions = (plan: WorldPlan): readonly CFunction[] => neededFunctions(plan);

/**
 * C++ that stands between a component and JavaScript: it defines the component's imports, each of which calls a pointer that JavaScript
 * has given. Undefined where the component imports nothing that could be called.
 */
export function importShim(plan: WorldPlan): string | undefined {
  const functions = boundFunctions(plan);
  if (functions.length === 0) return undefined;
  const told = toldFingerprints(plan);
  return [
    `// ${headerLine(plan)}`,
    '',
    '// What the component imports, answered by JavaScript. Make a shared object of this, linked with the component,',
    '// and load that one.',
    '',
    '#include <cstddef>',
    '#include <cstdint>',
    '#include <cstdio>',
    '#include <cstdlib>',
    '#include <cstring>',
    '',
    '// Symbols may be called like functions of C.',
    '#define WIT_TEXT(text) #text',
    '#define WIT_TEXT_OF(text) WIT_TEXT(text)',
    '#define WIT_SYMBOL(name) __asm__(WIT_TEXT_OF(__USER_LABEL_PREFIX__) name)',
    '#define WIT_SHOWN __attribute__((__visibility__("default")))',
    '',
    'namespace {',
    '',
    "// JavaScript's functions. Null until they are given.",
    'struct wit_imports {',
    ...functions.map(
      ({ result, parameters }, index) => `  ${result} (*${nameOf(index)})(${parameters.join(', ')});`,
    ),
    '};',
    '',
    'wit_imports wit_given{};',
    'bool wit_is_bound = false;',
    '',
    '// A component that calls its imports while it is loaded calls too early.',
    '[[noreturn]] void wit_missing(char const* function) {',
    '  std::fprintf(stderr, "wit: %s is called before JavaScript has given it\\n", function);',
    '  std::abort();',
    '}',
    '',
    '} // namespace',
    '',
    'extern "C" {',
    '',
    '// What these bindings were made of: JavaScript was, too.',
    `WIT_SHOWN uint64_t wit_bindings() WIT_SYMBOL("${bindingsOf(plan)}");`,
    `WIT_SHOWN uint64_t wit_bindings() { return UINT64_C(${bindingsFingerprint(plan)}); }`,
    '',
    '// Takes the functions, in the order of wit_imports. Answers 0 if they were given before, or are others.',
    `WIT_SHOWN int32_t ${binderOf(plan)}(void const* functions, size_t count);`,
    `WIT_SHOWN int32_t ${binderOf(plan)}(void const* functions, size_t count) {`,
    '  if (wit_is_bound || count * sizeof(void*) != sizeof(wit_imports)) return 0;',
    '  std::memcpy(&wit_given, functions, sizeof(wit_imports));',
    '  wit_is_bound = true;',
    '  return 1;',
    '}',
    '',
    ...functions.flatMap(forward),
    ...told.flatMap(({ interface: name, value, symbol }, index) => [
      `// Asked by the component when it is loaded: what is meant by ${name}.`,
      `WIT_SHOWN uint64_t wit_told_${String(index)}() WIT_SYMBOL("${symbol}");`,
      `WIT_SHOWN uint64_t wit_told_${String(index)}() { return UINT64_C(0x${inHex(value)}); }`,
      '',
    ]),
    '} // extern "C"',
    '',
  ].join('\n');
}

const nameOf = (index: number): string => `wit_import_${String(index)}`;

/** 64 bits. */
export const inHex = (value: bigint): string => value.toString(16).padStart(16, '0');

function forward({ native, result, parameters }: CFunction, index: number): readonly string[] {
  const name = nameOf(index);
  const names = parameters.map((_, number) => `a${String(number)}`);
  const declared = parameters.map((type, number) => `${type} ${names[number] ?? ''}`).join(', ');
  const call = `wit_given.${name}(${names.join(', ')});`;
  return [
    `// ${titleOf(native)}`,
    `WIT_SHOWN ${result} ${name}(${parameters.join(', ')}) WIT_SYMBOL("${native.symbol}");`,
    `WIT_SHOWN ${result} ${name}(${declared}) {`,
    `  if (wit_given.${name} == nullptr) wit_missing("${titleOf(native)}");`,
    result === 'void' ? `  ${call}` : `  return ${call}`,
    '}',
    '',
  ];
}

/** Of interfaces that the component imports: whether JavaScript means the same. */
function toldFingerprints(plan: WorldPlan): readonly (FingerprintPlan & { readonly symbol: string })[] {
  const asked = new Set(symbolTable(plan).optional.map(({ symbol }) => symbol));
  return plan.scopes.flatMap(({ fingerprint }) => {
    const linkage = fingerprint?.linkage;
    const isAsked = linkage?.kind === 'native' && asked.has(linkage.symbol);
    return isAsked && fingerprint ? [{ ...fingerprint, symbol: linkage.symbol }] : [];
  });
}
