/** The function that makes an instance of a core module. */
import type { FunctionPlan, Linkage, ResourcePlan, ScopePlan, WorldPlan } from '../../../abi/plan.js';
import { indent, line, type Block } from '../../../emit/code.js';
import type { TypeDecl } from '../../../resolve/model.js';
import type { ModuleText } from '../module-text.js';
import { constantsModule, pathFrom } from '../modules.js';
import { enumValues, hasConstants } from '../presentation.js';
import type { WorldNames } from '../world-names.js';
import { itemsOf, type WorldView } from '../world-view.js';
import { givenBy, GlueContext, nameIn } from './context.js';
import { loweredResources, touchesMemory } from './facts.js';
import { afterType, calleeFunction, callerFunction, coreType, helperFunction, written } from './functions.js';
import { resourceClass, resourceType } from './resources.js';
import { filesWith, runtimeFolder, withDependencies } from './runtime.js';
import { wasmMemory } from './wasm-memory.js';

export type GlueView = {
  /** What of the runtime is imported, by file. */
  readonly imports: readonly { readonly names: string; readonly from: string }[];
  /** The modules of constants that it hands on. */
  readonly constants: readonly { readonly name: string; readonly from: string }[];
  /** The class of what functions throw, where it is exported by its own name. */
  readonly exportsError: boolean;
  readonly lines: readonly string[];
};

export interface Glue {
  readonly view: GlueView;
  /** The files of the runtime that it needs. */
  readonly runtime: readonly string[];
}

/** The glue of a world, and what it needs. `view` has the names of what it is given and makes. */
export function glueOf(plan: WorldPlan, names: WorldNames, text: ModuleText, view: WorldView): Glue {
  const cx = new GlueContext(plan, names, text, wasmMemory);
  const code = instantiate(cx, view);
  const enums = cx.enumerations.map(([decl, name]) => {
    const { definition } = decl;
    const values = definition.kind === 'enum' ? enumValues(definition, cx.presentation) : [];
    const cases = values.map((value) => `'${value}'`);
    return line(`const ${name} = `, cx.runtime('enumeration'), `([${cases.join(', ')}] as const);`);
  });
  const lines = text.lines([enums, code]);
  const files = filesWith(text.runtime);
  const imports = [...files].map(([file, all]) => ({
    names: all.map((name) => cx.runtimeImport(name)).join(', '),
    from: `./${runtimeFolder}${file}.js`,
  }));
  const constants = [...cx.constants].map(([scope, name]) => {
    const { world } = names.modules;
    return { name, from: pathFrom(world.file, constantsModule(names.moduleOf(scope)).file) };
  });
  const exportsError =
    text.runtime.includes('ComponentError') && cx.runtimeImport('ComponentError') === 'ComponentError';
  return { view: { imports, constants, exportsError, lines }, runtime: withDependencies(files.keys()) };
}

function instantiate(cx: GlueContext, view: WorldView): Block {
  const { plan } = cx;
  return [
    '/**',
    ` * Makes an instance of a core module of the world \`${view.worldName}\`. \`others\` is what it imports beside what the world`,
    ' * says, such as functions of WASI.',
    ' */',
    line('export function instantiate('),
    indent(
      line('module: WebAssembly.Module,'),
      view.imports ? line(`imports: ${view.imports.name},`) : [],
      line('others: WebAssembly.Imports = {},'),
    ),
    line(`): ${view.exports.name} {`),
    indent(
      before(cx),
      plan.helpers.map((helper) => helperFunction(helper, cx)),
      line('const core = new ', cx.runtime('CoreModule'), '(module, {'),
      indent('...others,', importLines(cx)),
      '});',
      after(cx),
      'return {',
      indent(exportLines(cx)),
      '};',
    ),
    '}',
  ];
}

/** What stands before the module is instantiated: all that its imports make use of. */
function before(cx: GlueContext): Block {
  const { scopes } = cx.plan;
  const resources = scopes.flatMap((scope) => scope.resources);
  const isUsed = resources.length > 0 || scopes.some(({ functions }) => functions.length > 0);
  return [
    isUsed ? line('const state = new ', cx.runtime('InstanceState'), '();') : [],
    usesMemory(cx.plan) ? line('const memory = new ', cx.runtime('Memory'), '();') : [],
    resources.length > 0 ? line('const handles = new ', cx.runtime('HandleTable'), '();') : [],
    scopes.filter(({ direction }) => direction === 'import').map((scope) => importConstants(scope, cx)),
    resources.filter(({ home }) => home === 'exported').map((resource) => resourceType(resource, cx)),
  ];
}

/** What the host gives for a scope, as far as the code makes use of it. */
function importConstants(scope: ScopePlan, cx: GlueContext): Block {
  const lowered = loweredResources(cx.plan);
  const isUsed = (decl?: TypeDecl): boolean =>
    scope.resources.some((resource) => (decl ?? resource.decl) === resource.decl && lowered.has(resource)) ||
    scope.functions.some(({ func: { form } }) =>
      form.kind === 'free' ? !decl : form.kind !== 'method' && form.resource === (decl ?? form.resource),
    );
  return givenBy(scope).map(([given, name]) => {
    if ('core' in given || isUsed('definition' in given ? given : undefined)) {
      const key = scope.path.kind === 'world' ? name : cx.worldNames.moduleOf(scope).name;
      return line(`const ${cx.importOf(given)} = `, cx.runtime('importOf'), `(imports, '${key}');`);
    }
    return [];
  });
}

