/** Layouts, flattening, lowering and lifting are those of the specification's reference code, byte for byte. */
import fc from 'fast-check';
import { plainStyles } from '../../src/abi/api-style.js';
import { flatten, maxFlatParameters } from '../../src/abi/flatten.js';
import { extentOf } from '../../src/abi/layout.js';
import type { CoreType } from '../../src/abi/plan.js';
import type { PointerBytes } from '../../src/interpret/bits.js';
import { CarriedResource } from '../../src/interpret/host/carried.js';
import { Instance } from '../../src/interpret/host/instance.js';
import { liftValues } from '../../src/interpret/host/lift.js';
import { lowerValues } from '../../src/interpret/host/lower.js';
import { Side } from '../../src/interpret/host/side.js';
import { Task } from '../../src/interpret/host/task.js';
import { firstAddress } from '../../src/interpret/memory.js';
import { Trap } from '../../src/interpret/trap.js';
import type { Value } from '../../src/interpret/values.js';
import type { Type } from '../../src/resolve/model.js';
import { replaced, typesOf, valuesOf } from '../support/abi-types.js';
import { near, Trio } from '../support/interpreted.js';
import {
  ask,
  howToGetIt,
  specificationFolder,
  typeJson,
  valueJson,
  type Answer,
  type Question,
} from '../support/specification.js';

/** Types that the reference code knows: of flags, no more than 32. */
const types = typesOf({ resources: [near], borrows: false, opaque: false, flags: [1, 8, 9, 16, 17, 32] });

interface Sample {
  readonly types: readonly Type[];
  readonly values: readonly Value[];
  readonly damage: readonly [number, number];
}

const samples: fc.Arbitrary<Sample> = fc.array(types, { minLength: 1, maxLength: 5 }).chain((some) =>
  fc.record({
    types: fc.constant(some),
    values: fc.tuple(...some.map(valuesOf)),
    damage: fc.tuple(fc.nat(2000), fc.integer({ min: 1, max: 255 })),
  }),
);

/** An instance of ours with nothing in it. */
function emptySide(pointerBytes: PointerBytes): Side {
  const { caller } = new Trio(
    { parameters: [], result: undefined },
    { abi: 'canonical', pointerBytes, style: plainStyles.std },
  );
  const { heap } = caller;
  const instance: Instance = new Instance(
    caller,
    () => resource,
    (_old, _oldSize, align, size) =>
      size === 0 ? BigInt(align) : heap.allocate('malloc', size, align).address,
  );
  const resource = { name: 'r', implementedBy: instance };
  return new Side(instance, new Task());
}

/** What we make of a sample, said as the reference code says it. */
function ours(sample: Sample, pointerBytes: PointerBytes): Answer {
  const side = emptySide(pointerBytes);
  const { memory } = side;
  const resource = side.instance.typeOf(near);
  let representation = 0n;
  const values = sample.values.map((value) =>
    replaced(value, () => new CarriedResource(resource, ++representation)),
  );
  const cores = lowerValues(sample.types, values, maxFlatParameters, side);
  const last = side.instance.component.heap.live.at(-1);
  const size = last ? Number(last.address) + last.size + 1 - firstAddress : 0;
  const bytes = memory.read(BigInt(firstAddress), size);
  const [place, change] = sample.damage;
  if (size > 0) {
    const at = place % size;
    memory.write(BigInt(firstAddress + at), Uint8Array.of((bytes[at] ?? 0) ^ change));
  }
  const core = (type: CoreType): string => concrete(type, pointerBytes);
  const flat = sample.types.map((type) => flatten(type, 'i32').map(core));
  return {
    layouts: sample.types.map((type) => {
      const { size: bytes, align } = extentOf(type, { pointerBytes, handle: 'i32' });
      return [bytes, align];
    }),
    flat,
    cores: cores.map(String),
    memory: Buffer.from(bytes).toString('hex'),
    damaged: lifted(sample, cores, side),
    signatures: signaturesOf(sample.types, pointerBytes),
  };
}

function lifted(sample: Sample, cores: readonly bigint[], side: Side): Answer['damaged'] {
  try {
    const values = liftValues(sample.types, maxFlatParameters, cores.values(), side);
    return values.map((value, index) => valueJson(sample.types[index] ?? { kind: 'string' }, value));
  } catch (error) {
    if (error instanceof Trap) return 'trap';
    throw error;
  }
}

/** The plans' core signatures of a function with these parameters, and the first of them as its result. */
function signaturesOf(parameters: readonly Type[], pointerBytes: PointerBytes): Answer['signatures'] {
  const trio = new Trio(
    { parameters, result: parameters[0] },
    { abi: 'canonical', pointerBytes, style: plainStyles.std },
  );
  return [trio.imported, trio.exported].map(({ core }) => [
    core.parameters.map(({ type }) => concrete(type, pointerBytes)),
    core.result === undefined ? [] : [concrete(core.result, pointerBytes)],
  ]);
}

function concrete(type: CoreType, pointerBytes: PointerBytes): string {
  if (type === 'pointer-or-i64') return 'i64';
  return type === 'pointer' || type === 'length' ? `i${String(8 * pointerBytes)}` : type;
}

function questionOf(sample: Sample, { memory }: Side): Question {
  let representation = 0n;
  const resource = { name: 'r' } as never;
  const values = sample.values.map((value) =>
    replaced(value, () => new CarriedResource(resource, ++representation)),
  );
  return {
    types: sample.types.map(typeJson),
    values: values.map((value, index) => valueJson(sample.types[index] ?? { kind: 'string' }, value)),
    memory: memory.size,
    damage: sample.damage,
  };
}

const widths: readonly PointerBytes[] = [4, 8];

if (specificationFolder === undefined) {
  test.skip.each(widths)(`no reference code at hand; to get it: ${howToGetIt} (pointers of %i bytes)`, () => {
    // Nothing to compare with.
  });
} else {
  test.each(widths)('with pointers of %i bytes', (pointerBytes) => {
    const drawn = fc.sample(samples, 1500);
    const side = emptySide(pointerBytes);
    const answers = ask(
      drawn.map((sample) => questionOf(sample, side)),
      pointerBytes,
    );
    const seen = { trapped: 0, inMemory: 0, lifted: 0 };
    drawn.forEach((sample, index) => {
      const expected = answers[index];
      const made = ours(sample, pointerBytes);
      // Of more core values than ever cross as such, we list only the first.
      const flat = expected?.flat.map((cores) => cores.slice(0, maxFlatParameters + 1));
      const known = { ...expected, flat };
      expect({ types: sample.types.map(typeJson), ...made }).toEqual({
        types: sample.types.map(typeJson),
        ...known,
      });
      if (made.damaged === 'trap') seen.trapped++;
      else seen.lifted++;
      if (made.flat.flat().length > maxFlatParameters) seen.inMemory++;
    });
    // Each way of things must have been tried.
    expect(seen.trapped).toBeGreaterThan(20);
    expect(seen.lifted).toBeGreaterThan(500);
    expect(seen.inMemory).toBeGreaterThan(20);
  });
}
