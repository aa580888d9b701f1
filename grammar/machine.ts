/**
 * The grammar as a machine that reads one token after the other. Its states are immutable, so that a repair of
 * wrong text can be tried and dropped. It is made of the parser's own productions and cannot drift from them.
 */
import type { IProduction, Rule, TokenType } from 'chevrotain';
import { InternalError, invariant } from '../src/base/invariant.js';
import {
  Alternation,
  Alternative,
  EOF,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  Terminal,
} from './chevrotain.js';
import { allTokens, Identifier, isCloser, isOpener, Name } from './tokens.js';

/** Steps one after the other. */
interface Sequence {
  readonly steps: readonly Step[];
}

/** One element of a production. */
type Step =
  | { readonly kind: 'token'; readonly type: TokenType; readonly matching: ReadonlySet<TokenType> }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'optional' | 'repeat'; readonly body: Sequence }
  | { readonly kind: 'choice'; readonly alternatives: readonly Sequence[] };

/** Where in the grammar a text has got to. */
export interface State {
  readonly steps: readonly Step[];
  readonly at: number;
  readonly rule: string;
  /** What goes on when these steps are done. */
  readonly parent: State | undefined;
  /** The number of the bracket that was opened in these steps. */
  readonly opener: number | undefined;
}

/** What a state needs and did not get: one kind of token, or one of several things. */
export interface Expectation {
  readonly rule: string;
  readonly types: readonly TokenType[];
  readonly isChoice: boolean;
}

/** A token that a text lacks, and in which rule; a bracket that is closed says by its number which one. */
export interface Insertion {
  readonly type: TokenType;
  readonly rule: string;
  readonly opener: number | undefined;
}

/** How a text can go on with a token that it could not go on with. */
export interface Bridge {
  readonly inserted: readonly Insertion[];
  /** The state before the token. */
  readonly state: State;
}

/** Tokens that a text may lack at one place; more are not looked for. At its end all can be missing. */
const longestBridge = 128;
const mostBridges = 4;

/** The machine of a grammar, made of its productions by name. */
export class GrammarMachine {
  readonly #rules = new Map<string, Sequence>();
  readonly #firsts = new Map<Sequence, ReadonlySet<TokenType>>();
  readonly #lengths = new Map<Sequence, number>();

  constructor(readonly productions: Readonly<Record<string, Rule>>) {}

  /** The state before the first token of a file. */
  start(): State {
    const end = { kind: 'token', type: EOF, matching: new Set([EOF]) } as const;
    const steps = [{ kind: 'rule', name: 'file' } as const, end];
    return { steps, at: 0, rule: 'file', parent: undefined, opener: undefined };
  }

  /** The state after a token; undefined if it cannot stand here. `number` is remembered of an opening bracket. */
  read(state: State, type: TokenType, number: number): State | undefined {
    const at = this.#seek(state, type);
    const step = at.steps[at.at];
    if (step?.kind !== 'token' || !step.matching.has(type)) return undefined;
    return { ...at, at: at.at + 1, opener: isOpener(type) ? number : at.opener };
  }

  /** Can a token stand here? */
  canRead(state: State, type: TokenType): boolean {
    const at = this.#seek(state, type);
    const step = at.steps[at.at];
    return step?.kind === 'token' && step.matching.has(type);
  }

