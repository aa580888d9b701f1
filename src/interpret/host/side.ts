import { extentOf, type Extent } from '../../abi/layout.js';
import { discriminantBytes } from '../../abi/shape.js';
import type { Type } from '../../resolve/model.js';
import type { Bits } from '../bits.js';
import type { Memory } from '../memory.js';
import type { Instance } from './instance.js';
import type { Task } from './task.js';
import type { Alternative } from './types.js';

/** `MAX_STRING_BYTE_LENGTH` and `MAX_LIST_BYTE_LENGTH`. */
export const maxByteLength = 2n ** 28n - 1n;

/** One end of a call: whose memory and whose table values are taken from or brought to. */
export class Side {
  readonly memory: Memory;

  constructor(
    readonly instance: Instance,
    readonly task: Task,
  ) {
    this.memory = instance.component.heap.memory;
  }

  /** Size and alignment here. */
  extent(type: Type): Extent {
    return extentOf(type, { pointerBytes: this.memory.pointerBytes, handle: 'i32' });
  }

  /** Each part of a record with its address. */
  places<Part extends { readonly type: Type }>(
    parts: readonly Part[],
    at: Bits,
  ): readonly { readonly part: Part; readonly at: Bits }[] {
    let end = 0;
    return parts.map((part) => {
      const { size, align } = this.extent(part.type);
      const offset = alignUp(end, align);
      end = offset + size;
      return { part, at: at + BigInt(offset) };
    });
  }

  /** The discriminant's bytes, and where the payload of each case stands. */
  variant(
    cases: readonly Alternative[],
    at: Bits,
  ): { readonly width: 'i8' | 'i16' | 'i32'; readonly payload: Bits } {
    const bytes = discriminantBytes(cases.length);
    const aligns = cases.map(({ type }) => (type ? this.extent(type).align : 1));
    const most = aligns.reduce((a, b) => Math.max(a, b), 1);
    const width = ({ 1: 'i8', 2: 'i16', 4: 'i32' } as const)[bytes];
    return { width, payload: at + BigInt(alignUp(bytes, most)) };
  }

  /** How wide the words of flags are. */
  flagWidths(count: number): readonly ('i8' | 'i16' | 'i32')[] {
    if (count <= 8) return ['i8'];
    if (count <= 16) return ['i16'];
    return Array.from({ length: Math.ceil(count / 32) }, () => 'i32' as const);
  }
}

const alignUp = (offset: number, align: number): number => Math.ceil(offset / align) * align;
