/**
 * Which elements of lists lie in memory as a whole: there is nothing behind them but text, and nothing that is anybody's. A host
 * that pays for each value it hands over can hand over the memory instead, and the texts beside it.
 */
import { addSizes, noSize } from './layout.js';
import type { CoreLocal, HelperPlan, LiftArm, LowerArm, Op, OpOf, Place, Size, Width } from './plan.js';

/** A discriminant that says which case there is. */
export interface InCase {
  /** From the beginning of the element. */
  readonly at: Size;
  readonly width: Width;
  readonly value: number;
}

/** The pointer and the length of a string, which are there if all of these cases are. */
export interface TextSlot {
  readonly at: Size;
  readonly cases: readonly InCase[];
}

/** What there is of one element, in the order in which it is stored or loaded. */
export interface ElementPacking {
  readonly texts: readonly TextSlot[];
  /** Whether texts are given away: as all of them are, or none. */
  readonly givesTexts: boolean;
}

/** Who has more texts in one element than this hands them over one by one. */
const mostTexts = 32;

/** Operations that touch nothing but the element's own memory and the value. */
const plain: ReadonlySet<Op['kind']> = new Set([
  ...(['scalar-to-core', 'flags-to-core', 'fields', 'store-scalar', 'cast'] as const),
  ...(['core-to-scalar', 'core-to-flags', 'make', 'load-scalar'] as const),
]);

/**
 * How what a body stores to a slot, or loads from it, can cross as a whole; undefined if it cannot. `slot` is the pointer to
 * the element.
 */
export function packingOf(body: readonly Op[], slot: CoreLocal): ElementPacking | undefined {
  const walk = new Walk();
  if (!walk.all(body, { base: slot, offset: noSize }, [])) return undefined;
  const [givesTexts = false, ...rest] = walk.given;
  return rest.every((given) => given === givesTexts) ? { texts: walk.texts, givesTexts } : undefined;
}

class Walk {
  readonly texts: TextSlot[] = [];
  /** Of each text, whether it is given away. */
  readonly given: boolean[] = [];
  readonly #loaded = new Map<CoreLocal, { readonly at: Size; readonly width: Width }>();
  readonly #sent = new Set<CoreLocal>();
  /** Conversions known to have no text in them: types may be in each other many times. */
  readonly #plain = new Set<HelperPlan>();

  /** Whether operations keep to an element. `start` is the place in it that is known by a pointer of theirs. */
  all(ops: readonly Op[], start: Place, cases: readonly InCase[]): boolean {
    return ops.every((op) => plain.has(op.kind) || this.#one(op, start, cases));
  }

  #one(op: Op, start: Place, cases: readonly InCase[]): boolean {
    const at = (place: Place): Size => addSizes(start.offset, place.offset);
    switch (op.kind) {
      case 'data':
        this.#sent.add(op.pointer);
        this.given.push(op.ownership === 'given');
        return op.of.kind === 'string';
      case 'store':
        if (op.width === 'pointer') {
          this.texts.push({ at: at(op.at), cases });
          return op.value.kind === 'core' && this.#sent.has(op.value);
        }
        return op.at.base === start.base;
      case 'load':
        this.#loaded.set(op.out, { at: at(op.at), width: op.width });
        return op.at.base === start.base;
      case 'lift-sequence': {
        const loaded = this.#loaded.get(op.pointer);
        if (loaded) this.texts.push({ at: loaded.at, cases });
        this.given.push(op.how === 'adopt');
        return op.of.kind === 'string' && loaded !== undefined;
      }
      case 'call-store':
      case 'call-load':
        return this.#helped(op.helper, at(op.at), cases);
      case 'match':
        return op.arms.every((arm) => this.#lowered(arm, start, cases));
      case 'switch':
        return op.arms.every((arm) => this.#lifted(arm, op, start, cases));
      case 'each':
      case 'build-array':
        // Of a fixed number of elements each has texts of its own: there is no end to that.
        return op.base.base === start.base && packingOf(op.body, op.slot)?.texts.length === 0;
      default:
        return false;
    }
  }

  #helped(helper: HelperPlan, offset: Size, cases: readonly InCase[]): boolean {
    if (this.#plain.has(helper)) return true;
    const before = this.texts.length;
    const isWhole = this.all(helper.body, { base: helper.base, offset }, cases);
    if (isWhole && this.texts.length === before) this.#plain.add(helper);
    return isWhole && this.texts.length <= mostTexts;
  }

  /** The discriminant is stored before the payload. */
  #lowered({ body }: LowerArm, start: Place, cases: readonly InCase[]): boolean {
    const [first] = body;
    if (first?.kind !== 'store' || first.value.kind !== 'constant') return false;
    const at = addSizes(start.offset, first.at.offset);
    return this.all(body, start, [...cases, { at, width: first.width, value: first.value.value }]);
  }

  #lifted({ body, index }: LiftArm, op: OpOf<'switch'>, start: Place, cases: readonly InCase[]): boolean {
    const loaded = this.#loaded.get(op.discriminant);
    return loaded !== undefined && this.all(body, start, [...cases, { ...loaded, value: index }]);
  }
}
