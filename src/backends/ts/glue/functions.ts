/** Whole functions: those that the host calls, those that it answers, and the conversions that they share. */
import type { FunctionPlan, HelperPlan } from '../../../abi/plan.js';
import { indent, join, line, type Block, type Inline } from '../../../emit/code.js';
import type { Type } from '../../../resolve/model.js';
import { outcomeOf } from '../functions.js';
import { spellOptional } from '../types.js';
import { Body } from './body.js';
import type { GlueContext } from './context.js';
import { aroundCall, touchesMemory } from './facts.js';
import { fetchedAreas } from './ops-frame.js';
import { joined } from './passing.js';
import { spellOp } from './ops.js';
import { coreTypes } from './scalars.js';

/** A function without its name. */
export interface Written {
  /** `(a: number, b: string)`. */
  readonly parameters: Inline;
  /** `a, b`. */
  readonly values: Inline;
  /** The type of what it returns. */
  readonly result: Inline;
  readonly lines: Block;
}

/** A function behind its name, with what stands between that and its body. */
export const written = (name: string, { parameters, result, lines }: Written, arrow = ''): Block => [
  line(name, parameters, ': ', result, `${arrow} {`),
  indent(lines),
  arrow === '' ? '}' : '},',
];

/** The type of a core function. */
export function coreType({ core }: FunctionPlan): string {
  const parameters = core.parameters.map(({ type }, index) => `p${String(index)}: ${coreTypes(type)}`);
  return `(${parameters.join(', ')}) => ${core.result === undefined ? 'void' : coreTypes(core.result)}`;
}

/** The type of the function that is told that a result has been read. */
export const afterType = ({ core }: FunctionPlan): string =>
  `((answer: ${core.result === undefined ? 'true' : coreTypes(core.result)}) => void) | undefined`;

/**
 * A function that calls the module. `representation`: it is the constructor of a resource, and answers with what the component
 * knows the new object by.
 */
export function callerFunction(
  plan: FunctionPlan,
  cx: GlueContext,
  { representation }: { readonly representation: boolean } = { representation: false },
): Written {
  const body = new Body(cx, plan, spellOp);
  body.answersRepresentation = representation;
  const parameters = plan.parameters.map(({ local, name }): Inline => {
    body.setPath(local, cx.pathOfParameter(name));
    return [`${body.name(local)}: `, cx.readType(local.type)];
  });
  if (plan.self) {
    body.express(plan.self, 'this');
    body.setPath(plan.self, 'this');
  }
  body.readsAnswer = plan.foreignAreas.length > 0 || touchesMemory(aroundCall(plan.body, 'call-core').after);
  const lines = body.spellAll(plan.body);
  const result = outcomeOf(plan.func)?.ok ?? (outcomeOf(plan.func) ? undefined : plan.result);
  const type = representation ? 'number' : spellOptional(result, cx.text.types);
  return {
    parameters: ['(', join(parameters, ', '), ')'],
    values: join(
      plan.parameters.map(({ local }) => body.use(local)),
      ', ',
    ),
    result: type,
    lines: cx.target.aroundCaller(lines, body),
  };
}

/** A function that the module calls. */
export function calleeFunction(plan: FunctionPlan, cx: GlueContext): Written {
  const body = new Body(cx, plan, spellOp);
  const parameters = plan.core.parameters.map((local) => `${body.name(local)}: ${coreTypes(local.type)}`);
  const areas = fetchedAreas(plan, body);
  const lines = body.spellAll(plan.body);
  const result = plan.core.result === undefined ? 'void' : coreTypes(plan.core.result);
  return {
    parameters: `(${parameters.join(', ')})`,
    values: '',
    result,
    lines: cx.target.aroundCallee([areas, lines], body),
  };
}

/** The conversion of a named type. */
export function helperFunction(helper: HelperPlan, cx: GlueContext): Block {
  const body = new Body(cx, helper, spellOp);
  const named: Type = { kind: 'named', decl: helper.decl };
  const type = helper.direction === 'store' ? cx.readType(named) : cx.type(named);
  const at = body.name(helper.base);
  const scope: Inline = cx.target.lends(helper.body, cx) ? [`, ${body.scope}: `, cx.runtime('Scope')] : '';
  const head: Inline = [`function ${cx.helper(helper)}(${at}: number`];
  if (helper.direction === 'store') {
    const value = body.name(helper.value);
    return [line(head, `, ${value}: `, type, scope, '): void {'), indent(body.spellAll(helper.body)), '}'];
  }
  const lines = body.spellAll(helper.body);
  return [
    line(head, scope, '): ', type, ' {'),
    indent(joined(lines, body.pass('return ', [helper.value], ';'))),
    '}',
  ];
}
