/** The state of one function of an addon in the making: what its locals are called, and where its values stand. */
import type {
  CoreLocal,
  FunctionPlan,
  HelperPlan,
  Op,
  Operand,
  OpOf,
  Place,
  ValueLocal,
} from '../../../abi/plan.js';
import type { Block, Inline } from '../../../emit/code.js';
import { sizeText } from '../../cxx/core-types.js';
import { identifier } from '../../cxx/words.js';
import { Locals } from '../../locals.js';
import type { Presentation } from '../presentation.js';
import type { AddonNames } from './addon-names.js';

/** Entries for some kinds of operations; all tables together have one for each. */
export type OpTable<Kind extends Op['kind']> = {
  readonly [K in Kind]: (op: OpOf<K>, body: Body) => Block;
};

export type SpellOp = (op: Op, body: Body) => Block;

/** Names that every function has. */
const fixed = ['this', 'call', 'arguments', 'path', 'env', 'info', 'Path'];

export class Body {
  readonly locals: Locals;
  readonly #expressions = new Map<CoreLocal | ValueLocal, Inline>();
  readonly #paths = new Map<ValueLocal, Inline>();
  readonly #lengthPaths = new Map<CoreLocal, Inline>();
  /** The number of elements of lists and maps that are taken apart. */
  readonly lengths = new Map<ValueLocal, CoreLocal>();
  /** The array of a map's entries. */
  readonly #entries = new Map<ValueLocal, string>();

  constructor(
    readonly names: AddonNames,
    readonly owner: FunctionPlan | HelperPlan,
    private readonly spellOp: SpellOp,
  ) {
    this.locals = new Locals([...fixed, ...names.all], identifier);
  }

  /** How values look where a user has a choice. */
  get presentation(): Presentation {
    return this.names.modules.presentation;
  }

  /** Lets an expression without effects stand for a local wherever it is used. */
  express(local: CoreLocal | ValueLocal, expression: Inline): Block {
    this.#expressions.set(local, expression);
    return [];
  }

  /** A local or constant, to be looked at. */
  use(operand: Operand | ValueLocal): Inline {
    if (operand.kind === 'constant') return constantText(operand.type, operand.value);
    return this.#expressions.get(operand) ?? this.locals.name(operand);
  }

  /** Says where a value stands, for messages: an expression that is a `Path`. */
  placeValue(value: ValueLocal, path: Inline): void {
    this.#paths.set(value, path);
  }

  pathOf(value: ValueLocal): Inline {
    return this.#paths.get(value) ?? `Path("${value.hint}")`;
  }

  /** Says what has a length, for messages. */
  placeLength(length: CoreLocal, path: Inline): void {
    this.#lengthPaths.set(length, path);
  }

  pathOfLength(length: CoreLocal): Inline {
    return this.#lengthPaths.get(length) ?? `Path("${length.hint}")`;
  }

  /** The entries of a map that is taken apart. */
  entriesOf(map: ValueLocal): string {
    const name = this.#entries.get(map) ?? this.locals.fresh(`${map.hint}-entries`);
    this.#entries.set(map, name);
    return name;
  }

  place({ base, offset }: Place): Inline {
    if (offset.bytes === 0 && offset.pointers === 0) return this.use(base);
    return [this.use(base), ' + ', sizeText(offset)];
  }

  spell(ops: readonly Op[]): Block {
    return ops.map((op) => this.spellOp(op, this));
  }

  /** Whether a value is what the user's function came to, or what the function returns. */
  isOutcome(value: ValueLocal): boolean {
    return 'func' in this.owner && this.owner.body.some((op) => yieldsOutcome(op, value));
  }

  /** Whether a value is the object that a constructor makes: what it returns, or that where it may fail. */
  isMade(value: ValueLocal): boolean {
    if (this.isOutcome(value)) return true;
    if (!('func' in this.owner)) return false;
    return this.owner.body.some(
      (op) =>
        op.kind === 'switch' &&
        this.isOutcome(op.out) &&
        op.arms.some((arm) => arm.name === 'ok' && arm.payload === value),
    );
  }
}

/** Whether an operation of a function's own makes its outcome of a value, or the value of its outcome. */
const yieldsOutcome = (op: Op, value: ValueLocal): boolean =>
  (op.kind === 'call-user' && op.out === value) || (op.kind === 'return' && op.value === value);

function constantText(type: CoreLocal['type'], value: number): string {
  if (type === 'pointer') return value === 0 ? 'nullptr' : `wit::napi::dangling(${String(value)})`;
  return String(value);
}
