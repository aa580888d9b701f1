/** Classes for the resources that the component implements. */
import type { FunctionPlan, OpOf, ResourcePlan, ScopePlan } from '../../../abi/plan.js';
import { indent, line, type Block, type Inline } from '../../../emit/code.js';
import { classMember, outcomeOf } from '../functions.js';
import { membersOfClasses, membersOfObjects } from '../words.js';
import type { Body } from './body.js';
import type { GlueContext } from './context.js';
import { callerFunction, written } from './functions.js';

/** The class of a resource that the component implements. */
export function resourceClass(resource: ResourcePlan, scope: ScopePlan, cx: GlueContext): Block {
  const names = cx.resource(resource);
  const own = scope.functions.filter(
    ({ func: { form } }) => form.kind !== 'free' && form.resource === resource.decl,
  );
  const construct = own.find(({ func }) => func.form.kind === 'constructor');
  return [
    line(`class ${names.class} extends `, cx.runtime('Resource'), ' {'),
    indent(
      construct ? constructorOf(construct, resource, cx) : noConstructor(resource, cx),
      own.filter((plan) => plan !== construct).map((plan) => member(plan, cx)),
      line('[', cx.runtime('dispose'), ']() {'),
      indent(line(cx.runtime('disposeOf'), `(this, ${names.type}, state);`)),
      '}',
      cx.finalizers ? ending(names.type, cx) : [],
    ),
    '}',
  ];
}

/** What ends an object that is forgotten. */
const ending = (type: string, cx: GlueContext): Block => [
  line('[', cx.runtime('ending'), ']() {'),
  indent(line('return ', cx.runtime('endingOf'), `(this, ${type}, state);`)),
  '}',
];

/** An object of such a class for one that comes from the component. */
export function wrapped(object: Inline, { resource, handle }: OpOf<'core-to-handle'>, body: Body): Inline {
  const { cx } = body;
  const { class: class_ } = cx.resource(resource);
  return handle === 'own'
    ? [cx.runtime('wrap'), `(${class_}, `, object, ')']
    : [cx.runtime('wrapLent'), `(${body.scope}, ${class_}, `, object, ')'];
}

/** A constructor that may fail has made an object when it has not, which then gives its place to `this`. */
function constructorOf(plan: FunctionPlan, resource: ResourcePlan, cx: GlueContext): Block {
  const { class: class_, shown } = cx.resource(resource);
  const mayFail = outcomeOf(plan.func) !== undefined;
  const maker = callerFunction(plan, cx, { representation: !mayFail });
  const made: Inline = [`${class_}.#make(`, maker.values, ')'];
  return [
    line('constructor', maker.parameters, ' {'),
    indent(
      line('super(', mayFail ? [cx.runtime('given'), `(${class_}, '${shown}', `, made, `, '')`] : made, ');'),
    ),
    '}',
    written('static #make', maker),
  ];
}

const noConstructor = (resource: ResourcePlan, cx: GlueContext): Block => [
  'private constructor() {',
  indent(line('super(', cx.runtime('noConstructor'), `('${cx.resource(resource).shown}'));`)),
  '}',
];

function member(plan: FunctionPlan, cx: GlueContext): Block {
  const name = cx.memberOf(plan);
  const isStatic = plan.func.form.kind === 'static';
  const inherited = isStatic ? membersOfClasses : membersOfObjects;
  const head = [
    isStatic ? 'static ' : '',
    // TypeScript can be told to ask for the word, and then does also for what the base class has from JavaScript itself.
    inherited.has(name) ? 'override ' : '',
    classMember(name),
  ];
  return written(head.join(''), callerFunction(plan, cx));
}
