/** Decisions and names for random WIT. */
import fc, { type GeneratorValue } from 'fast-check';
import { keywords } from '../../../grammar/tokens.js';

/** Decisions, drawn from fast-check so that failures shrink. */
export class Draw {
  constructor(private readonly generate: GeneratorValue) {}

  upTo(max: number): number {
    return this.generate(fc.nat, { max });
  }

  /** True once in `times`. */
  chance(times: number): boolean {
    return this.upTo(times - 1) === 1;
  }

  one<Item>(items: readonly Item[]): Item {
    const item = items[this.upTo(items.length - 1)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }

  /** Each with the chance of one in `times`. */
  some<Item>(items: readonly Item[], times: number): readonly Item[] {
    return items.filter(() => this.chance(times));
  }

  list<Item>(min: number, max: number, make: () => Item): readonly Item[] {
    return Array.from({ length: min + this.upTo(max - min) }, make);
  }

  /** A name as WIT writes it: with `%` where it must be, and sometimes where it need not. */
  spell(name: string): string {
    return reserved.has(name) || this.chance(4) ? `%${name}` : name;
  }
}

const reserved: ReadonlySet<string> = new Set(keywords);

/** Names that are unkind to C++, Rust and our own output. */
export const unkindNames: readonly string[] = [
  // Words of C++ and Rust, and what their preludes and headers declare.
  'self crate super gen default final override int char match yield union',
  'option result string vec box std core alloc some none ok err error',
  'main errno stdin assert null ev-of unix linux major minor sigint signal',
  'class template this async await dyn move drop clone copy debug into from',
  'size-t uint8-t span tuple variant optional expected void guest exports owned',
  'send sync sized fn iterator to-string eq ord hash u8 str bool usize',
  // Words of our own output.
  'result-area scratch handle value at index wit rt create new base bits',
  'empty all contains get ret ptr len args tag get-handle from-handle rep',
  'resource-base resource-new dtor deregister take-handle guest-new borrow payload',
  // Names that meet after case conversion, short ones, and upper case.
  'a-1 a1 a b i t x e HTTP-get http-get-1 X-64 x64 x-6-4 get-a geta',
  'imports demo lib api types app',
].flatMap((line) => line.split(' '));

/** Names of one place of WIT, unique but for their case. */
export class Names {
  readonly #taken = new Set<string>();

  constructor(
    private readonly draw: Draw,
    taken: Iterable<string> = [],
  ) {
    for (const name of taken) this.add(name);
  }

  /** A new name, perhaps one of `tempting`: names of things nearby, which are allowed here, too. */
  take(tempting: readonly string[] = []): string {
    const pool = tempting.length > 0 && this.draw.chance(4) ? tempting : unkindNames;
    let name = this.draw.one(pool);
    for (let number = 2; !this.add(name); number++) {
      name = this.draw.one(unkindNames) + (this.draw.chance(2) ? `-${String(number)}` : '');
    }
    return name;
  }

  /** Whether the name was free. */
  add(name: string): boolean {
    const isNew = !this.#taken.has(name.toLowerCase());
    this.#taken.add(name.toLowerCase());
    return isNew;
  }
}
