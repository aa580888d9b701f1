/** The functions of an addon, as views of its template. */
import type { FunctionPlan, HelperPlan, ResourcePlan, ScopePlan } from '../../../abi/plan.js';
import { hasNoSize, coreTypes } from '../../cxx/core-types.js';
import { exportMarks, importMarks, linkName, parameterTypes, prototype } from '../../cxx/linkage.js';
import type { Printer } from '../../cxx/printer.js';
import { layoutOf } from '../../../abi/layout.js';
import { line } from '../../../emit/code.js';
import { parameterNames } from '../functions.js';
import type { AddonNames } from './addon-names.js';
import { Body } from './body.js';
import { spellOp } from './ops.js';

/** A function with a body. */
export type DefinitionView = { readonly head: readonly string[]; readonly body: readonly string[] };

/** What functions are written with. */
export interface AddonContext {
  readonly names: AddonNames;
  readonly printer: Printer;
}

/** The declaration of a function that the component exports. */
export function exportedPrototype({ linkage, core }: FunctionPlan): string {
  const { before, after } = importMarks(linkage);
  const text = prototype(linkage, core.result, parameterTypes(core.parameters));
  return `extern "C" ${before}${text} noexcept${after};`;
}

/** The declaration of what drops a resource of the component's. */
export function exportedDropPrototype({ drop, handle }: ResourcePlan): string {
  const { before, after } = importMarks(drop);
  return `extern "C" ${before}${prototype(drop, undefined, [coreTypes[handle]])} noexcept${after};`;
}

/** What JavaScript calls: lowers the arguments, calls the component, lifts the result. */
export function callFunction(plan: FunctionPlan, scope: ScopePlan, cx: AddonContext): DefinitionView {
  const body = new Body(cx.names, plan, spellOp);
  const passed = [...(plan.self ? [plan.self] : []), ...plan.parameters.map(({ local }) => local)];
  passed.forEach((local, index) => {
    body.express(local, `arguments[${String(index)}]`);
  });
  parameterNames(plan.func).forEach((name, index) => {
    const local = plan.parameters[index]?.local;
    if (local) body.placeValue(local, `Path("${name}")`);
  });
  return {
    head: [`napi_value wit_call_${cx.names.stem(plan)}(napi_env env, napi_callback_info info) {`],
    body: cx.printer.lines([
      `wit::napi::Arguments<${String(passed.length)}> const arguments(env, info);`,
      `wit::napi::ExportCall call(arguments.instance(), "${titleOf(plan, scope)}");`,
      body.spell(plan.body),
    ]),
  };
}

/** What the component calls: lifts the arguments, calls JavaScript, lowers the result. */
export function importFunction(plan: FunctionPlan, scope: ScopePlan, cx: AddonContext): DefinitionView {
  const body = new Body(cx.names, plan, spellOp);
  const parameters = plan.core.parameters.map((core) => `${coreTypes[core.type]} ${body.locals.name(core)}`);
  const { before } = exportMarks(plan.linkage);
  const result = plan.core.result ? coreTypes[plan.core.result] : 'void';
  const head = `extern "C" ${before}${result} ${linkName(plan.linkage)}`;
  return {
    head: cx.printer.call(head, parameters, ' noexcept {'),
    body: cx.printer.lines([`wit::napi::ImportCall call("${titleOf(plan, scope)}");`, body.spell(plan.body)]),
  };
}

/** What the component drops an object of JavaScript's with. */
export function dropFunction({ drop, decl }: ResourcePlan, scope: ScopePlan): DefinitionView {
  const { before } = exportMarks(drop);
  return {
    head: [`extern "C" ${before}void ${linkName(drop)}(uint8_t* handle) noexcept {`],
    body: [`wit::napi::drop_object(handle, "${titleIn(scope, decl.name)}");`],
  };
}

/** Declarations that say the symbols of functions whose names are not those. */
export function symbolPrototypes({ functions, resources }: ScopePlan): readonly string[] {
  const declared = [
    ...functions.map(({ linkage, core }) => ({
      linkage,
      text: prototype(linkage, core.result, parameterTypes(core.parameters)),
    })),
    ...resources.map(({ drop, handle }) => ({
      linkage: drop,
      text: prototype(drop, undefined, [coreTypes[handle]]),
    })),
  ];
  return declared.flatMap(({ linkage, text }) => {
    const { before, after } = exportMarks(linkage);
    return after === '' ? [] : [`extern "C" ${before}${text} noexcept${after};`];
  });
}

/** The conversion of a named type. */
export function helperFunction(helper: HelperPlan, cx: AddonContext): DefinitionView {
  const body = new Body(cx.names, helper, spellOp);
  const name = cx.names.helper(helper);
  const mark = hasNoSize(layoutOf(helper.value.type, 'pointer').size) ? '[[maybe_unused]] ' : '';
  const base = `${mark}uint8_t* ${body.locals.name(helper.base)}`;
  if (helper.direction === 'load') {
    const spelled = body.spell(helper.body);
    return {
      head: cx.printer.call(`napi_value ${name}`, ['wit::napi::Call& call', base], ' {'),
      body: cx.printer.lines([spelled, line('return ', body.use(helper.value), ';')]),
    };
  }
  const value = `napi_value ${body.locals.name(helper.value)}`;
  body.placeValue(helper.value, 'path');
  const spelled = body.spell(helper.body);
  return {
    head: cx.printer.call(
      `void ${name}`,
      ['wit::napi::Call& call', base, value, `${mark}Path const& path`],
      ' {',
    ),
    body: cx.printer.lines(spelled),
  };
}

/** What a message calls a function: `demo:app/api: counter.add`. */
function titleOf({ func: { name, form } }: FunctionPlan, scope: ScopePlan): string {
  if (form.kind === 'free') return titleIn(scope, name);
  const own = form.kind === 'constructor' ? 'constructor' : name;
  return titleIn(scope, `${form.resource.name}.${own}`);
}

function titleIn({ path }: ScopePlan, name: string): string {
  if (path.kind !== 'interface') return path.kind === 'world' ? name : `${path.name}: ${name}`;
  const version = path.version === undefined ? '' : `@${path.version}`;
  return `${path.namespace}:${path.package}/${path.name}${version}: ${name}`;
}
