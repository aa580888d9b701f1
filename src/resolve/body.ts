/** What the linkers of one interface or world share. */
import type { Name } from '../syntax/ast.js';
import type { Draft } from './draft.js';
import { errors } from './errors.js';
import type { Gate, GateContext } from './gates.js';
import { errorType, type TypeContext } from './link-types.js';
import type { Interface, TypeDecl, TypeDefinition, World } from './model.js';
import type { Referrer } from './program.js';
import type { ItemScope, ScopeEntry, TypeScope } from './scope.js';

/** The interface or world that is filled. */
export interface BodyContext {
  readonly owner: Interface | World;
  /** The feature without which the owner is left out, if that is off. */
  readonly ownerMissesFeature: string | undefined;
  readonly items: ItemScope;
  readonly types: TypeScope;
  readonly gates: GateContext;
}

/** What a declaration is until it is known. */
export const unknownType: TypeDefinition = { kind: 'type', type: errorType };

/** Enters a name; a second one of the same text is reported. */
export function enter(name: Name, entry: ScopeEntry, cx: BodyContext): boolean {
  const earlier = cx.types.entries.get(name.text);
  if (!earlier) {
    cx.types.entries.set(name.text, entry);
    return true;
  }
  if (entry.kind === 'type' && earlier.kind === 'type' && isShadowed(entry, earlier)) {
    const related = [{ span: earlier.origin, message: 'this `use` hides it' }];
    cx.items.program.report(errors.shadowedType, name.span, { name: name.text }, { related });
    return false;
  }
  // Used names are entered first, wherever they stand: the later one of the text is the duplicate.
  const [first, second] =
    earlier.origin.start <= name.span.start ? [earlier.origin, name.span] : [name.span, earlier.origin];
  const related = [{ span: first, message: 'first defined here' }];
  cx.items.program.report(errors.duplicateName, second, { name: name.text }, { related });
  return false;
}

/** Does a type stand before the `use` that takes its name? The reference implementation forgets it. */
function isShadowed(own: ScopeEntry, used: ScopeEntry): boolean {
  const isUse = (entry: ScopeEntry) => entry.kind === 'type' && entry.isUsed === true;
  return isUse(used) && !isUse(own) && own.origin.start < used.origin.start;
}

/** A declaration that is not defined yet. It is left out if its feature is off, or that of its owner. */
export function newDecl(name: Name, docs: string | undefined, gate: Gate, cx: BodyContext): Draft<TypeDecl> {
  const { stability, externalId } = gate;
  const decl: Draft<TypeDecl> = {
    name: name.text,
    docs,
    origin: name.span,
    owner: cx.owner,
    definition: unknownType,
    stability,
    externalId,
  };
  const { program } = cx.items;
  program.exclude(decl, gate.missingFeature);
  if (gate.missingFeature === undefined && cx.ownerMissesFeature !== undefined) {
    const referrer = { name: name.text, span: name.span, isEnabled: true };
    program.requireEnabled(cx.owner, `its ${cx.owner.kind}`, referrer);
    program.exclude(decl, cx.ownerMissesFeature);
  }
  return decl;
}

/** A declaration as the one who refers to something, at its name or at another place of it. */
export function referrerOf(decl: TypeDecl, cx: BodyContext, at?: Name): Referrer {
  return {
    name: decl.name,
    span: at?.span ?? decl.origin,
    isEnabled: !cx.items.program.isExcluded(decl),
  };
}

/** Where types stand in the definition of a type. */
export function typedefContext(decl: TypeDecl, cx: BodyContext, cutNames: ReadonlySet<Name>): TypeContext {
  const referrer = referrerOf(decl, cx);
  const { program, own } = cx.items;
  return {
    program,
    package: cx.owner.package,
    scope: cx.types,
    position: 'typedef',
    referrer,
    cutNames,
    ledger: own.ledger.types,
    stability: decl.stability,
    isLeftOut: !referrer.isEnabled,
  };
}

const noNames: ReadonlySet<Name> = new Set();

/** Where types stand in the signature of a function. */
export function signatureContext(referrer: Referrer, cx: BodyContext): TypeContext {
  const { program, own } = cx.items;
  return {
    program,
    package: cx.owner.package,
    scope: cx.types,
    position: 'signature',
    referrer,
    cutNames: noNames,
    ledger: own.ledger.types,
    stability: undefined,
    isLeftOut: false,
  };
}
