/** Feature gates: `@since`, `@unstable`, `@deprecated`, and the external id beside them. Spec: WIT.md "Feature Gates". */
import type { Report } from '../base/diagnostics.js';
import type { Attribute, Name } from '../syntax/ast.js';
import { errors } from './errors.js';
import { type PackageName, packageNameText, type Stability } from './model.js';
import { isUnknown } from './packages.js';
import { comparePrecedence } from './versions.js';

/** The features that are switched on. */
export type Features = ReadonlySet<string> | 'all';

/** What the attributes of an item say. */
export interface Gate {
  readonly stability: Stability | undefined;
  readonly externalId: string | undefined;
  /** The feature without which the item is left out, if that is off. */
  readonly missingFeature: string | undefined;
}

/** Where a gate stands. */
export interface GateContext {
  readonly packageName: PackageName;
  readonly features: Features;
  readonly report: Report;
}

/** Reads and checks the attributes of an item; `subject` is its name. */
export function gateOf(attributes: readonly Attribute[], subject: Pick<Name, 'span'>, cx: GateContext): Gate {
  checkCombination(attributes, cx.report);
  const stability = stabilityOf(attributes);
  if (stability?.kind === 'stable') checkReleased(stability.since, subject, cx);
  return {
    stability,
    externalId: find(attributes, 'external-id')?.value,
    missingFeature:
      stability?.kind === 'unstable' && !isOn(stability.feature, cx.features) ? stability.feature : undefined,
  };
}

/** Reports an external id before something that has none. */
export function ignoreExternalId(attributes: readonly Attribute[], what: string, report: Report): void {
  const attribute = find(attributes, 'external-id');
  if (attribute) report(errors.externalIdIgnored, attribute.span, { what });
}

/** Reports attributes where the language allows none. */
export function refuseAttributes(attributes: readonly Attribute[], report: Report): void {
  const [first] = attributes;
  if (first) report(errors.attributeOnUse, first.span, {});
}

function find<Kind extends Attribute['kind']>(
  attributes: readonly Attribute[],
  kind: Kind,
): Extract<Attribute, { kind: Kind }> | undefined {
  const isOfKind = (attribute: Attribute): attribute is Extract<Attribute, { kind: Kind }> =>
    attribute.kind === kind;
  return attributes.find(isOfKind);
}

function stabilityOf(attributes: readonly Attribute[]): Stability | undefined {
  const deprecated = find(attributes, 'deprecated')?.version.text;
  const since = find(attributes, 'since');
  if (since) return { kind: 'stable', since: since.version.text, deprecated };
  const unstable = find(attributes, 'unstable');
  return unstable && { kind: 'unstable', feature: unstable.feature.text, deprecated };
}

function isOn(feature: string, features: Features): boolean {
  return features === 'all' || features.has(feature);
}

function checkCombination(attributes: readonly Attribute[], report: Report): void {
  const seen = new Map<string, Attribute>();
  for (const attribute of attributes) {
    const problem = combinationProblem(attribute, seen);
    if (problem !== undefined) report(errors.attributeCombination, attribute.name.span, { problem });
    seen.set(attribute.kind, attribute);
  }
  const deprecated = seen.get('deprecated');
  if (!deprecated || seen.has('since') || seen.has('unstable')) return;
  const problem = '`@deprecated` needs `@since` or `@unstable` beside it';
  report(errors.attributeCombination, deprecated.name.span, { problem });
}

function combinationProblem({ kind }: Attribute, seen: ReadonlyMap<string, Attribute>): string | undefined {
  if (seen.has(kind)) return `\`@${kind}\` stands here twice`;
  const other = kind === 'since' ? 'unstable' : kind === 'unstable' ? 'since' : undefined;
  return other !== undefined && seen.has(other)
    ? 'an item is either `@since` or `@unstable`, not both'
    : undefined;
}

function checkReleased(since: string, subject: Pick<Name, 'span'>, cx: GateContext): void {
  const { version } = cx.packageName;
  if (isUnknown({ name: cx.packageName })) return;
  if (version === undefined) {
    cx.report(errors.gateWithoutVersion, subject.span, { package: packageNameText(cx.packageName) });
  } else if (comparePrecedence(since, version) > 0) {
    cx.report(errors.gateUnreleased, subject.span, { since, version });
  }
}