/** What stands behind: all that is made of its exports. */
function after(cx: GlueContext): Block {
  const { plan } = cx;
  const callers = plan.scopes.flatMap(({ functions }) => functions.filter(({ role }) => role === 'caller'));
  return [
    usesMemory(plan)
      ? `core.attach(memory, state, ${plan.realloc ? `'${nameIn(plan.realloc)}'` : 'undefined'});`
      : [],
    callers.map((each) => coreConstants(each, cx)),
    plan.scopes.map((scope) =>
      scope.resources
        .filter(({ home }) => home === 'imported')
        .map((resource) => [resourceType(resource, cx), resourceClass(resource, scope, cx)]),
    ),
    'core.initialize();',
  ];
}

const coreConstants = (plan: FunctionPlan, cx: GlueContext): Block => [
  `const ${cx.coreFunction(plan)} = core.function('${nameIn(plan.linkage)}') as ${coreType(plan)};`,
  plan.release
    ? `const ${cx.afterFunction(plan)} = core.optional('${nameIn(plan.release.linkage)}') as ${afterType(plan)};`
    : [],
];

const usesMemory = ({ scopes, helpers }: WorldPlan): boolean =>
  [...scopes.flatMap(({ functions }) => functions), ...helpers].some(({ body }) => touchesMemory(body)) ||
  scopes.some(({ functions }) => functions.some(({ foreignAreas }) => foreignAreas.length > 0));

/** What the module imports, by its modules. */
function importLines(cx: GlueContext): Block {
  const modules = new Map<string, Block[]>();
  const add = (linkage: Linkage, lines: (name: string) => Block): void => {
    if (linkage.kind !== 'wasm-import') return;
    modules.set(linkage.module, [...(modules.get(linkage.module) ?? []), lines(`'${linkage.name}': `)]);
  };
  for (const { functions, resources } of cx.plan.scopes) {
    for (const plan of functions) {
      if (plan.role === 'callee') add(plan.linkage, (name) => written(name, calleeFunction(plan, cx), ' =>'));
    }
    for (const resource of resources) addTable(resource, cx, add);
  }
  return [...modules].map(([module, lines]) => [`'${module}': {`, indent(lines), '},']);
}

/** By what the module gets at the table of its handles. */
function addTable(
  resource: ResourcePlan,
  cx: GlueContext,
  add: (linkage: Linkage, lines: (name: string) => Block) => void,
): void {
  const { table, drop } = resource;
  const { type } = cx.resource(resource);
  const intrinsic =
    (parameter: string, result: string, body: string) =>
    (name: string): Block => [
      `${name}(${parameter}: number): ${result} => {`,
      indent(
        'try {',
        indent('state.checkLeaving();', body),
        '} catch (error) {',
        indent('throw state.trapped(error);'),
        '}',
      ),
      '},',
    ];
  const dropping = intrinsic('handle', 'void', `handles.drop(${type}, handle);`);
  add(drop, dropping);
  if (!table) return;
  add(table.new, intrinsic('object', 'number', `return handles.own(${type}, object);`));
  add(table.rep, intrinsic('handle', 'number', `return handles.object(${type}, handle);`));
  add(table.drop, dropping);
}

/** What the world exports, as the value of its type. */
function exportLines(cx: GlueContext): Block {
  const { interfaces, own } = itemsOf(cx.plan, 'export');
  return [
    interfaces.map((scope) => [
      `${cx.members.ofWorld.get(scope) ?? ''}: {`,
      indent(
        scope.types
          .filter((decl) => hasConstants(decl, cx.presentation))
          .map((decl) => cx.worldNames.typeName(decl))
          .map((name) => `${name}: ${cx.constants.get(scope) ?? ''}.${name},`),
        scope.resources.map((resource) => `${classMember(resource, cx)},`),
        freeFunctions(scope, cx),
      ),
      '},',
    ]),
    own.map((scope) => freeFunctions(scope, cx)),
  ];
}

function classMember(resource: ResourcePlan, cx: GlueContext): string {
  const { shown, class: class_ } = cx.resource(resource);
  return shown === class_ ? shown : `${shown}: ${class_}`;
}

const freeFunctions = ({ functions }: ScopePlan, cx: GlueContext): readonly Block[] =>
  functions
    .filter(({ func }) => func.form.kind === 'free')
    .map((plan) => [method(cx.memberOf(plan), plan, cx)]);

/** A method of an object literal, where `new` and `get` are names like others. */
function method(name: string, plan: FunctionPlan, cx: GlueContext): Block {
  const { parameters, result, lines } = callerFunction(plan, cx);
  return [line(name, parameters, ': ', result, ' {'), indent(lines), '},'];
}
