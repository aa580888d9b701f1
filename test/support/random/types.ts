/** Random types over what can be named in a scope. */
import type { Constructs } from './constructs.js';
import type { Draw } from './draw.js';

/** A type that can be named in some scope. */
export interface Known {
  readonly name: string;
  readonly isResource: boolean;
  readonly lends: boolean;
}

const keys = ['bool', 'u8', 's8', 'u16', 's16', 'u32', 's32', 'u64', 's64', 'char', 'string'];
const primitives = [...keys, 'f32', 'f64'];

/** Whether borrowed handles may be in a type. */
export type Lending = 'lends' | 'lends-nothing';

/** Writes types; remembers whether one of them had a borrowed handle in it. */
export class Types {
  readonly known: Known[] = [];
  #hasLent = false;

  constructor(
    private readonly draw: Draw,
    private readonly constructs: Constructs,
  ) {}

  get names(): readonly string[] {
    return this.known.map(({ name }) => name);
  }

  /** A type's text, and whether it has a borrowed handle in it. */
  observed(write: () => string): { readonly text: string; readonly lends: boolean } {
    this.#hasLent = false;
    const text = write();
    return { text, lends: this.#hasLent };
  }

  /** A type whose nesting is at most `depth`. */
  type(depth: number, lending: Lending = 'lends'): string {
    const inner = (): string => this.type(depth - 1, lending);
    const kind = this.draw.one([
      ...(depth > 0 ? this.#nested() : []),
      'plain',
      'plain',
      ...threeTimes('named'),
    ]);
    switch (kind) {
      case 'list':
      case 'option':
        return `${kind}<${inner()}>`;
      case 'fixed-length-list':
        return `list<${inner()}, ${String(1 + this.draw.upTo(3))}>`;
      case 'map':
        return `map<${this.draw.one(keys)}, ${inner()}>`;
      case 'result':
        return this.#result(inner);
      case 'tuple':
        return `tuple<${this.draw.list(1, 3, inner).join(', ')}>`;
      case 'channel':
        return this.#channel(depth);
      case 'named':
        return this.#named(lending);
      default:
        return this.draw.one(primitives);
    }
  }

  #nested(): readonly string[] {
    const { maps, fixedLengthLists, concurrency } = this.constructs;
    return [
      ...['list', 'option', 'result', 'tuple', 'list', 'option'],
      ...(maps ? ['map'] : []),
      ...(fixedLengthLists ? ['fixed-length-list'] : []),
      ...(concurrency ? ['channel'] : []),
    ];
  }

  #result(inner: () => string): string {
    const shapes = [
      () => 'result',
      () => `result<${inner()}>`,
      () => `result<_, ${inner()}>`,
      () => `result<${inner()}, ${inner()}>`,
    ];
    return this.draw.one(shapes)();
  }

  /** What is streamed is no text, and is not lent. */
  #channel(depth: number): string {
    const kind = this.draw.one(['stream', 'future', 'error-context']);
    if (kind === 'error-context') return kind;
    return this.draw.chance(4) ? kind : `${kind}<option<${this.type(depth - 1, 'lends-nothing')}>>`;
  }

  #named(lending: Lending): string {
    const usable = this.known.filter((type) => lending === 'lends' || !type.lends);
    if (usable.length === 0) return this.draw.one(primitives);
    const type = this.draw.one(usable);
    const name = this.draw.spell(type.name);
    const isLent = type.isResource && lending === 'lends' && this.draw.chance(2);
    this.#hasLent ||= isLent || type.lends;
    if (isLent) return `borrow<${name}>`;
    return type.isResource && this.draw.chance(3) ? `own<${name}>` : name;
  }
}

const threeTimes = (word: string): readonly string[] => [word, word, word];
