import { isCalledByHost } from '../../abi/core-items.js';
import type { HelperPlan, ResourcePlan, ScopePlan, WorldPlan } from '../../abi/plan.js';
import { invariant } from '../../base/invariant.js';
import { NameScope, snakeCase } from '../../emit/names.js';
import type { Json } from '../../emit/view.js';
import type { ComponentTypes } from '../../encode/component-type.js';
import type { TypeDecl } from '../../resolve/model.js';
import { headerLine } from '../header.js';
import { dropEntries, exportEntries } from './export-entries.js';
import {
  asJson,
  exportedFunction,
  guestSignature,
  helperFunction,
  importedFunction,
  postReturnFunction,
} from './function-views.js';
import { freeFunctions, functionsOf } from './function-groups.js';
import { componentTypeInMacro, componentTypeInModule, componentTypeModule } from './component-type.js';
import { coreType } from './core.js';
import { fingerprintCheck, fingerprintEntries } from './fingerprints.js';
import { equalTypes } from './equal-types.js';
import { mappedTypeViews } from './mapped-types.js';
import { Mappings } from './mappings.js';
import { Modes } from './modes.js';
import { ModuleContext, moduleAttributes } from './module-context.js';
import { WorldNames } from './names.js';
import { layoutChecks } from './layouts.js';
import { exportAttributes, externBlock } from './linkage.js';
import type { RustOptions } from './options.js';
import { renderRust, tabSpaces } from './rustfmt.js';
import { selectedPlan } from './selection.js';
import { stubViews } from './stubs.js';
import { docLines } from './text.js';
import { likeTypeViews, typeViews } from './type-views.js';
import { useLines } from './use-lines.js';
import { usageInPlan } from './usage.js';

type Item = Readonly<Record<string, Json>>;

/** What bindings have besides what follows from a plan. */
interface Extras {
  /** What the world is as a component, where the output says so. */
  readonly componentTypes: ComponentTypes | undefined;
  /** Further names of symbols that the bindings define. */
  readonly plainNames: ReadonlyMap<string, string>;
}

/** The view of the one file of a world's bindings. */
export function bindingsView(plan: WorldPlan, options: RustOptions, extras: Extras): Json {
  // How types are used is what the planner saw, of all functions.
  const modes = new Modes(usageInPlan(plan), options.ownership);
  return new BindingsView(selectedPlan(plan, options), modes, options, extras).view();
}

/** A module of the output in the making. */
interface Module {
  readonly path: readonly string[];
  readonly docs: string[];
  readonly items: Item[];
  readonly children: Map<string, Module>;
  readonly needs: Set<string>;
}

interface ExportedScope {
  readonly macro: string;
  readonly module: string;
}

class BindingsView {
  readonly #mappings: Mappings;
  readonly #names: WorldNames;
  readonly #root: Module = newModule([]);
  readonly #macroNames = new NameScope();
  readonly #exported: ExportedScope[] = [];
  readonly #needs = new Set<string>();

  /** What is another name of a type that is alike. */
  readonly #likes: ReadonlyMap<TypeDecl, TypeDecl>;
  private readonly plan: WorldPlan;

