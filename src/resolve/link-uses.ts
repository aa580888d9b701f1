/** AST to model: `use` in an interface or world. Spec: WIT.md "Item: `use`". */
import { didYouMean } from '../base/did-you-mean.js';
import { isWithin } from '../base/source.js';
import type { Name, Use, UseName } from '../syntax/ast.js';
import { type BodyContext, enter, newDecl, referrerOf } from './body.js';
import { errors } from './errors.js';
import { type Gate, gateOf } from './gates.js';
import { type Interface, packageNameText, type TypeDecl } from './model.js';
import { typeNames } from './scope.js';

/** The declarations that a `use` makes: one for each name. */
export function linkUse(use: Use, cx: BodyContext): readonly TypeDecl[] {
  const gate = gateOf(use.attributes, use.path.name, cx.gates);
  const isLost = cx.items.lost.some((place) => isWithin(place, use.span));
  if (use.names.length === 0 && !isLost) cx.gates.report(errors.emptyUse, use.path.span, {});
  const isEnabled = gate.missingFeature === undefined && cx.ownerMissesFeature === undefined;
  const referrer = { name: cx.owner.name, span: use.path.name.span, isEnabled };
  const target = cx.items.interfaceAt(use.path, referrer);
  return use.names.map((used) => linkUsedName(used, target, gate, cx));
}

function linkUsedName(
  { name, alias = name }: UseName,
  target: Interface | undefined,
  gate: Gate,
  cx: BodyContext,
): TypeDecl {
  const draft = newDecl(alias, undefined, gate, cx);
  const source = target && usedDecl(name, target, cx);
  if (source) {
    cx.items.program.requireEnabled(source, 'type', referrerOf(draft, cx, name));
    draft.definition = { kind: 'alias', target: source, viaUse: true };
  }
  enter(alias, { kind: 'type', decl: draft, origin: alias.span, isUsed: true }, cx);
  return draft;
}

function usedDecl(name: Name, target: Interface, cx: BodyContext): TypeDecl | undefined {
  const { program } = cx.items;
  const scope = program.typeScopes.get(target);
  const entry = scope?.entries.get(name.text);
  if (!scope) return undefined;
  if (entry?.kind === 'type') return entry.decl;
  if (!entry && program.incomplete.has(target)) return undefined;
  const isForeign = target.package !== cx.owner.package;
  if (entry && !isForeign) {
    const related = [{ span: entry.origin, message: 'the function is declared here' }];
    program.report(errors.useOfFunction, name.span, { name: name.text }, { related });
    return undefined;
  }
  const kind = isForeign ? errors.foreignTypeNotFound : errors.nameNotFound;
  const inPackage = isForeign ? ` of package \`${packageNameText(target.package.name)}\`` : '';
  const values = { name: name.text, scope: scope.description + inPackage };
  const hint = entry
    ? `\`${name.text}\` is a function, and only types can be used`
    : program.suggest(() => didYouMean(name.text, typeNames(scope)));
  program.report(kind, name.span, values, { hint });
  return undefined;
}
