/** The state of one function in the making: what its locals are called, or which expressions stand for them. */
import { invariant } from '../../../base/invariant.js';
import { sizeInBytes } from '../../../abi/layout.js';
import type {
  CoreLocal,
  FunctionPlan,
  HelperPlan,
  Layout,
  Local,
  Op,
  Operand,
  OpOf,
  Place,
  Size,
  ValueLocal,
  Width,
} from '../../../abi/plan.js';
import { line, type Block, type Inline } from '../../../emit/code.js';
import { camelCase } from '../../../emit/names.js';
import { Locals } from '../../locals.js';
import type { GlueContext } from './context.js';
import { callsUser, mayGrow, usesView } from './facts.js';
import type { Extent } from './memory-spelling.js';
import { usedOnce } from './mentions.js';
import { Binding, joined, Passing } from './passing.js';
import { constant } from './scalars.js';

/** Entries for some kinds of operations; all tables together have one for each. */
export type OpTable<Kind extends Op['kind']> = {
  readonly [K in Kind]: (op: OpOf<K>, body: Body) => Block;
};

/** Spells one operation. */
export type Speller = (op: Op, body: Body) => Block;

export class Body {
  readonly locals: Locals;
  /** The view of memory, in a variable. */
  readonly view: string;
  /** What is lent in the call, in a variable. */
  readonly scope: string;
  /** The core value that the component answered with, in a variable. */
  readonly answer: string;
  /** Whether the component has been called, in a variable. */
  readonly called: string;
  /** Whether the function answers with what the component knows an object by, instead of the object. */
  answersRepresentation = false;
  /** What the user's function has returned or thrown, where it can throw an error of WIT. */
  outcome: ValueLocal | undefined;
  /** Whether what stands behind the call of the component reads memory. */
  readsAnswer = false;
  readonly #usedOnce: ReadonlySet<Local>;
  readonly #expressions = new Map<Local, Inline>();
  readonly #places = new Map<CoreLocal, Inline>();
  readonly #paths = new Map<Local, string>();
  readonly #counts = new Map<ValueLocal, string>();
  #hasView = false;

  constructor(
    readonly cx: GlueContext,
    readonly owner: FunctionPlan | HelperPlan,
    private readonly spellOp: Speller,
  ) {
    this.locals = new Locals(cx.reserved, camelCase);
    this.#usedOnce = usedOnce(owner);
    this.view = this.locals.fresh('view');
    this.scope = this.locals.fresh('scope');
    this.answer = this.locals.fresh('answer');
    this.called = this.locals.fresh('called');
  }

  // ---- locals ----

  /** Lets an expression stand for a local wherever it is used. */
  express(local: Local, expression: Inline): Block {
    this.#expressions.set(local, expression);
    return [];
  }

  /** Declares a local with a value. */
  declare(local: Local, value: Inline): Block {
    const name = this.locals.name(local);
    return this.#usedOnce.has(local) ? new Binding(local, name, value) : line(`const ${name} = `, value, ';');
  }

  /**
   * A line that evaluates operands in their order, each once: what they are may stand in it instead of their names. Before them
   * it evaluates nothing but names.
   */
  pass(before: Inline, operands: readonly (Operand | Local)[], after: Inline): Block {
    return new Passing(
      before,
      operands.map((operand) => ({ operand, text: this.use(operand) })),
      after,
    );
  }

  /** A local, or a constant. */
  use(operand: Operand | ValueLocal): Inline {
    if (operand.kind === 'constant') return constant(operand.type, operand.value);
    return this.#expressions.get(operand) ?? this.locals.name(operand);
  }

  /** The name of a local that is declared where it stands. */
  name(local: Local): string {
    return this.locals.name(local);
  }

  // ---- what is said of values when they are wrong ----

  /** Where a value stands, or the list whose length a local is: `points.x`, or what follows the place of what it is in. */
  pathOf(local: Local): string {
    return this.#paths.get(local) ?? '';
  }

  setPath(local: Local, path: string): void {
    this.#paths.set(local, path);
  }

  /** Lets a variable be known that has the number of a list's elements, or the entries of a map. */
  setCount(list: ValueLocal, variable: string): void {
    this.#counts.set(list, variable);
  }

  countOf(list: ValueLocal): string | undefined {
    return this.#counts.get(list);
  }

  // ---- memory ----

  bytes(size: Size): number {
    return sizeInBytes(size, this.cx.memory.pointerBytes);
  }

  extent({ size, align }: Layout): Extent {
    return { size: this.bytes(size), align: align === 'pointer' ? this.cx.memory.pointerBytes : align };
  }

  /** Lets it be known where the memory behind a pointer is. */
  setPlace(pointer: CoreLocal, place: Inline): void {
    this.#places.set(pointer, place);
  }

  /** Where the memory behind a pointer is in the view. */
  placeOf(pointer: CoreLocal): Inline {
    return this.#places.get(pointer) ?? this.use(pointer);
  }

  at({ base, offset }: Place): Inline {
    const bytes = this.bytes(offset);
    return bytes === 0 ? this.placeOf(base) : [this.placeOf(base), ` + ${String(bytes)}`];
  }

  load(width: Width, place: Inline): Inline {
    return this.cx.memory.load(this.view, width, place);
  }

  /** Memory that was just allocated: gives it a place. */
  reserved(pointer: CoreLocal): Block {
    const { reserved } = this.cx.memory;
    if (reserved === undefined) return [];
    const place = this.locals.fresh(`${pointer.hint}-place`);
    this.setPlace(pointer, place);
    return line(`const ${place} = `, reserved, ';');
  }

  // ---- operations ----

  /** The operations of a whole function. The view is declared before what uses it first. */
  spellAll(ops: readonly Op[]): Block {
    const first = ops.findIndex((op) => usesView([op]));
    const lines = ops.map((op, index) => {
      const isFirst = index === first;
      if (isFirst) this.#hasView = true;
      const rest = ops.slice(index + 1);
      const isUsedLater = this.#hasView && usesView(rest);
      return [
        isFirst ? this.#declareView(ops.slice(index)) : [],
        this.spellOp(op, this),
        isUsedLater && isLeaf(op) ? this.#refreshView(op) : [],
      ];
    });
    return joined(...lines);
  }

  /** The operations of a loop or an arm, and what is done then. `then` is asked for when they are spelled. */
  spell(ops: readonly Op[], then: () => Block = () => []): Block {
    const lines = ops.map((op) => [
      this.spellOp(op, this),
      this.#hasView && isLeaf(op) ? this.#refreshView(op) : [],
    ]);
    return joined(...lines, then());
  }

  #declareView(rest: readonly Op[]): Block {
    const keyword = this.#mayGrow(rest) ? 'let' : 'const';
    return line(`${keyword} ${this.view} = `, this.cx.memory.view, ';');
  }

  #refreshView(op: Op): Block {
    return this.#mayGrow([op]) ? line(`${this.view} = `, this.cx.memory.view, ';') : [];
  }

  #mayGrow(ops: readonly Op[]): boolean {
    return mayGrow(ops) || (this.cx.memory.growsUnderUser && callsUser(ops));
  }
}

/** What has operations within has taken care of the view by itself. */
const isLeaf = (op: Op): boolean => !('body' in op) && !('arms' in op);

/** The function that a body is of, where it is not a conversion. */
export function functionOf({ owner }: Body): FunctionPlan {
  invariant('func' in owner, 'a function that calls');
  return owner;
}
