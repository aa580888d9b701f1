/** The files of a world as views: what the templates of templates/cpp place. */
import type { CoreLocal, CoreType, Linkage, ScopePlan, WorldPlan } from '../../abi/plan.js';
import { snakeCase } from '../../emit/names.js';
import { type ComponentTypes, sectionName } from '../../encode/component-type.js';
import { headerLine } from '../header.js';
import type { BodyContext } from './body.js';
import { docLines } from './comments.js';
import { customSectionLines } from './custom-section.js';
import { debugDeclarations, debugDefinitions } from './debug.js';
import {
  declarationViews,
  freeFunctionViews,
  userMemberViews,
  type DeclarationContext,
  type DeclarationView,
  type FunctionView,
} from './declarations.js';
import { fingerprintCheck, fingerprintFunction } from './fingerprints.js';
import {
  exportedFunction,
  exportedResource,
  helperFunctions,
  importedDropPrototype,
  importedFunction,
  importedPrototype,
  importedResource,
  postReturnFunction,
  type DefinitionContext,
  type DefinitionView,
  type ExportedResourceView,
  type ImportedResourceView,
} from './functions.js';
import { nameHelpers } from './helpers.js';
import { layoutChecks } from './layouts.js';
import {
  exportMarks,
  linkName,
  onceInModuleMarks,
  parameterTypes,
  prototype,
  type LinkMarks,
} from '../cxx/linkage.js';
import { mappedTypeChecks } from './mapped-types.js';
import { mappedScopes, withoutMapped } from './mappings.js';
import { nameWorld, type Names } from './names.js';
import type { CppOptions } from './options.js';
import { spellOp } from './ops.js';
import { orderedScopes } from './order.js';
import { Printer } from '../cxx/printer.js';
import { userFunction } from './signatures.js';
import { cppStyle } from './style.js';
import { TypeSpeller } from './types.js';

type Lines = readonly string[];

export type HeaderView = {
  readonly generated: string;
  readonly docs: Lines;
  readonly includes: Lines;
  readonly scopes: readonly HeaderScopeView[];
  readonly tables: Lines;
  readonly userHeaders: Lines;
};

type HeaderScopeView = {
  readonly docs: Lines;
  readonly namespace: string;
  readonly declarations: readonly DeclarationView[];
  readonly functions: readonly FunctionView[];
  /** The functions that wit::debug finds. */
  readonly debug: Lines;
};

export type SourceView = {
  readonly generated: string;
  readonly header: string;
  readonly includes: Lines;
  readonly mapped: Lines;
  readonly layouts: Lines;
  readonly prototypes: Lines;
  readonly checks: Lines;
  readonly helpers: readonly DefinitionView[];
  readonly debug: readonly DebugScopeView[];
  readonly imports: readonly ImportedScopeView[];
  /** The function that the host asks for memory. */
  readonly realloc?: LinkMarks & { readonly name: string };
  readonly exports: readonly ExportedScopeView[];
  readonly componentType: Lines;
};

type DebugScopeView = { readonly namespace: string; readonly functions: readonly DefinitionView[] };

type ImportedScopeView = {
  readonly namespace: string;
  readonly resources: readonly ImportedResourceView[];
  readonly functions: readonly DefinitionView[];
};

type ExportedScopeView = {
  readonly title: string;
  readonly symbols: Lines;
  readonly functions: readonly DefinitionView[];
  readonly resources: readonly ExportedResourceView[];
};

/** The header that a user of a resource class owns. */
export type UserHeaderView = {
  readonly world: string;
  readonly header: string;
  readonly namespace: string;
  readonly docs: Lines;
  readonly name: string;
  readonly members: readonly FunctionView[];
};

export type UserHeader = { readonly path: string; readonly view: UserHeaderView };

/** Everything that is written for a world. */
export interface WorldViews {
  /** What files are named after. */
  readonly stem: string;
  readonly header: HeaderView;
  readonly source: SourceView;
  readonly userHeaders: readonly UserHeader[];
}

/** Turns a plan into the views of its files. */
export function viewWorld(
  whole: WorldPlan,
  options: CppOptions,
  componentTypes: ComponentTypes | undefined,
): WorldViews {
  const mapped = mappedScopes(whole, options.with);
  const names = nameWorld(whole, {
    hasViewTypes: options.ownership !== 'owning',
    // What is in a header of the user's is where that has it.
    around: (scope) => (mapped.has(scope) ? [] : options.namespace),
  });
  const style = cppStyle('std', options);
  const types = new TypeSpeller(whole, names, style);
  const plan = withoutMapped(whole, mapped);
  const stem = snakeCase(plan.world.name);
  const header = `${stem}_cpp.h`;
  const userHeaders = userHeadersOf(plan, names, types, header);
  return {
    stem,
    header: headerView(plan, { names, types, printer: new Printer() }, mapped, userHeaders, options),
    source: {
      ...sourceView(plan, names, types, mapped, header, options),
      componentType: componentTypes ? componentTypeLines(plan, componentTypes) : [],
    },
    userHeaders,
  };
}

