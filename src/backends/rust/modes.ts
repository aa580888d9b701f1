/** How types are spelled: as owners of what they consist of, as references to owners, or as views. */
import { factsOf, factsOfDecl, type TypeFacts } from '../../abi/type-facts.js';
import { structureOf, type Type, type TypeDecl } from '../../resolve/model.js';
import { partsOf } from '../../resolve/parts.js';
import type { Ownership } from './options.js';
import { baseOf, type Usage } from './usage.js';

/**
 * How a type is spelled at one level. *Owned* types hold what they consist of. A type that is *borrowed
 * at the top* is a reference to an owned one: `&str`, `&[T]`, `&Record`, and options, results and
 * tuples of those. A *borrowed* type has references at all levels: `&[&str]`, `Record<'_>`.
 * Where each `&` stands is wit-bindgen's choice in its ownership modes.
 */
export interface Mode {
  readonly style: 'owned' | 'borrowed-at-top' | 'borrowed';
  /** The lifetime of references inside, if there are any. */
  readonly lifetime: string | undefined;
}

/** Fully owned. */
export const owned: Mode = { style: 'owned', lifetime: undefined };

/** Which of a declaration's types is meant, where it has one for owners and one for views. */
export type Form = 'owner' | 'view';

/** One type that a declaration becomes. */
export interface DeclaredForm {
  readonly form: Form;
  readonly mode: Mode;
}

/** The modes of the types of one world. */
export class Modes {
  constructor(
    private readonly usage: Usage,
    private readonly ownership: Ownership,
  ) {}

  /** The mode of what is only looked at: an argument, or the parameter of an exported function that views. */
  get ofViews(): Mode['style'] {
    return this.ownership === 'owning' ? 'borrowed-at-top' : 'borrowed';
  }

  /** The mode of a type that a function takes or returns. */
  of(type: Type, style: Mode['style'], lifetime: string): Mode {
    const facts = factsOf(type);
    const isWhole = type.kind === 'named' && facts.hasList && !this.hasView(type.decl);
    return modeFor(facts, style === 'borrowed' && isWhole ? 'borrowed-at-top' : style, lifetime);
  }

  /** The mode of a part of a type: below the top of what is borrowed there, everything is owned. */
  ofPart(part: Type, whole: Mode): Mode {
    if (whole.lifetime === undefined) return owned;
    return this.of(part, whole.style === 'borrowed' ? 'borrowed' : 'owned', whole.lifetime);
  }

  /** The mode of what options, results and tuples hold: they are `Option<&T>`, not `&Option<T>`. */
  ofContent(content: Type, whole: Mode): Mode {
    return whole.style === 'borrowed-at-top' ? whole : this.ofPart(content, whole);
  }

  /** The mode of a part of a value of `type`, whatever kind of part it is. */
  within(type: Type, mode: Mode, part: Type): Mode {
    const { kind } = structureOf(type);
    const isTransparent = kind === 'tuple' || kind === 'option' || kind === 'result';
    return isTransparent ? this.ofContent(part, mode) : this.ofPart(part, mode);
  }

  /** The types that a declaration becomes; two if it is used both ways and its owner duplicates. */
  formsOf(decl: TypeDecl): readonly DeclaredForm[] {
    const base = baseOf(decl);
    const forms = this.#formsOfBase(base);
    const used = forms.filter((form) => (form === 'owner' ? this.usage.owned : this.usage.viewed).has(decl));
    const type: Type = { kind: 'named', decl };
    return (forms.length > 1 && used.length > 0 ? used : forms).map((form) => ({
      form,
      mode: this.of(type, form === 'owner' ? 'owned' : 'borrowed', "'a"),
    }));
  }

  /** Whether views of a declared type are spelled otherwise than by a reference to it. */
  hasView(decl: TypeDecl): boolean {
    return this.#formsOfBase(baseOf(decl)).includes('view');
  }

  /** Whether views of a value are references to all of it, or there are none, although its parts could be views. */
  isWhole(type: Type): boolean {
    return factsOf(type).hasOwn || isReference(type, this.of(type, this.ofViews, "'_"));
  }

  /** Whether views of a list or map are references to owners, as `&[String]` is for a name of a list that results have, too. */
  isShallow(type: Type): boolean {
    const { kind } = structureOf(type);
    const hasElements = kind === 'list' || kind === 'map';
    return (
      hasElements && type.kind === 'named' && this.of(type, this.ofViews, "'_").style === 'borrowed-at-top'
    );
  }

  /** Whether a value of the mode has to be moved or cloned: it owns memory or a handle. */
  owns(type: Type, mode: Mode): boolean {
    const facts = factsOf(type);
    if ((!facts.hasList && !facts.hasOwn) || isReference(type, mode)) return false;
    const structure = structureOf(type);
    switch (structure.kind) {
      case 'string':
      case 'list':
      case 'map':
      case 'declared':
        return !isBorrowed(mode);
      case 'own':
        return true;
      case 'borrow':
        return false;
      default:
        return partsOf(structure).some((part) => this.owns(part, this.within(type, mode, part)));
    }
  }

  #formsOfBase(base: TypeDecl): readonly Form[] {
    const { hasList, hasOwn } = factsOfDecl(base);
    if (!hasList || hasOwn || this.ownership === 'owning') return ['owner'];
    if (!this.usage.owned.has(base)) return ['view'];
    const isBoth = this.ownership === 'borrowing-duplicate-if-necessary' && this.usage.viewed.has(base);
    return isBoth ? ['owner', 'view'] : ['owner'];
  }
}

function modeFor(facts: TypeFacts, wanted: Mode['style'], lifetime: string): Mode {
  // What is passed on has to be owned, all of it.
  const style = facts.hasOwn ? 'owned' : wanted;
  const refers = facts.hasBorrow || (style !== 'owned' && facts.hasList);
  return { style, lifetime: refers ? lifetime : undefined };
}

/** Whether strings, lists and maps of this level are references. */
export const isBorrowed = ({ style, lifetime }: Mode): boolean => style !== 'owned' && lifetime !== undefined;

/** Whether a value of the type is spelled as a reference to a named type. */
export function isReference(type: Type, mode: Mode): boolean {
  if (type.kind !== 'named' || mode.style !== 'borrowed-at-top' || mode.lifetime === undefined) return false;
  const { kind } = structureOf(type);
  return kind !== 'string' && kind !== 'list' && kind !== 'map';
}

/** Whether values are copied implicitly. */
export function isCopy(facts: TypeFacts): boolean {
  return !facts.hasList && !facts.hasOwn && !facts.hasBorrow;
}
