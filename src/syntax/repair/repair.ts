/**
 * A text that does not follow the grammar becomes one that does, by the likeliest changes of its tokens. Each
 * change is one mistake. What is added has no place in the text: to the builders of the tree it is a hole.
 */
import type { IToken, TokenType } from 'chevrotain';
import { EOF } from '../../../grammar/chevrotain.js';
import type { Bridge, Expectation, GrammarMachine, Insertion, State } from '../../../grammar/machine.js';
import {
  Colon,
  Identifier,
  isKeyword,
  LeftBrace,
  LessThan,
  Period,
  RightBrace,
  Slash,
} from '../../../grammar/tokens.js';
import type { SourceFile } from '../../base/source.js';
import { type ClosedByIndentation, closedByIndentation } from './braces.js';
import { isWord } from './costs.js';
import { hole } from './hole.js';
import { Layout, typeAt } from './layout.js';
import { likeliestRepair, type Repair, replacementFor } from './search.js';

/** A place where a text does not follow the grammar, and what is done about it. */
export interface Mistake {
  /** The token that cannot stand here; the number of tokens for the end of the file. */
  readonly at: number;
  readonly expected: Expectation;
  readonly repair: Repair;
  /** The `{` that has no `}`, where the indentation shows it. */
  readonly unclosed: number | undefined;
  /** Whether it comes so soon after another mistake that it may be due to its repair. */
  readonly isEcho: boolean;
}

/** The text as it is read, and the mistakes in it. */
export interface Repaired {
  readonly tokens: readonly IToken[];
  readonly mistakes: readonly Mistake[];
}

/** Nobody reads more; what follows is left out. */
const mostMistakes = 100;

/** Repairs a list of tokens. */
export function repair(tokens: readonly IToken[], file: SourceFile, machine: GrammarMachine): Repaired {
  return new Repairer(tokens, file, machine).run();
}

class Repairer {
  readonly #layout: Layout;
  readonly #closed: ClosedByIndentation;
  readonly #states: (State | undefined)[] = [];
  /** For each token how many tokens of the result stand before it. */
  readonly #lengths: number[] = [];
  readonly #result: IToken[] = [];
  readonly #mistakes: Mistake[] = [];
  /** The last sign that stood in place of another. */
  #habit: Repair | undefined;
  #floor = 0;

  constructor(
    readonly tokens: readonly IToken[],
    file: SourceFile,
    readonly machine: GrammarMachine,
  ) {
    this.#layout = new Layout(tokens, file);
    this.#closed = closedByIndentation(this.#layout);
  }

