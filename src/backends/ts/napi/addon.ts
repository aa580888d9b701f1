/** The source of an addon as the view of its template. */
import type { ScopePlan, WorldPlan } from '../../../abi/plan.js';
import type { TypeDecl } from '../../../resolve/model.js';
import { headerLine } from '../../header.js';
import { memoryTypes, sizeText } from '../../cxx/core-types.js';
import { linkName } from '../../cxx/linkage.js';
import { Printer } from '../../cxx/printer.js';
import { enumValues, variantTags, type Presentation } from '../presentation.js';
import { valueMembers } from './value-members.js';
import type { AddonNames } from './addon-names.js';
import type { Packing } from './packings.js';
import {
  callFunction,
  dropFunction,
  exportedDropPrototype,
  exportedPrototype,
  helperFunction,
  importFunction,
  symbolPrototypes,
  type DefinitionView,
} from './functions.js';

export type AddonView = {
  readonly generated: string;
  readonly fingerprint: string;
  readonly prototypes: readonly string[];
  readonly positions: readonly string[];
  readonly resources: readonly string[];
  readonly cases: readonly string[];
  readonly packings: readonly string[];
  readonly functions: readonly DefinitionView[];
  readonly setup: readonly string[];
  readonly symbols: readonly string[];
  readonly imports: readonly DefinitionView[];
};

export function addonView(plan: WorldPlan, names: AddonNames): AddonView {
  const printer = new Printer();
  const cx = { names, printer };
  const [imported, exported] = (['import', 'export'] as const).map((direction) =>
    plan.scopes.filter((scope) => scope.direction === direction),
  );
  const [callees, callers] = [imported ?? [], exported ?? []];
  return {
    generated: headerLine(plan),
    fingerprint: names.fingerprint,
    prototypes: callers.flatMap(prototypes),
    positions: names.imports.map(({ position }) => `${position},`),
    resources: names.classes.map(({ resource, name, constant }, position) => {
      const parts = [`"${name}"`, String(position), linkName(resource.drop)];
      return `[[maybe_unused]] constexpr wit::napi::ResourceType ${constant}{${parts.join(', ')}};`;
    }),
    cases: plan.scopes.flatMap(({ types }) => types).flatMap((decl) => casesOf(decl, names, printer)),
    packings: names.packings.all.flatMap((each) => packingLines(each, printer)),
    functions: [
      ...plan.helpers
        .filter((helper) => names.packings.needs(helper))
        .map((helper) => helperFunction(helper, cx)),
      ...callers.flatMap((scope) => scope.functions.map((each) => callFunction(each, scope, cx))),
    ],
    setup: [
      ...callers.flatMap(sameInterface),
      ...names.imports.map(({ module, name, kind }) => `setup.import_${kind}("${module}", "${name}");`),
      ...callers
        .flatMap(({ functions }) => functions)
        .map((each) => `setup.function("${names.stem(each)}", wit_call_${names.stem(each)});`),
    ],
    symbols: callees.flatMap(symbolPrototypes),
    imports: callees.flatMap((scope) => [
      ...scope.resources.map((resource) => dropFunction(resource, scope)),
      ...scope.functions.map((each) => importFunction(each, scope, cx)),
      ...fingerprintFunction(scope),
    ]),
  };
}

function prototypes({ functions, resources, fingerprint }: ScopePlan): readonly string[] {
  return [
    ...functions.map(exportedPrototype),
    ...resources.map(exportedDropPrototype),
    ...(fingerprint ? [`extern "C" WIT_WEAK uint64_t ${linkName(fingerprint.linkage)}() noexcept;`] : []),
  ];
}

/** How elements cross, and where texts are in them. */
function packingLines({ constant, op, element, position }: Packing, printer: Printer): readonly string[] {
  const head = `constexpr wit::napi::ElementPacking ${constant}{${String(position)}, ${sizeText(op.stride)}, `;
  const { texts } = element;
  if (texts.length === 0) return [`${head}nullptr, 0};`];
  const cases = texts.flatMap((text) => text.cases);
  const inCases = cases.map(
    ({ at, width, value }) => `{${sizeText(at)}, sizeof(${memoryTypes[width]}), ${String(value)}}`,
  );
  let first = 0;
  const slots = texts.map(({ at, cases: { length } }) => {
    const where = length === 0 ? 'nullptr' : `${constant}_cases + ${String(first)}`;
    first += length;
    return `{${sizeText(at)}, ${where}, ${String(length)}}`;
  });
  return [
    ...printer.lines([
      cases.length === 0 ? [] : `constexpr wit::napi::InCase ${constant}_cases[] = {${inCases.join(', ')}};`,
      `constexpr wit::napi::TextSlot ${constant}_texts[] = {${slots.join(', ')}};`,
    ]),
    `${head}${constant}_texts, ${String(texts.length)}};`,
  ];
}

/** Flags that are bits of a number have no names there, and use none of these. */
function casesOf(decl: TypeDecl, names: AddonNames, printer: Printer): readonly string[] {
  const { definition } = decl;
  if (definition.kind !== 'enum' && definition.kind !== 'variant' && definition.kind !== 'flags') return [];
  const texts = namesIn(decl, names.modules.presentation);
  const constant = names.cases(decl);
  const list = texts.map((text) => `"${text}"`);
  return [
    ...printer.lines([`constexpr char const* ${constant}_names[] = {${list.join(', ')}};`]),
    `[[maybe_unused]] constexpr wit::napi::Cases ${constant}{${constant}_names, ${String(texts.length)}};`,
  ];
}

/** What JavaScript calls cases, tags and flags. */
function namesIn(decl: TypeDecl, presentation: Presentation): readonly string[] {
  const { definition } = decl;
  if (definition.kind === 'enum') return enumValues(definition, presentation);
  return definition.kind === 'variant' ? variantTags(definition) : valueMembers(decl);
}

function sameInterface({ fingerprint }: ScopePlan): readonly string[] {
  if (!fingerprint) return [];
  const value = `0x${fingerprint.value.toString(16).padStart(16, '0')}`;
  return [`setup.same("${fingerprint.interface}", ${linkName(fingerprint.linkage)}, ${value});`];
}

/** Tells the component, which asks when it is loaded, what these bindings were made of. */
function fingerprintFunction({ fingerprint }: ScopePlan): readonly DefinitionView[] {
  if (!fingerprint) return [];
  const value = `0x${fingerprint.value.toString(16).padStart(16, '0')}`;
  return [
    {
      head: [`extern "C" WIT_VISIBLE uint64_t ${linkName(fingerprint.linkage)}() noexcept {`],
      body: [`return ${value};`],
    },
  ];
}
