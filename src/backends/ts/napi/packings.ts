/** The lists of a world that cross as bytes, which JavaScript packs or makes lists of, and what both sides of the addon call that. */
import { packingOf, type ElementPacking } from '../../../abi/packing.js';
import type { CoreLocal, FunctionPlan, HelperPlan, Op, OpOf, WorldPlan } from '../../../abi/plan.js';
import { NameScope, pascalCase, snakeCase } from '../../../emit/names.js';
import { typeText } from '../../../resolve/dump.js';
import { structureOf, type Type } from '../../../resolve/model.js';
import { hasNoSize } from '../../cxx/core-types.js';
import { bodiesOf } from '../../op-bodies.js';

/** What takes a list apart, or makes one. */
export type ListOp = OpOf<'each'> | OpOf<'build-list'>;

export interface Packing {
  /** One of the operations that do the same. */
  readonly op: ListOp;
  /** Whose operation that is. */
  readonly owner: FunctionPlan | HelperPlan;
  readonly element: ElementPacking;
  /** Its position among the functions of JavaScript's. */
  readonly position: number;
  /** The constant that describes it, in C++. */
  readonly constant: string;
  /** The function that does it, in JavaScript. */
  readonly name: string;
}

/** How the elements of one operation cross. */
export type PackingUse = Pick<Packing, 'constant'> & Pick<ElementPacking, 'givesTexts'>;

export class Packings {
  readonly #packings = new Map<string, Packing>();
  readonly #uses = new Map<ListOp, PackingUse>();
  readonly #into = new Map<CoreLocal, PackingUse>();
  readonly #names = new NameScope();
  /** Conversions that the addon makes by itself. */
  readonly #helpers = new Set<HelperPlan>();

  /** `spell` tells types apart that have one name; `take` makes a name in C++ one that nobody else has. */
  constructor(
    { scopes }: WorldPlan,
    private readonly spell: (type: Type) => string,
    private readonly take: (wanted: string) => string,
  ) {
    for (const plan of scopes.flatMap(({ functions }) => functions)) this.#visit(plan.body, plan);
  }

  /** All of them, by their positions. */
  get all(): readonly Packing[] {
    return [...this.#packings.values()];
  }

  /** How an operation's elements cross; undefined if it is the addon that converts them. */
  of(op: ListOp): PackingUse | undefined {
    return this.#uses.get(op);
  }

  /** How elements cross that are packed to where a pointer points. */
  into(pointer: CoreLocal): PackingUse | undefined {
    return this.#into.get(pointer);
  }

  /** Whether it is the addon that converts values of a type somewhere. */
  needs(helper: HelperPlan): boolean {
    return this.#helpers.has(helper);
  }

  #visit(ops: readonly Op[], owner: FunctionPlan | HelperPlan): void {
    for (const op of ops) {
      if ((op.kind === 'each' || op.kind === 'build-list') && this.#pack(op, owner)) continue;
      if ('helper' in op && !this.#helpers.has(op.helper)) {
        this.#helpers.add(op.helper);
        this.#visit(op.helper.body, op.helper);
      }
      for (const body of bodiesOf(op)) this.#visit(body, owner);
    }
  }

  /** Whether elements cross as bytes. A text by itself is converted as fast by the addon, which needs no list of them for it. */
  #pack(op: ListOp, owner: FunctionPlan | HelperPlan): boolean {
    const isOther = op.kind === 'each' && structureOf(op.list.type).kind !== 'list';
    if (isOther || hasNoSize(op.stride) || structureOf(op.item.type).kind === 'string') return false;
    const element = packingOf(op.body, op.slot);
    if (!element) return false;
    const direction = op.kind === 'each' ? 'pack' : 'unpack';
    const { type } = op.item;
    const key = `${direction} ${typeText(type)} ${this.spell(type)}`;
    const known = this.#packings.get(key) ?? this.#named(op, direction, { op, owner, element });
    this.#packings.set(key, known);
    const use = { constant: known.constant, givesTexts: element.givesTexts };
    this.#uses.set(op, use);
    if (op.kind === 'each') this.#into.set(op.base.base, use);
    return true;
  }

  #named(
    { item: { type, hint } }: ListOp,
    direction: string,
    packing: Pick<Packing, 'op' | 'owner' | 'element'>,
  ): Packing {
    const name = type.kind === 'named' ? type.decl.name : hint;
    return {
      ...packing,
      position: this.#packings.size,
      constant: this.take(`wit_${direction}_${snakeCase(name)}`),
      name: this.#names.takeNumbered(`${direction}${pascalCase(name)}`),
    };
  }
}
