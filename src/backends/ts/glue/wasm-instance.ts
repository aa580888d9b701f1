/** The function that makes an instance of a core module. */
import type { FunctionPlan, Linkage, ResourcePlan } from '../../../abi/plan.js';
import { indent, line, type Block } from '../../../emit/code.js';
import { keyOf } from '../words.js';
import type { WorldView } from '../world-view.js';
import { nameIn, type GlueContext } from './context.js';
import { afterType, calleeFunction, coreType, helperFunction, written } from './functions.js';
import { importConstants } from './imports.js';
import { resourceClass } from './resources.js';
import { exportLines, usesMemory } from './sides.js';

export function instantiate(cx: GlueContext, view: WorldView): Block {
  const { plan } = cx;
  return [
    '/**',
    ` * Makes an instance of a core module of the world \`${view.worldName}\`. \`others\` is what it imports beside what the world`,
    ' * says, such as functions of WASI.',
    ' */',
    line(`export function ${cx.target.entry.name}(`),
    indent(
      line('module: WebAssembly.Module,'),
      // There also where nothing is imported, so that others stay where they are when something is.
      view.imports ? line(`imports: ${view.imports.name},`) : '_imports: object = {},',
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
  const lends = scopes.some(({ functions }) => functions.some(({ body }) => cx.target.lends(body, cx)));
  const table = lends ? 'LendingTable' : 'HandleTable';
  const isUsed = resources.length > 0 || scopes.some(({ functions }) => functions.length > 0);
  return [
    importConstants(cx),
    isUsed ? line('const state = new ', cx.runtime('InstanceState'), '();') : [],
    usesMemory(cx.plan) ? line('const memory = new ', cx.runtime('Memory'), '();') : [],
    resources.length > 0 ? line('const handles = new ', cx.runtime(table), '();') : [],
    // Those of the module's own, too: its start function may make handles of them.
    resources.map((resource) => cx.target.resourceType(resource, cx)),
  ];
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
        .map((resource) => [toldEnd(resource, cx), resourceClass(resource, scope, cx)]),
    ),
    'core.initialize();',
  ];
}

/** By what the module ends an object of its own. */
const toldEnd = (resource: ResourcePlan, cx: GlueContext): Block =>
  `${cx.resource(resource).type}.end = core.optional('${nameIn(resource.drop)}') as ((object: number) => void) | undefined;`;

const coreConstants = (plan: FunctionPlan, cx: GlueContext): Block => [
  `const ${cx.coreFunction(plan)} = core.function('${nameIn(plan.linkage)}') as ${coreType(plan)};`,
  plan.release
    ? `const ${cx.afterFunction(plan)} = core.optional('${nameIn(plan.release.linkage)}') as ${afterType(plan)};`
    : [],
];

/** What the module imports, by its modules. */
function importLines(cx: GlueContext): Block {
  const modules = new Map<string, Block[]>();
  const add = (linkage: Linkage, lines: (name: string) => Block): void => {
    if (linkage.kind !== 'wasm-import') return;
    modules.set(linkage.module, [...(modules.get(linkage.module) ?? []), lines(`${keyOf(linkage.name)}: `)]);
  };
  for (const { functions, resources } of cx.plan.scopes) {
    for (const plan of functions) {
      if (plan.role === 'callee') add(plan.linkage, (name) => written(name, calleeFunction(plan, cx), ' =>'));
    }
    for (const resource of resources) addTable(resource, cx, add);
  }
  return [...modules].map(([module, lines]) => [`${keyOf(module)}: {`, indent(lines), '},']);
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
    (parameter: string, result: string, ...body: readonly string[]) =>
    (name: string): Block => [
      `${name}(${parameter}: number): ${result} => {`,
      indent('try {', indent(body), '} catch (error) {', indent('throw state.trapped(error);'), '}'),
      '},',
    ];
  const leaving = 'state.checkLeaving();';
  const dropping = intrinsic('handle', 'void', leaving, `handles.drop(${type}, handle);`);
  add(drop, dropping);
  if (!table) return;
  add(table.new, intrinsic('object', 'number', leaving, `return handles.own(${type}, object);`));
  // The one that calls nobody and changes nothing: `canon resource.rep` does not ask whether the instance may leave.
  add(table.rep, intrinsic('handle', 'number', `return handles.object(${type}, handle);`));
  add(table.drop, dropping);
}