  run(): Repaired {
    let state = this.machine.start();
    for (let at = 0; at <= this.tokens.length;) {
      state = this.#closeBlocks(at, state);
      this.#states[at] = state;
      this.#states[at - 32] = undefined;
      this.#lengths[at] = this.#result.length;
      const after = this.machine.read(state, typeAt(at, this.#layout), at);
      if (after) {
        const token = this.tokens[at++];
        if (token) this.#result.push(token);
        state = after;
      } else {
        const chosen = this.#choose(at, state);
        this.#note(at, state, chosen);
        this.#apply(chosen);
        at = chosen.to;
        state = chosen.state;
      }
    }
    return { tokens: this.#result, mistakes: this.#mistakes };
  }

  /** After too many mistakes the rest of the file is left out. */
  #choose(at: number, state: State): Repair {
    const { machine } = this;
    const again = this.#sameAgain(at, state);
    if (again) return again;
    if (this.#mistakes.length < mostMistakes) {
      return likeliestRepair(at, {
        machine,
        layout: this.#layout,
        states: this.#states,
        floor: this.#floor,
        habit: this.#habit,
      });
    }
    const [end] = machine.bridges(state, EOF);
    const to = this.tokens.length;
    return { from: at, to, inserted: end?.inserted ?? [], isReplacement: false, state: end?.state ?? state };
  }

  /** The replacement that was made before, if it helps here, too. */
  #sameAgain(at: number, state: State): Repair | undefined {
    const type = replacementFor(typeAt(at, this.#layout), this.#habit, this.#layout);
    const after = type && this.machine.read(state, type, at);
    if (!type || !after) return undefined;
    const inserted = [{ type, rule: after.rule, opener: undefined }];
    return { from: at, to: at + 1, inserted, isReplacement: true, state: after };
  }

  #note(at: number, state: State, chosen: Repair, unclosed?: number): void {
    const { machine } = this;
    const isEarlier = chosen.isReplacement && chosen.from < at;
    const place = isEarlier ? chosen.from : at;
    const before = (isEarlier ? this.#states[place] : state) ?? state;
    const found = isEarlier ? undefined : typeAt(at, this.#layout);
    const expected = machine.expectation(before, found);
    const isEcho = unclosed === undefined && this.#isEcho(at, chosen);
    this.#mistakes.push({ at: place, expected, repair: chosen, unclosed, isEcho });
  }

  #isEcho(at: number, chosen: Repair): boolean {
    const last = this.#mistakes.at(-1)?.repair;
    if (!last) return false;
    if (chosen.isReplacement && this.#habit) {
      const usual = replacementFor(typeAt(chosen.from, this.#layout), this.#habit, this.#layout);
      if (usual !== undefined && usual === chosen.inserted[0]?.type) return true;
    }
    return at - this.#floor < (isSmall(last) ? 1 : 2);
  }

  #apply(chosen: Repair): void {
    const { from, to, inserted, isReplacement } = chosen;
    this.#result.length = this.#lengths[from] ?? this.#result.length;
    if (this.#isRestOfType(chosen)) this.#result.splice(-1, 1, hole(Identifier));
    for (const [index, { type }] of inserted.entries()) {
      const written = isReplacement && index === 0 ? this.tokens[from] : undefined;
      this.#result.push(written ? readAs(written, type) : hole(type));
    }
    this.#floor = to;
    const isSign = (type: TokenType | undefined) => type !== undefined && !isWord(type);
    if (isReplacement && isSign(inserted[0]?.type) && isSign(this.tokens[from]?.tokenType))
      this.#habit = chosen;
  }

  /** Is what is left out the rest of a type, of which the name alone means something else? */
  #isRestOfType({ from, to, isReplacement }: Repair): boolean {
    if (from === to || isReplacement || from <= this.#floor) return false;
    if (typeAt(from - 1, this.#layout) !== Identifier) return false;
    const before = this.#states[from - 1];
    const isType = before && this.machine.expectation(before, undefined).rule === 'type';
    return isType === true && typeParts.has(typeAt(from, this.#layout));
  }

  /** Closes the blocks that the indentation ends before a token. */
  #closeBlocks(at: number, state: State): State {
    let after = state;
    for (const opener of this.#closed.get(at) ?? []) {
      const closing = this.#closing(after, opener);
      if (!closing) continue;
      const { inserted } = closing;
      const chosen = { from: at, to: at, inserted, isReplacement: false, state: closing.state };
      this.#note(at, after, chosen, opener);
      this.#lengths[at] = this.#result.length;
      this.#apply(chosen);
      after = closing.state;
    }
    return after;
  }

  /** A `}`, if it can stand here and closes the block. */
  #closing(state: State, opener: number): Bridge | undefined {
    const [closing] = this.machine.bridges(state, RightBrace);
    const inner = closing?.inserted.length === 0 ? closing.state : undefined;
    const after = inner && this.machine.read(inner, RightBrace, -1);
    if (after?.opener !== opener) return undefined;
    const inserted: readonly Insertion[] = [{ type: RightBrace, rule: after.rule, opener }];
    return this.tokens[opener]?.tokenType === LeftBrace ? { inserted, state: after } : undefined;
  }
}

/** Is one token added, left out or replaced? Then nothing follows from it. */
function isSmall({ from, to, inserted, isReplacement }: Repair): boolean {
  return to - from + inserted.length - Number(isReplacement) <= 1;
}

/** What continues a type that WIT does not have: `set<u8>`, `other.type`, `a:b/c`. */
const typeParts: ReadonlySet<TokenType> = new Set([LessThan, Period, Colon, Slash]);

/** A token of the text as another kind: a keyword as the name that it is written for, a word as the keyword that is meant. */
function readAs(token: IToken, type: TokenType): IToken {
  const isName = type === Identifier && isKeyword(token.tokenType);
  const image = isName ? token.image : (type.LABEL ?? token.image);
  return { ...token, image, tokenType: type, tokenTypeIdx: type.tokenTypeIdx ?? 0 };
}
