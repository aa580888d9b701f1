/** CST to AST: attributes. */
import type { AttributeArgumentCstNode, AttributeCstNode } from '../../grammar/cst.js';
import { didYouMean } from '../base/did-you-mean.js';
import type { Span } from '../base/source.js';
import type { Attribute, Name } from './ast.js';
import {
  buildAll,
  type BuildContext,
  childrenOf,
  nameAt,
  nodeSpan,
  tokenAt,
  versionAt,
} from './build-context.js';
import { errors } from './errors.js';
import { foundText } from './found-text.js';
import { isClosed, stringValue } from './strings.js';
import { tokenSpan } from './tokens-of.js';

/** What an attribute is made of: its name, its first argument and its range. */
interface Parts {
  readonly name: Name;
  readonly argument: AttributeArgumentCstNode;
  readonly span: Span;
}

type BuildAttribute = (parts: Parts, cx: BuildContext) => Attribute | undefined;

const builders: ReadonlyMap<string, BuildAttribute> = new Map([
  ['since', buildVersioned('since')],
  ['deprecated', buildVersioned('deprecated')],
  ['unstable', buildUnstable],
  ['external-id', buildExternalId],
]);

/** What comes near to another attribute, or to none. */
const meantAttributes: ReadonlyMap<string, string> = new Map([
  ['stable', 'since'],
  ['version', 'since'],
  ['added', 'since'],
  ['experimental', 'unstable'],
  ['feature', 'unstable'],
]);

/** The attributes before an item; unknown and broken ones are reported and left out. */
export function buildAttributes(
  nodes: readonly AttributeCstNode[] | undefined,
  cx: BuildContext,
): readonly Attribute[] {
  return buildAll(nodes, (node) => buildAttribute(node, cx));
}

function buildAttribute(node: AttributeCstNode, cx: BuildContext): Attribute | undefined {
  const children = childrenOf(node);
  const name = nameAt(children.Name, cx);
  const argument = children.attributeArgument?.[0];
  if (!name) return undefined;
  const build = builders.get(name.text);
  if (!build) {
    const meant = meantAttributes.get(name.text);
    const hint = meant === undefined ? didYouMean(name.text, builders.keys()) : `did you mean \`${meant}\`?`;
    cx.report(errors.unknownAttribute, name.span, { attribute: name.text }, { hint });
    return undefined;
  }
  if (!argument) return undefined;
  const built = build({ name, argument, span: nodeSpan(node, cx) }, cx);
  const comma = tokenAt(children.Comma);
  if (built && comma) expected('`)`', comma, cx);
  return built;
}

function buildVersioned(kind: 'since' | 'deprecated'): BuildAttribute {
  return ({ name, argument, span }, cx) => {
    if (!hasField(argument, 'version', name, cx)) return undefined;
    const { Semver, value } = childrenOf(argument);
    const version = versionAt(Semver, cx);
    if (!version) expected('a version such as `1.2.3`', tokenAt(value), cx);
    return version && { kind, span, name, version };
  };
}

function buildUnstable({ name, argument, span }: Parts, cx: BuildContext): Attribute | undefined {
  if (!hasField(argument, 'feature', name, cx)) return undefined;
  const { Semver, value } = childrenOf(argument);
  const feature = nameAt(value, cx);
  if (!feature) expected('a name', tokenAt(Semver), cx);
  return feature && { kind: 'unstable', span, name, feature };
}

function buildExternalId({ name, argument, span }: Parts, cx: BuildContext): Attribute | undefined {
  const { StringLiteral, Name } = childrenOf(argument);
  const token = tokenAt(StringLiteral);
  if (!token) {
    expected('a string', tokenAt(Name), cx);
    return undefined;
  }
  const result = stringValue(token.image);
  if ('value' in result) return { kind: 'external-id', span, name, value: result.value };
  // That a quote is missing is reported when the text is split into tokens.
  if (isClosed(token.image)) {
    cx.report(errors.string, tokenSpan(token, cx.file), { problem: result.problem });
  }
  return undefined;
}

/** Is the argument `field = …`? */
function hasField(
  argument: AttributeArgumentCstNode,
  field: string,
  attribute: Name,
  cx: BuildContext,
): boolean {
  const { Name, StringLiteral } = childrenOf(argument);
  const token = tokenAt(Name);
  if (!token) expected(`\`${field}\``, tokenAt(StringLiteral), cx);
  else if (token.image !== field) {
    const values = { attribute: attribute.text, expected: field, found: token.image };
    cx.report(errors.attributeField, tokenSpan(token, cx.file), values, { hint: fieldHint(token.image) });
  }
  return token?.image === field;
}

function fieldHint(field: string): string | undefined {
  if (field === 'feature') return 'a `feature` belongs to `@unstable`';
  return field === 'version' ? 'a `version` belongs to `@since` and `@deprecated`' : undefined;
}

function expected(what: string, found: ReturnType<typeof tokenAt>, cx: BuildContext): void {
  if (!found) return;
  const values = { expected: what, found: foundText(found) };
  cx.report(errors.expected, tokenSpan(found, cx.file), values);
}
