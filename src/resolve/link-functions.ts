/** AST to model: functions, and the methods of resources. */
import type {
  Attribute,
  ConstructorNode,
  Docs,
  FunctionNode,
  MethodNode,
  Name,
  ParameterNode,
  ResourceItem,
  ResourceNode,
  TypeNode,
} from '../syntax/ast.js';
import { type BodyContext, signatureContext } from './body.js';
import { errors } from './errors.js';
import { type Gate, gateOf } from './gates.js';
import { enterInLedger, errorType, linkType, type TypeContext } from './link-types.js';
import type { Func, FunctionForm, Parameter, Type, TypeDecl } from './model.js';
import type { Referrer } from './program.js';

/** A function as it stands in an interface or world. */
export interface NamedFunction {
  readonly name: Name;
  readonly docs: Docs | undefined;
  readonly attributes: readonly Attribute[];
  readonly function: FunctionNode;
}

/** Links a function that belongs to no resource; undefined if it is left out. */
export function linkFunction(node: NamedFunction, cx: BodyContext): Func | undefined {
  const gate = gateOf(node.attributes, node.name, cx.gates);
  const types = contextOf(node.name.text, node.name, gate, cx);
  return linkSignature(node, { kind: 'free' }, gate, types);
}

/** Links the functions of a resource, without those that are left out. */
export function linkResource(node: ResourceNode, resource: TypeDecl, cx: BodyContext): readonly Func[] {
  checkNames(node, cx);
  return node.items.flatMap((item) =>
    item.kind === 'constructor'
      ? (linkConstructor(item, resource, cx) ?? [])
      : (linkMethod(item, resource, cx) ?? []),
  );
}

function checkNames(node: ResourceNode, cx: BodyContext): void {
  const seen = new Map<string, ResourceItem>();
  for (const item of node.items) {
    // A name has no space: the constructor cannot clash with a method.
    const key = item.kind === 'constructor' ? ' constructor' : item.name.text;
    const earlier = seen.get(key);
    if (earlier) reportDuplicate(node, item, earlier, cx);
    else seen.set(key, item);
  }
}

function reportDuplicate(
  { name: { text: resource } }: ResourceNode,
  item: ResourceItem,
  earlier: ResourceItem,
  cx: BodyContext,
): void {
  const extras = { related: [{ span: earlier.name.span, message: 'first defined here' }] };
  const { report } = cx.items.program;
  const { span, text: name } = item.name;
  if (item.kind === 'method') report(errors.duplicateMethod, span, { resource, name }, extras);
  else report(errors.duplicateConstructor, span, { resource }, extras);
}

function linkMethod(node: MethodNode, resource: TypeDecl, cx: BodyContext): Func | undefined {
  const gate = gateOf(node.attributes, node.name, cx.gates);
  const types = contextOf(`${resource.name}.${node.name.text}`, node.name, gate, cx);
  cx.items.program.requireEnabled(resource, 'resource', types.referrer);
  // The model's parameters are without `self`, but its type is there.
  if (!node.isStatic) enterInLedger({ kind: 'borrow', resource }, types);
  return linkSignature(node, { kind: node.isStatic ? 'static' : 'method', resource }, gate, types);
}

function linkConstructor(node: ConstructorNode, resource: TypeDecl, cx: BodyContext): Func | undefined {
  const gate = gateOf(node.attributes, node.name, cx.gates);
  const types = contextOf(`${resource.name} constructor`, node.name, gate, cx);
  cx.items.program.requireEnabled(resource, 'resource', types.referrer);
  const form: FunctionForm = { kind: 'constructor', resource };
  const parameters = linkParameters(node.parameters, form, types);
  const own: Type = { kind: 'own', resource };
  const result = node.result ? linkConstructorResult(node.result, resource, types) : own;
  if (gate.missingFeature !== undefined) return undefined;
  return {
    name: resource.name,
    docs: node.docs?.text,
    origin: node.name.span,
    form,
    parameters,
    result,
    isAsync: false,
    stability: gate.stability,
    externalId: gate.externalId,
  };
}

/** Spec: WIT.md "Item: `resource`": `result` of the resource itself, perhaps by a name of its own, or nothing. */
function linkConstructorResult(node: TypeNode, resource: TypeDecl, cx: TypeContext): Type {
  const { report } = cx.program;
  const values = { resource: resource.name };
  const type = linkType(node, cx);
  if (type === errorType) return type;
  const result = namedStructure(type);
  if (result.kind !== 'result') report(errors.constructorNotResult, node.span, values);
  else if (result.ok !== errorType && !(result.ok?.kind === 'own' && result.ok.resource === resource)) {
    report(errors.constructorOkType, node.span, values);
  }
  return type;
}

/** What a type is by its name, but not by a name of that name. */
function namedStructure(type: Type): Type {
  if (type.kind !== 'named') return type;
  const { definition } = type.decl;
  return definition.kind === 'type' ? definition.type : type;
}

function linkSignature(
  node: NamedFunction,
  form: FunctionForm,
  gate: Gate,
  cx: TypeContext,
): Func | undefined {
  const { parameters, result, isAsync } = node.function;
  const func: Func = {
    name: node.name.text,
    docs: node.docs?.text,
    origin: node.name.span,
    form,
    parameters: linkParameters(parameters, form, cx),
    result: result && linkType(result, cx),
    isAsync,
    stability: gate.stability,
    externalId: gate.externalId,
  };
  return gate.missingFeature === undefined ? func : undefined;
}

function linkParameters(
  nodes: readonly ParameterNode[],
  form: FunctionForm,
  cx: TypeContext,
): readonly Parameter[] {
  const seen = new Map<string, Name | undefined>();
  if (form.kind === 'method') seen.set('self', undefined);
  return nodes.map(({ name, type }) => {
    if (seen.has(name.text)) reportParameter(name, seen.get(name.text), cx);
    else seen.set(name.text, name);
    return { name: name.text, type: linkType(type, cx), origin: name.span };
  });
}

function reportParameter(name: Name, earlier: Name | undefined, cx: TypeContext): void {
  const related = earlier ? [{ span: earlier.span, message: 'first defined here' }] : [];
  cx.program.report(errors.duplicateParameter, name.span, { name: name.text }, { related });
}

function contextOf(name: string, { span }: Pick<Name, 'span'>, gate: Gate, cx: BodyContext): TypeContext {
  const isEnabled = gate.missingFeature === undefined && cx.ownerMissesFeature === undefined;
  const referrer: Referrer = { name, span, isEnabled };
  return signatureContext(referrer, cx);
}
