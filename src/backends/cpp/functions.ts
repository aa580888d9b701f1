/** The functions of a scope, as views of the source's templates. */
import type { FunctionPlan, Op, ResourcePlan, ScopePlan, WorldPlan } from '../../abi/plan.js';
import { line, need, type Block, type Inline } from '../../emit/code.js';
import { factsOfDecl } from '../../abi/type-facts.js';
import { Body, type BodyContext, type Returning } from './body.js';
import { typesInClass } from './declarations.js';
import { lends } from './helpers.js';
import { exportMarks, importMarks, linkName, parameterTypes, prototype } from '../cxx/linkage.js';
import type { Printer } from '../cxx/printer.js';
import { membershipOf, parameterList, resultType } from './signatures.js';
import { coreTypes } from '../cxx/core-types.js';

type Lines = readonly string[];

/** A function with a body. */
export type DefinitionView = { readonly head: Lines; readonly body: Lines };

/** What definitions are written with. */
export interface DefinitionContext {
  readonly bodies: BodyContext;
  readonly printer: Printer;
}

/** The declaration of a core function that another component defines. */
export function importedPrototype({ linkage, core }: FunctionPlan): string {
  const { before, after } = importMarks(linkage);
  const text = prototype(linkage, core.result, parameterTypes(core.parameters));
  return `extern "C" ${before}${text} noexcept${after};`;
}

/** The declaration of the function that gives up a handle of an imported resource. */
export function importedDropPrototype({ drop, handle }: ResourcePlan): string {
  const { before, after } = importMarks(drop);
  return `extern "C" ${before}${prototype(drop, undefined, [coreTypes[handle]])} noexcept${after};`;
}

/** The user's side of an imported function: lowers, calls, lifts. */
export function importedFunction(
  plan: FunctionPlan,
  scope: ScopePlan,
  cx: DefinitionContext,
): DefinitionView {
  const { names } = cx.bodies;
  const { form } = plan.func;
  const near = cx.bodies.types.within(names.namespaceOf(scope).join('::'));
  // The parameters and the body of a member stand inside its class, whose members may hide types.
  const inside = form.kind === 'free' ? near : typesInClass(form.resource, scope, cx.bodies);
  const membership = membershipOf(plan);
  const returning: Returning = membership === 'constructor' ? 'assigns-this' : 'returns';
  const body = new Body({ ...cx.bodies, types: inside }, plan, returning);
  if (plan.self) body.express(plan.self, '*this');
  const parameters = parameterList(plan, inside, ({ local }) => body.locals.name(local));
  const owner = form.kind === 'free' ? '' : `${near.declared(form.resource)}::`;
  const name = `${owner}${names.functionName(plan)}`;
  const result: Inline = membership === 'constructor' ? '' : [resultType(plan, near), ' '];
  const isConst = membership === 'method' ? ' const' : '';
  return {
    head: cx.printer.call([result, name], parameters, `${isConst} {`),
    body: cx.printer.lines(withScratch(plan, body)),
  };
}

/** The core side of an exported function: lifts, calls the user, lowers. */
export function exportedFunction(plan: FunctionPlan, cx: DefinitionContext): DefinitionView {
  const body = new Body(cx.bodies, plan);
  const parameters = plan.core.parameters.map((core) => `${coreTypes[core.type]} ${body.locals.name(core)}`);
  const { before } = exportMarks(plan.linkage);
  const result = plan.core.result ? coreTypes[plan.core.result] : 'void';
  const head = `extern "C" ${before}${result} ${linkName(plan.linkage)}`;
  return {
    head: cx.printer.call(head, parameters, ' noexcept {'),
    body: cx.printer.lines(withScratch(plan, body)),
  };
}

/** What is called when the receiver is done with a result. */
export function postReturnFunction(plan: FunctionPlan, cx: DefinitionContext): DefinitionView | undefined {
  const { postReturn } = plan;
  if (!postReturn) return undefined;
  const body = new Body(cx.bodies, postReturn);
  const { linkage, parameter } = postReturn;
  const type = coreTypes[parameter.type];
  const head = `extern "C" ${exportMarks(linkage).before}void ${linkName(linkage)}(${type} ${body.locals.name(parameter)}) noexcept {`;
  return { head: [head], body: cx.printer.lines(body.spell(postReturn.body)) };
}