function headerView(
  plan: WorldPlan,
  cx: DeclarationContext,
  mapped: ReadonlyMap<ScopePlan, string>,
  userHeaders: readonly UserHeader[],
  { debug }: CppOptions,
): HeaderView {
  const { names, types } = cx;
  cx.printer.require('<cstdint>');
  for (const header of mapped.values()) cx.printer.require(`"${header}"`);
  const scopes = orderedScopes(plan).map((scope) => ({
    docs: scope.owner.kind === 'interface' ? docLines(scope.owner.docs) : [],
    namespace: names.namespaceOf(scope).join('::'),
    declarations: declarationViews(scope, cx),
    functions: freeFunctionViews(scope, cx),
    debug: debug ? debugDeclarations(scope, cx) : [],
  }));
  if (debug) cx.printer.require('"wit_debug.h"');
  const tables = exportedResources(plan).flatMap(({ decl, table }) => (table ? [types.declared(decl)] : []));
  if (exportedResources(plan).length > 0) cx.printer.require('"wit.h"');
  return {
    generated: headerLine(plan),
    docs: docLines(plan.world.docs),
    includes: cx.printer.includes,
    scopes: scopes.filter(({ declarations, functions }) => declarations.length + functions.length > 0),
    tables,
    userHeaders: userHeaders.map(({ path }) => path),
  };
}

const exportedResources = (plan: WorldPlan): ScopePlan['resources'] =>
  plan.scopes.flatMap(({ resources }) => resources.filter(({ home }) => home === 'exported'));

function sourceView(
  plan: WorldPlan,
  names: Names,
  types: TypeSpeller,
  mapped: ReadonlyMap<ScopePlan, string>,
  header: string,
  { debug }: CppOptions,
): Omit<SourceView, 'componentType'> {
  const bodies: BodyContext = {
    types,
    names,
    helpers: nameHelpers(plan),
    spell: spellOp,
    userFunction: (fn, self) => {
      const scope = plan.scopes.find(({ functions }) => functions.includes(fn));
      return userFunction(fn, self, scope ? names.namespaceOf(scope).join('::') : '', names, types);
    },
  };
  const cx: DefinitionContext = { bodies, printer: new Printer() };
  cx.printer.require('"wit_abi.h"');
  const imported = plan.scopes.filter(({ direction }) => direction === 'import');
  const exported = plan.scopes.filter(({ direction }) => direction === 'export');
  const view: Omit<SourceView, 'includes' | 'componentType'> = {
    generated: headerLine(plan),
    header,
    mapped: mappedTypeChecks(plan, mapped, { names, types }, cx.printer),
    layouts: layoutChecks(plan, names, types, cx.printer),
    prototypes: imported.flatMap((scope) => [
      ...scope.resources.map(importedDropPrototype),
      ...scope.functions.map(importedPrototype),
    ]),
    checks: imported.flatMap((scope) => fingerprintCheck(scope, cx.printer)),
    helpers: helperFunctions(plan, cx),
    debug: (debug ? plan.scopes : [])
      .map((scope) => ({
        namespace: names.namespaceOf(scope).join('::'),
        functions: debugDefinitions(scope, { names, types }, cx.printer),
      }))
      .filter(({ functions }) => functions.length > 0),
    imports: imported
      .map((scope) => ({
        namespace: names.namespaceOf(scope).join('::'),
        resources: scope.resources.map((each) => importedResource(each, cx)),
        functions: scope.functions.map((each) => importedFunction(each, scope, cx)),
      }))
      .filter(({ resources, functions }) => resources.length + functions.length > 0),
    ...(plan.realloc && {
      realloc: { ...onceInModuleMarks(plan.realloc), name: linkName(plan.realloc) },
    }),
    exports: exported
      .map((scope) => ({
        title: names.namespaceOf(scope).join('::'),
        symbols: symbolDeclarations(scope),
        functions: [
          ...fingerprintFunction(scope),
          ...scope.functions.flatMap((each) => {
            const postReturn = postReturnFunction(each, cx);
            return [exportedFunction(each, cx), ...(postReturn ? [postReturn] : [])];
          }),
        ],
        resources: scope.resources.map((each) => exportedResource(each, cx)),
      }))
      .filter(({ resources, functions }) => resources.length + functions.length > 0),
  };
  return { ...view, includes: cx.printer.includes };
}

/** Its world as a custom section, in the object that has the imports and exports. */
function componentTypeLines({ world }: WorldPlan, { whole }: ComponentTypes): Lines {
  return customSectionLines({ name: sectionName('cpp', world), content: whole });
}

/** Declarations of exported functions whose C++ name is not their symbol: only a declaration can say so. */
function symbolDeclarations(scope: ScopePlan): Lines {
  const declared = (
    linkage: Linkage,
    result: CoreType | undefined,
    parameters: readonly CoreLocal[],
  ): Lines => {
    const { after } = exportMarks(linkage);
    const text = prototype(linkage, result, parameterTypes(parameters));
    return after === '' ? [] : [`extern "C" ${text} noexcept${after};`];
  };
  return scope.functions.flatMap(({ linkage, core, postReturn }) => [
    ...declared(linkage, core.result, core.parameters),
    ...(postReturn ? declared(postReturn.linkage, undefined, [postReturn.parameter]) : []),
  ]);
}

function userHeadersOf(
  plan: WorldPlan,
  names: Names,
  types: TypeSpeller,
  header: string,
): readonly UserHeader[] {
  return plan.scopes.flatMap((scope) =>
    scope.resources
      .filter(({ home }) => home === 'exported')
      .map(({ decl }) => {
        const namespaces = names.namespaceOf(scope);
        const name = names.typeName(decl);
        const cx: DeclarationContext = { names, types, printer: new Printer() };
        const view: UserHeaderView = {
          world: plan.world.name,
          header,
          namespace: namespaces.join('::'),
          docs: docLines(decl.docs),
          name,
          members: userMemberViews(decl, scope, cx),
        };
        return { path: `${[...namespaces, name].join('-')}.h`, view };
      }),
  );
}
