/** The likeliest repair of a place where a text cannot go on. */
import type { TokenType } from 'chevrotain';
import { EOF } from '../../../grammar/chevrotain.js';
import type { GrammarMachine, Insertion, State } from '../../../grammar/machine.js';
import { BuiltinType } from '../../../grammar/tokens.js';
import { costOfInsertions, costOfReplacement } from './costs.js';
import { deletionsFrom } from './deletions.js';
import { type Layout, typeAt } from './layout.js';

/** What to do: leave out the tokens from `from` to `to`, add others there, and go on with the token `to`. */
export interface Repair {
  readonly from: number;
  readonly to: number;
  readonly inserted: readonly Insertion[];
  /** Whether the first addition stands for the first token that is left out. */
  readonly isReplacement: boolean;
  /** The state before the token `to`. */
  readonly state: State;
}

/** A text that is read, and how far. */
export interface Reading {
  readonly machine: GrammarMachine;
  readonly layout: Layout;
  /** For each token shortly before the mistake, the state before it. */
  readonly states: readonly (State | undefined)[];
  /** The first token that may be touched. */
  readonly floor: number;
  /** The last sign that stood in place of another: who writes one `;` for a `,` writes more of them. */
  readonly habit: Repair | undefined;
}

/** After a good repair a text goes on for this many tokens. */
const goodProgress = 14;

/** The likeliest repair for a token that cannot stand where it does. */
export function likeliestRepair(at: number, reading: Reading): Repair {
  return new Search(at, reading).run();
}

/** The mistake itself, the tokens before it and the first ones of the lines before it. */
function startsOf(at: number, { floor, layout }: Reading): readonly number[] {
  const starts: number[] = [];
  for (let from = at; from >= Math.max(floor, at - 10); from--) {
    if (at - from <= 3 || layout.isLineStart(from)) starts.push(from);
  }
  return starts;
}

/** Tokens to leave out, and the token with which the text would go on. */
interface Gap {
  readonly from: number;
  readonly to: number;
  /** The state before the gap. */
  readonly state: State;
  /** What leaving out and the distance from the mistake cost. */
  readonly cost: number;
}

class Search {
  #best: Repair | undefined;
  #least = Infinity;

  constructor(
    readonly at: number,
    readonly reading: Reading,
  ) {}

  run(): Repair {
    const { states } = this.reading;
    for (const from of startsOf(this.at, this.reading)) {
      const state = states[from];
      if (state) this.#startAt(from, state);
    }
    return this.#best ?? this.#leaveOut();
  }

  /** When nothing helps the token is left out, and the next one is looked at. */
  #leaveOut(): Repair {
    const { at } = this;
    const state = this.reading.states[at] ?? this.reading.machine.start();
    return { from: at, to: at + 1, inserted: [], isReplacement: false, state };
  }

  #startAt(from: number, state: State): void {
    const { machine, layout } = this.reading;
    const possible = machine.possible(state);
    const distance = 0.3 * (this.at - from);
    for (const [to, deletion] of deletionsFrom(from, layout)) {
      const cost = deletion + distance;
      // A replacement costs less than leaving out the one token.
      if (cost >= this.#least && to > from + 1) break;
      const gap = { from, to, state, cost };
      this.#bridge(gap);
      for (const first of possible) this.#beginWith(first, gap);
    }
  }

  /** Tries the shortest additions. */
  #bridge({ from, to, state, cost }: Gap): void {
    const { machine, layout } = this.reading;
    for (const bridge of machine.bridges(state, typeAt(to, layout))) {
      if (bridge.inserted.length === 0 && to === from) continue;
      const repair = { from, to, isReplacement: false, ...bridge };
      this.#consider(repair, cost + costOfInsertions(bridge.inserted, { layout, before: to }));
    }
  }

  /** Tries to add a certain token first, perhaps in place of one that is there. */
  #beginWith(first: TokenType, { from, to, state, cost }: Gap): void {
    const { machine, layout } = this.reading;
    const written = layout.tokens[from];
    const replacement = to === from + 1 && written ? costOfReplacement(written, first) : undefined;
    const isReplacement = replacement !== undefined;
    if (!isReplacement && !isWorthAdding(first)) return;
    const after = machine.read(state, first, -1);
    if (!after) return;
    const insertion = { type: first, rule: after.rule, opener: undefined };
    const spot = { layout, before: to };
    const base = isReplacement
      ? replacement + 0.3 * (this.at - from)
      : cost + costOfInsertions([insertion], spot);
    if (base >= this.#least) return;
    for (const bridge of machine.bridges(after, typeAt(to, layout))) {
      const inserted: readonly Insertion[] = [insertion, ...bridge.inserted];
      const repair = { from, to, inserted, isReplacement, state: bridge.state };
      this.#consider(repair, base + 0.6 * costOfInsertions(bridge.inserted, spot));
    }
  }

  /** Takes a repair if it is the likeliest so far: it costs little, and the text goes on well after it. */
  #consider(repair: Repair, cost: number): void {
    if (cost >= this.#least) return;
    const progress = progressAfter(repair, this.reading);
    if (repair.to + progress <= this.at) return;
    const total = cost + 0.25 * (goodProgress - progress);
    if (total >= this.#least) return;
    this.#least = total;
    this.#best = repair;
  }
}

/**
 * How many tokens can be read after a repair; the end of the file is as good as many. Other small mistakes,
 * tokens that are missing, take away some of them: they say little against the repair.
 */
function progressAfter(repair: Repair, reading: Reading): number {
  const { machine, layout, habit } = reading;
  let state: State = repair.state;
  let lost = 0;
  for (let count = 0; count < goodProgress; count++) {
    const number = repair.to + count;
    const type = typeAt(number, layout);
    const again = replacementFor(type, repair, layout) ?? replacementFor(type, habit, layout);
    const after = machine.read(state, type, number) ?? (again && machine.read(state, again, number));
    const mended = after ?? (count > 0 && lost < 6 ? afterOneMore(state, type, reading) : undefined);
    if (!mended) return Math.max(0, count - lost);
    if (!after) lost += 2;
    if (type === EOF) break;
    state = mended;
  }
  return goodProgress - lost;
}

/** The state after a token before which one other is missing. */
function afterOneMore(state: State, type: TokenType, { machine }: Reading): State | undefined {
  const [bridge] = machine.bridges(state, type);
  return bridge?.inserted.length === 1 ? machine.read(bridge.state, type, -1) : undefined;
}

/** What to read instead of a token that was replaced before. */
export function replacementFor(
  type: TokenType,
  repair: Repair | undefined,
  layout: Layout,
): TokenType | undefined {
  const isSame = repair?.isReplacement === true && typeAt(repair.from, layout) === type;
  return isSame ? repair.inserted[0]?.type : undefined;
}

/** A missing type is a hole, not one of the builtin types. */
function isWorthAdding(type: TokenType): boolean {
  return type !== EOF && type.CATEGORIES?.includes(BuiltinType) !== true;
}