  constructor(
    plan: WorldPlan,
    modes: Modes,
    private readonly options: RustOptions,
    private readonly extras: Extras,
  ) {
    this.#mappings = new Mappings(plan, options.with);
    this.#names = new WorldNames(plan, modes, this.#mappings);
    this.#likes = likesIn(plan, this.#mappings, options);
    const errors = new Set([...plan.errors].map((decl) => this.#likes.get(decl) ?? decl));
    this.plan = { ...plan, errors };
  }

  view(): Json {
    for (const [what, { path }] of [...this.#mappings.interfaces, ...this.#mappings.types])
      this.#root.items.push({ mapped: { path, name: this.#names.mapped(what) } });
    for (const scope of this.plan.scopes) this.#scope(scope);
    const root = this.#content(this.#root, true);
    return {
      header: header(this.plan),
      root,
      exportMacro: this.#exported.length > 0 ? this.#exportMacro() : undefined,
      stub: this.#exported.length > 0 && this.options.stubs ? this.#stub() : undefined,
      componentType: this.extras.componentTypes
        ? componentTypeModule(this.plan.world, this.extras.componentTypes, this.#exportsAre)
        : undefined,
      moduleExports: this.#moduleExports(),
      runtime: this.#runtime(),
    };
  }

  #scope(scope: ScopePlan): void {
    const helpers = this.plan.helpers.filter((helper) => this.plan.scopeOf.get(helper.decl) === scope);
    const isMapped = this.#mappings.interfaces.has(scope);
    if (isMapped && helpers.length === 0) return;
    const module = this.#module(this.#names.moduleOf(scope));
    const cx = new ModuleContext(this.plan, this.#names, scope, this.options, module.needs);
    if (!isMapped) this.#generated(scope, module, cx);
    module.items.push(...helpers.map((helper) => helperItem(helper, cx)));
    if (scope.direction === 'export') this.#exports(scope, module, cx);
  }

  /** What a scope declares itself. */
  #generated(scope: ScopePlan, module: Module, cx: ModuleContext): void {
    if (scope.path.kind !== 'world') module.docs.push(...docLines(scope.owner.docs));
    for (const decl of scope.types) module.items.push(...this.#types(decl, scope, cx));
    if (scope.direction === 'export') return;
    module.items.push(
      ...freeFunctions(scope).map((each) => ({ function: asJson(importedFunction(each, cx)) })),
      ...fingerprintCheck(scope, cx).map((check) => ({ fingerprintCheck: check })),
    );
    if (this.extras.componentTypes && scope.functions.length + scope.resources.length > 0)
      module.items.push({ componentType: componentTypeInModule(module.path.length) });
  }

  #types(decl: TypeDecl, scope: ScopePlan, cx: ModuleContext): readonly Item[] {
    return [...this.#declared(decl, scope, cx), ...layoutChecks(decl, cx)];
  }

  #declared(decl: TypeDecl, scope: ScopePlan, cx: ModuleContext): readonly Item[] {
    const mapped = this.#names.mapped(decl);
    if (mapped !== undefined) return mappedTypeViews(decl, this.#names.rootFrom(scope) + mapped, cx);
    const like = this.#likes.get(decl);
    if (like) return likeTypeViews(decl, like, cx);
    const views = typeViews(decl, cx);
    if (views) return views;
    const resource = scope.resources.find((each) => each.decl === decl);
    invariant(resource, `a plan for resource ${decl.name}`);
    cx.need('_rt', '_rt::resource');
    return [
      resource.home === 'imported'
        ? { importedResource: importedResource(resource, scope, cx) }
        : { exportedResource: exportedResource(resource, cx) },
    ];
  }

  /** The traits, the functions that do the work, and the macro that defines the symbols. */
  #exports(scope: ScopePlan, module: Module, cx: ModuleContext): void {
    if (scope.functions.length === 0 && scope.resources.length === 0) return;
    module.items.push({ guest: guestView(scope, cx) });
    for (const resource of scope.resources)
      module.items.push({ guest: resourceGuestView(resource, scope, cx) });
    if (this.options.stubs) module.items.push(...stubViews(scope, cx).map((stub) => ({ stub })));
    const path = this.#names.moduleOf(scope);
    const isWorld = scope.path.kind === 'world';
    const key = isWorld ? `world_${snakeCase(scope.path.name)}` : path.slice(1).join('_');
    const macro = this.#macroNames.take(`__export_${this.#macroHome()}${key}_cabi`);
    this.#exported.push({ macro, module: path.map((segment) => `::${segment}`).join('') });
    module.items.push({
      exports: {
        bodies: scope.functions.flatMap((each) => {
          const post = postReturnFunction(each, cx);
          return [exportedFunction(each, cx), ...(post ? [post] : [])].map(asJson);
        }),
        macro,
        ...this.#visibility(),
        fingerprints: fingerprintEntries(scope, this.extras.plainNames),
        entries: [
          ...scope.functions.flatMap((each) => exportEntries(each, this.extras.plainNames, cx)),
          ...scope.resources.flatMap((each) => dropEntries(each, this.extras.plainNames, cx)),
        ].map((entry) => ({ ...entry })),
      },
    });
  }

  get #exportsAre(): 'here' | 'in-other-crates' {
    return this.options.publicExportMacro ? 'in-other-crates' : 'here';
  }

  #visibility(): { readonly macroAttributes: readonly string[]; readonly visibility: string } {
    return this.options.publicExportMacro
      ? { macroAttributes: ['#[macro_export]'], visibility: 'pub' }
      : { macroAttributes: [], visibility: 'pub(crate)' };
  }

  /** Macros for other crates share the root of theirs, whichever world of the crate they are of. */
  #macroHome(): string {
    const { package: home, name } = this.plan.world;
    if (!this.options.publicExportMacro) return '';
    return `${[home.name.namespace, home.name.name, name].map(snakeCase).join('_')}_`;
  }

  #exportMacro(): Json {
    return {
      name: this.options.exportMacroName,
      macro: this.#macroNames.take(`__export_${this.#macroHome()}${snakeCase(this.plan.world.name)}_impl`),
      // In a macro, `crate` would be the crate of whoever calls it.
      bindings: this.options.bindingsModule.replace(/^crate::/, '$crate::'),
      macros: this.#exported.map(({ macro, module }) => {
        const path = `$($path_to_types_root)*${module}`;
        return { call: [`${path}::${macro}!(`, `    $ty with_types_in ${path}`, ');'] };
      }),
      componentType: this.extras.componentTypes
        ? componentTypeInMacro(this.plan.world, this.extras.componentTypes, this.#exportsAre)
        : undefined,
      ...this.#visibility(),
    };
  }

  #stub(): Json {
    return { name: this.#names.stub, exportMacro: this.options.exportMacroName };
  }

  /** What hosts look for beside the functions of the world, once in a module. */
  #moduleExports(): Json {
    if (!this.options.moduleExports) return undefined;
    const { realloc } = this.plan;
    if (realloc) this.#needs.add('_rt::reallocate');
    return {
      realloc: realloc && renderRust(exportAttributes(realloc), tabSpaces).text,
      initialize: isCalledByHost(this.plan),
    };
  }

  #module(path: readonly string[]): Module {
    let module = this.#root;
    path.forEach((segment, index) => {
      const known = module.children.get(segment) ?? newModule(path.slice(0, index + 1));
      module.children.set(segment, known);
      module = known;
    });
    return module;
  }

  #content(module: Module, isRoot: boolean): Json {
    for (const need of module.needs) this.#needs.add(need);
    const attributes = isRoot ? moduleAttributes : [];
    const children = [...module.children].map(([name, child]): Item => ({
      module: { name, docs: child.docs, attributes, content: this.#content(child, false) },
    }));
    const uses = isRoot ? [] : useLines(module.path.length, module.needs);
    const items = [...module.items, ...children];
    return {
      uses,
      items: items.map((item, index) => ({ ...item, separated: index > 0 || uses.length > 0 })),
    };
  }

  /** Which parts of the runtime the bindings rely on; undefined if on none. */
  #runtime(): Json {
    const parts = [...this.#needs].flatMap((need) => /^_rt::([a-z_]+)$/.exec(need)?.[1] ?? []);
    if (this.#needs.size === 0) return undefined;
    const resources = this.plan.scopes.flatMap((scope) => scope.resources);
    const has = (...among: readonly string[]): boolean => among.some((part) => parts.includes(part));
    return {
      ...Object.fromEntries(parts.map((part) => [part, true])),
      // Texts and lists may change hands, which is the heap's business.
      heap: has('heap', 'text', 'list'),
      fault: has('heap', 'text', 'list', 'reallocate', 'scalar', 'scratch', 'resource'),
      allocatesByName: this.options.allocator === 'malloc',
      Map: this.#needs.has('Map') || this.#needs.has('_rt::Map') ? this.options.mapType : undefined,
      handlesAreIndexes: resources.some((resource) => resource.handle === 'i32'),
    };
  }
}