/** The scratch memory of a call, where it needs any, and the body. */
function withScratch(
  plan: { readonly usesScratch: boolean; readonly body: readonly Op[] },
  body: Body,
): Block {
  const spelled = body.spell(plan.body);
  const wantsScratch = plan.usesScratch || lends(plan.body);
  return [wantsScratch ? `wit::abi::Scratch ${body.scratch};` : [], spelled];
}

/** The conversions of named types. */
export function helperFunctions(plan: WorldPlan, cx: DefinitionContext): readonly DefinitionView[] {
  return plan.helpers.map((helper) => {
    const body = new Body(cx.bodies, helper);
    const { types } = cx.bodies;
    const {
      decl,
      value: { passing },
    } = helper;
    const type = passing === 'view' ? types.declaredView(decl) : types.declared(decl);
    const { helpers } = cx.bodies;
    const name = helpers.nameOf(helper);
    const scratch = helpers.wantsScratch(helper) ? [`wit::abi::Scratch& ${body.scratch}`] : [];
    const base = body.locals.name(helper.base);
    const mark = helper.body.length === 0 ? '[[maybe_unused]] ' : '';
    if (helper.direction === 'load') {
      const spelled = body.spell(helper.body);
      return {
        head: cx.printer.call(`${type} ${name}`, [`${mark}uint8_t* ${base}`, ...scratch], ' {'),
        body: cx.printer.lines([spelled, line('return ', body.takeLast(helper.value), ';')]),
      };
    }
    const value = `${mark}${type}${isReadOnly(helper) ? ' const' : ''}& ${body.locals.name(helper.value)}`;
    const spelled = body.spell(helper.body);
    return {
      head: cx.printer.call(`void ${name}`, [`${mark}uint8_t* ${base}`, value, ...scratch], ' {'),
      body: cx.printer.lines(spelled),
    };
  });
}

/** A value that is lent stays as it is, but for the handles that leave it. */
function isReadOnly({ ownership, decl }: WorldPlan['helpers'][number]): boolean {
  return ownership === 'lent' && !factsOfDecl(decl).hasOwn;
}

/** The members of an imported resource that handle its handle. */
export type ImportedResourceView = {
  readonly name: string;
  readonly base: string;
  readonly drop: string;
};

export function importedResource(
  resource: ResourcePlan,
  { bodies }: DefinitionContext,
): ImportedResourceView {
  return {
    name: bodies.names.typeName(resource.decl),
    base: resource.handle === 'pointer' ? 'wit::ResourceImportBase' : 'wit::TableResourceImportBase',
    drop: linkName(resource.drop),
  };
}

/** What destroys an object of an exported resource for others, and the table that it may be in. */
export type ExportedResourceView = {
  readonly type: string;
  readonly head: string;
  readonly table?: {
    readonly prototypes: Lines;
    readonly add: string;
    readonly find: string;
    readonly drop: string;
  };
};

export function exportedResource(
  resource: ResourcePlan,
  { bodies, printer }: DefinitionContext,
): ExportedResourceView {
  const { drop, table, decl } = resource;
  const { before } = exportMarks(drop);
  printer.text(need('<cstdint>'));
  return {
    type: bodies.types.declared(decl),
    head: `extern "C" ${before}void ${linkName(drop)}(uint8_t* handle) noexcept {`,
    ...(table && {
      table: {
        prototypes: [
          `extern "C" ${importMarks(table.new).before}int32_t ${linkName(table.new)}(uint8_t*) noexcept;`,
          `extern "C" ${importMarks(table.rep).before}uint8_t* ${linkName(table.rep)}(int32_t) noexcept;`,
          `extern "C" ${importMarks(table.drop).before}void ${linkName(table.drop)}(int32_t) noexcept;`,
        ],
        add: linkName(table.new),
        find: linkName(table.rep),
        drop: linkName(table.drop),
      },
    }),
  };
}