  /** What is missing where a token cannot stand; without a token: what is required here. */
  expectation(state: State, type: TokenType | undefined): Expectation {
    const at = this.#seek(state, type);
    const step = at.steps[at.at];
    const { rule } = at;
    if (step?.kind === 'token') return { rule, types: [step.type], isChoice: false };
    const alternatives = step?.kind === 'choice' ? step.alternatives : [];
    const types = alternatives.flatMap((body) => [...this.#first(body)]);
    return { rule, types, isChoice: true };
  }

  /** All tokens that can stand here. */
  possible(state: State): ReadonlySet<TokenType> {
    const found = new Set<TokenType>();
    for (let at: State | undefined = state; at;) {
      const step: Step | undefined = at.steps[at.at];
      if (!step) {
        at = at.parent;
        continue;
      }
      for (const type of this.#firstOf(step)) found.add(type);
      if (!this.#canBeNothing(step)) break;
      at = next(at);
    }
    return found;
  }

  /** The additions after which a token can stand here, by the shortest way to the end of what is open. */
  bridges(state: State, type: TokenType): readonly Bridge[] {
    const found: Bridge[] = [];
    const inserted: Insertion[] = [];
    const limit = type === EOF ? Infinity : longestBridge;
    let at = state;
    while (inserted.length < limit) {
      if (this.canRead(at, type)) found.push({ inserted: [...inserted], state: at });
      const needing = found.length < mostBridges ? this.#required(at) : undefined;
      const insertion = needing && insertionAt(needing);
      if (!insertion) break;
      inserted.push(insertion);
      const opener = isOpener(insertion.type) ? undefined : needing.opener;
      at = { ...needing, at: needing.at + 1, opener };
    }
    return found;
  }

  /** Goes on without reading until a token is needed, or a choice to which the given one is no answer. */
  #seek(state: State, type: TokenType | undefined): State {
    let at = state;
    for (;;) {
      const step = at.steps[at.at];
      if (!step) {
        if (!at.parent) return at;
        at = at.parent;
      } else if (step.kind === 'token') return at;
      else if (step.kind === 'rule') at = this.#enter(step.name, at);
      else if (step.kind === 'choice') {
        const body = type && step.alternatives.find((one) => this.#first(one).has(type));
        if (!body) return at;
        at = push(body, at.rule, next(at));
      } else {
        const isTaken = type !== undefined && this.#first(step.body).has(type);
        if (!isTaken) at = next(at);
        else at = push(step.body, at.rule, step.kind === 'repeat' ? at : next(at));
      }
    }
  }

  /** Goes on by the shortest way until a token is needed; undefined at the end. */
  #required(state: State): State | undefined {
    for (let at: State | undefined = state; at;) {
      const step: Step | undefined = at.steps[at.at];
      if (!step) at = at.parent;
      else if (step.kind === 'token') return at;
      else if (step.kind === 'rule') at = this.#enter(step.name, at);
      else if (step.kind === 'choice') at = push(this.#shortestOf(step.alternatives), at.rule, next(at));
      else at = next(at);
    }
    return undefined;
  }

  #enter(name: string, state: State): State {
    return push(this.#rule(name), name, next(state));
  }

  #rule(name: string): Sequence {
    const known = this.#rules.get(name);
    if (known) return known;
    const production = this.productions[name];
    invariant(production, `a rule named ${name}`);
    const made = this.#sequence(production.definition);
    this.#rules.set(name, made);
    return made;
  }

  #sequence(productions: readonly IProduction[]): Sequence {
    return { steps: productions.flatMap((production) => this.#steps(production)) };
  }

  #steps(production: IProduction): readonly Step[] {
    if (production instanceof Terminal) {
      const { terminalType: type } = production;
      return [{ kind: 'token', type, matching: membersOf(type) }];
    }
    if (production instanceof NonTerminal) return [{ kind: 'rule', name: production.nonTerminalName }];
    if (production instanceof Alternation) {
      return [{ kind: 'choice', alternatives: production.definition.map((one) => this.#alternative(one)) }];
    }
    if (production instanceof Option) {
      return [{ kind: 'optional', body: this.#sequence(production.definition) }];
    }
    if (production instanceof Repetition) {
      return [{ kind: 'repeat', body: this.#sequence(production.definition) }];
    }
    if (production instanceof RepetitionMandatory) {
      const body = this.#sequence(production.definition);
      return [...body.steps, { kind: 'repeat', body }];
    }
    throw new InternalError(`expected a known production, met ${production.constructor.name}`);
  }

  #alternative(production: IProduction): Sequence {
    invariant(production instanceof Alternative, 'an alternative in a choice');
    return this.#sequence(production.definition);
  }

  /** The tokens that can begin a sequence. */
  #first(sequence: Sequence): ReadonlySet<TokenType> {
    const known = this.#firsts.get(sequence);
    if (known) return known;
    const found = new Set<TokenType>();
    for (const step of sequence.steps) {
      for (const type of this.#firstOf(step)) found.add(type);
      if (!this.#canBeNothing(step)) break;
    }
    this.#firsts.set(sequence, found);
    return found;
  }

  #firstOf(step: Step): Iterable<TokenType> {
    switch (step.kind) {
      case 'token':
        return step.matching;
      case 'rule':
        return this.#first(this.#rule(step.name));
      case 'optional':
      case 'repeat':
        return this.#first(step.body);
      case 'choice':
        return step.alternatives.flatMap((body) => [...this.#first(body)]);
    }
  }

  #canBeNothing(step: Step): boolean {
    if (step.kind === 'rule') return this.#rule(step.name).steps.every((part) => this.#canBeNothing(part));
    return step.kind === 'optional' || step.kind === 'repeat';
  }

  #shortestOf(alternatives: readonly Sequence[]): Sequence {
    const [first, ...others] = alternatives;
    invariant(first, 'a choice to have alternatives');
    return others.reduce((best, other) => (this.#length(other) < this.#length(best) ? other : best), first);
  }

  /** How many tokens a sequence has at least; a name is preferred to other single tokens, since it can be a hole. */
  #length(sequence: Sequence): number {
    const known = this.#lengths.get(sequence);
    if (known !== undefined) return known;
    this.#lengths.set(sequence, Infinity);
    const length = sequence.steps.reduce((sum, step) => sum + this.#lengthOfStep(step), 0);
    this.#lengths.set(sequence, length);
    return length;
  }

  #lengthOfStep(step: Step): number {
    switch (step.kind) {
      case 'token':
        return step.type === Name ? 0.9 : 1;
      case 'rule':
        return this.#length(this.#rule(step.name));
      case 'optional':
      case 'repeat':
        return 0;
      case 'choice':
        return step.alternatives.reduce((least, one) => Math.min(least, this.#length(one)), Infinity);
    }
  }
}

/** The token that is needed next, as an addition. */
function insertionAt({ steps, at, rule, opener }: State): Insertion | undefined {
  const step = steps[at];
  if (step?.kind !== 'token' || step.type === EOF) return undefined;
  const type = step.type === Name ? Identifier : step.type;
  return { type, rule, opener: isCloser(type) ? opener : undefined };
}

function next(state: State): State {
  return { ...state, at: state.at + 1 };
}

function push({ steps }: Sequence, rule: string, parent: State): State {
  return { steps, at: 0, rule, parent, opener: undefined };
}

/** A token and those of its category. */
function membersOf(type: TokenType): ReadonlySet<TokenType> {
  return new Set([type, ...allTokens.filter((token) => token.CATEGORIES?.includes(type))]);
}