/** Types that own and types that borrow are not alike, so they are merged only where all types own. */
function likesIn(
  plan: WorldPlan,
  { interfaces, types }: Mappings,
  options: RustOptions,
): ReadonlyMap<TypeDecl, TypeDecl> {
  if (!options.mergeStructurallyEqualTypes || options.ownership !== 'owning') return new Map();
  const isElsewhere = (decl: TypeDecl): boolean => {
    const scope = plan.scopeOf.get(decl);
    return types.has(decl) || (scope !== undefined && interfaces.has(scope));
  };
  return equalTypes(plan, isElsewhere);
}

const newModule = (path: readonly string[]): Module => ({
  path,
  docs: [],
  items: [],
  children: new Map(),
  needs: new Set(),
});

function header(plan: WorldPlan): readonly string[] {
  return [
    `// ${headerLine(plan)}`,
    '//',
    '// Needs Rust 1.82. Works with `std` and with `alloc` alone, in edition 2021 and 2024.',
  ];
}

const helperItem = (helper: HelperPlan, cx: ModuleContext): Item => ({
  function: asJson(helperFunction(helper, cx)),
});

const handleType = (resource: ResourcePlan): string => (resource.handle === 'i32' ? 'u32' : '*mut u8');

function importedResource(resource: ResourcePlan, scope: ScopePlan, cx: ModuleContext): Json {
  const core = coreType(resource.handle === 'i32' ? 'i32' : 'pointer');
  const handle = handleType(resource);
  return {
    docs: docLines(resource.decl.docs),
    attributes: cx.attributes,
    name: cx.names.type(resource.decl),
    handle,
    functions: functionsOf(resource.decl, scope).map((each) => asJson(importedFunction(each, cx))),
    drop: cx.lines(externBlock(resource.drop, [`handle: ${core}`], undefined), 2),
    dropArgument: handle === core ? 'handle' : `handle as ${core}`,
  };
}

