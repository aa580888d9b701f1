/** The state of one function body in the making: what its locals are called, or which expressions stand for them. */
import type {
  CoreLocal,
  FunctionPlan,
  HelperPlan,
  Op,
  Operand,
  OpOf,
  Place,
  PostReturnPlan,
  Sum,
  ValueLocal,
} from '../../abi/plan.js';
import { need, type Block, type Inline } from '../../emit/code.js';
import { qualifiedName, type TypeDecl } from '../../resolve/model.js';
import { Locals } from '../locals.js';
import type { HelperNames } from './helpers.js';
import type { Names } from './names.js';
import { identifier } from '../cxx/words.js';
import type { TypeSpeller } from './types.js';
import { sizeText } from '../cxx/core-types.js';

/** What all bodies of a file have in common. */
export interface BodyContext {
  readonly types: TypeSpeller;
  readonly names: Names;
  readonly helpers: HelperNames;
  /** The user's function, as it is called: a method on `self`. */
  readonly userFunction: (plan: FunctionPlan, self: Inline | undefined) => Inline;
  /** Spells one operation. */
  readonly spell: (op: Op, body: Body) => Block;
}

/** Entries for some kinds of operations; all tables together have one for each. */
export type OpTable<Kind extends Op['kind']> = {
  readonly [K in Kind]: (op: OpOf<K>, body: Body) => Block;
};

/** How a body hands over its result. */
export type Returning = 'returns' | 'assigns-this';

export class Body {
  readonly locals = new Locals(['this'], identifier);
  /** The object that a body with scratch memory has, or is passed. */
  readonly scratch = this.locals.fresh('scratch');
  readonly #expressions = new Map<CoreLocal | ValueLocal, Inline>();
  readonly #temporaries = new Set<ValueLocal>();

  constructor(
    readonly cx: BodyContext,
    readonly owner: FunctionPlan | HelperPlan | PostReturnPlan,
    readonly returning: Returning = 'returns',
  ) {}

  get types(): TypeSpeller {
    return this.cx.types;
  }

  /** Lets an expression without effects stand for a local wherever it is used. */
  express(local: CoreLocal | ValueLocal, expression: Inline): Block {
    this.#expressions.set(local, expression);
    return [];
  }

  /** Lets an expression that makes a new value stand for the one use that the plan makes of it. */
  temporary(local: ValueLocal, expression: Inline): Block {
    this.#temporaries.add(local);
    return this.express(local, expression);
  }

  /** A local or constant, to be looked at. */
  use(operand: Operand | ValueLocal): Inline {
    if (operand.kind === 'constant') return constantText(operand.type, operand.value);
    return this.#expressions.get(operand) ?? this.locals.name(operand);
  }

  /** A value, to be consumed. */
  take(value: ValueLocal): Inline {
    const expression = this.use(value);
    if (this.#temporaries.has(value) || !this.types.isMoved(value)) return expression;
    return [need('<utility>'), 'std::move(', expression, ')'];
  }

  /** A value that leaves the function: a local object needs no `std::move`. */
  takeLast(value: ValueLocal): Inline {
    return this.#expressions.has(value) ? this.take(value) : this.locals.name(value);
  }

  place({ base, offset }: Place): Inline {
    if (offset.bytes === 0 && offset.pointers === 0) return this.use(base);
    return [this.use(base), ' + ', sizeText(offset)];
  }

  spell(ops: readonly Op[]): Block {
    return ops.map((op) => this.cx.spell(op, this));
  }

  /** The WIT name of a type with cases, for messages. */
  typeLabel(of: Sum | { readonly kind: 'enum'; readonly decl: TypeDecl }): string {
    if (of.kind === 'option' || of.kind === 'result') return of.kind;
    return `${qualifiedName(of.decl.owner)}.${of.decl.name}`;
  }
}

function constantText(type: CoreLocal['type'], value: number): string {
  if (type === 'pointer') return value === 0 ? 'nullptr' : `wit::abi::dangling(${String(value)})`;
  return String(value);
}

/** Whether a block has no lines. */
export function isNothing(block: Block): boolean {
  return Array.isArray(block) && block.every((part: Block) => isNothing(part));
}
