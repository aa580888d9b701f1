import type { Local } from '../abi/plan.js';
import { NameScope } from '../emit/names.js';

/** The names of one emitted function's locals: given on first use, the same ever after, unless an expression means the same. */
export class Locals<Expression = never> {
  readonly #names = new Map<Local, string | Expression>();
  readonly #scope: NameScope;

  /** `reserved` are words and names that no local may hide; `spell` turns a kebab-case hint into an identifier. */
  constructor(
    reserved: Iterable<string>,
    private readonly spell: (hint: string) => string,
  ) {
    this.#scope = new NameScope(reserved);
  }

  name(local: Local): string | Expression {
    const known = this.#names.get(local);
    if (known !== undefined) return known;
    const name = this.#scope.takeNumbered(this.spell(local.hint));
    this.#names.set(local, name);
    return name;
  }

  /** Lets `local` be known by a name (or expression) that stands already. */
  alias(local: Local, name: string | Expression): void {
    this.#names.set(local, name);
  }

  /** A fresh name that belongs to no local of the plan. */
  fresh(hint: string): string {
    return this.#scope.takeNumbered(this.spell(hint));
  }
}