function exportedResource(resource: ResourcePlan, cx: ModuleContext): Json {
  cx.need('_rt::export');
  const { decl, table } = resource;
  return {
    docs: docLines(decl.docs),
    attributes: cx.attributes,
    name: cx.names.type(decl),
    guest: cx.names.guest(decl),
    borrow: cx.names.borrow(decl),
    parameter: cx.names.typeParameter(cx.scope),
    handle: handleType(resource),
    table: table && {
      new: cx.lines(externBlock(table.new, ['rep: *mut u8'], 'i32'), 2),
      rep: cx.lines(externBlock(table.rep, ['handle: i32'], '*mut u8'), 2),
      drop: cx.lines(externBlock(table.drop, ['handle: i32'], undefined), 2),
    },
  };
}

function guestView(scope: ScopePlan, cx: ModuleContext): Json {
  const free = freeFunctions(scope);
  const associated = scope.resources.map(({ decl }) => ({
    witName: decl.name,
    name: cx.names.type(decl),
    guest: cx.names.guest(decl),
  }));
  return {
    docs: [
      `/// What implements ${scope.path.kind === 'world' ? 'the functions of this world' : 'this interface'}.`,
    ],
    attributes: cx.attributes,
    name: 'Guest',
    supertraits: '',
    associated,
    methods: methods(free, associated.length > 0, cx),
    isResource: false,
  };
}

function resourceGuestView(resource: ResourcePlan, scope: ScopePlan, cx: ModuleContext): Json {
  cx.need('_rt', '_rt::export');
  return {
    docs: [`/// What implements the resource \`${resource.decl.name}\`.`],
    attributes: cx.attributes,
    name: cx.names.guest(resource.decl),
    supertraits: ': _rt::export::Resource',
    associated: [],
    methods: methods(functionsOf(resource.decl, scope), false, cx),
    isResource: true,
  };
}

function methods(functions: ScopePlan['functions'], follows: boolean, cx: ModuleContext): readonly Json[] {
  return functions.map((each, index) => ({
    docs: docLines(each.func.docs),
    signature: guestSignature(each, cx),
    separated: index > 0 || follows,
  }));
}
