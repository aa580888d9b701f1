/** What a host does by its plans fits what a component does by its own: values arrive, and nothing is left behind. */
import fc from 'fast-check';
import { plainStyles, type ApiStyle } from '../../src/abi/api-style.js';
import type { Convention } from '../../src/abi/convention.js';
import { canonicalHost } from '../../src/abi/conventions/canonical-host.js';
import { canonical } from '../../src/abi/conventions/canonical.js';
import { allFunctions, planWorld } from '../../src/abi/plan-world.js';
import type { Op } from '../../src/abi/plan.js';
import type { User } from '../../src/interpret/component.js';
import { Embedding } from '../../src/interpret/embedding.js';
import { Trap } from '../../src/interpret/trap.js';
import type { Value } from '../../src/interpret/values.js';
import { typesOf, valuesOf } from '../support/abi-types.js';
import { Calls, type RoundTrip } from '../support/calls.js';
import { far, functionOf, near, worldsAround, type Subject } from '../support/interpreted.js';
import { listOf, primitive, record, text } from '../support/types.js';

/** Whether the host calls what the component exports, or answers what it imports. */
type Direction = 'export' | 'import';

const directions: readonly Direction[] = ['export', 'import'];

/** As in JavaScript, where only lists of numbers are memory. */
const hostStyle: ApiStyle = { ...plainStyles.std, onlyNumbersLie: true };

interface Setting {
  readonly direction: Direction;
  readonly pointerBytes: 4 | 8;
  /** What the host has wrong. */
  readonly mistake?: Partial<Convention>;
}

/** A world around a function, with a host that is made of plans. */
function embeddingOf(subject: Subject, setting: Setting, user: User): Embedding {
  const worlds = worldsAround(subject);
  const world = setting.direction === 'export' ? worlds.callee : worlds.caller;
  const plans = {
    component: planWorld(world, canonical),
    host: planWorld(world, { ...canonicalHost, ...setting.mistake }, hostStyle),
  };
  return new Embedding(plans, { component: user, host: user }, setting.pointerBytes);
}

function roundTrip(
  subject: Subject,
  setting: Setting,
  values: readonly Value[],
  result: Value | undefined,
): RoundTrip {
  const calls: { made?: Calls } = {};
  const embedding = embeddingOf(subject, setting, (call) => calls.made?.user(call));
  const { component, host } = embedding;
  calls.made = new Calls(embedding);
  calls.made.add(component);
  calls.made.add(host);
  const caller = setting.direction === 'export' ? host : component;
  return calls.made.roundTrip(caller, functionOf(caller, 'f'), { values, result: () => result });
}

const resources = [near, far];
const subjects: fc.Arbitrary<Subject> = fc.record({
  parameters: fc.array(typesOf({ resources, borrows: true, opaque: true }), { maxLength: 6 }),
  result: fc.option(typesOf({ resources, borrows: false, opaque: true }), { nil: undefined }),
  isMethod: fc.boolean(),
});

const calls = subjects.chain((subject) =>
  fc.record({
    subject: fc.constant(subject),
    values: fc.tuple(...subject.parameters.map(valuesOf)),
    result: subject.result ? valuesOf(subject.result) : fc.constant(undefined),
  }),
);

const settings = directions.flatMap((direction) =>
  ([4, 8] as const).map((pointerBytes): [Direction, 4 | 8] => [direction, pointerBytes]),
);

test.each(settings)('a function to %s, pointers of %i bytes', (direction, pointerBytes) => {
  const setting = { direction, pointerBytes };
  fc.assert(
    fc.property(calls, ({ subject, values, result }) => {
      const trip = roundTrip(subject, setting, values, result);
      expect(trip.got).toEqual(trip.given);
      expect(trip.received).toEqual(trip.answered);
      expect(trip.lost).toEqual([]);
      expect(trip.left).toEqual([]);
      expect(trip.handlesLeft).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test.each(directions)('both sides of a function to %s have one core signature', (direction) => {
  fc.assert(
    fc.property(subjects, (subject) => {
      const { component, host } = embeddingOf(subject, { direction, pointerBytes: 4 }, () => undefined);
      const signature = (of: typeof host): unknown => {
        const { core, linkage } = functionOf(of, 'f');
        return [core.parameters.map(({ type }) => type), core.result, linkage];
      };
      expect(signature(host)).toEqual(signature(component));
    }),
  );
});

const many = Array.from({ length: 17 }, () => primitive('u8'));
const ones = many.map(() => 1);

/** Facts of the host's convention that are wrong, with a call that shows it. */
const mistakes: readonly [
  string,
  Direction,
  Partial<Convention>,
  Subject,
  readonly Value[],
  Value | undefined,
][] = [
  [
    'arguments are only lent',
    'export',
    { parameterMemory: { caller: 'lent', callee: 'lent' } },
    { parameters: [text], result: undefined },
    ['x'],
    undefined,
  ],
  [
    'arguments in memory are only lent',
    'export',
    { parameterBlock: { caller: 'lent', callee: 'lent' } },
    { parameters: many, result: undefined },
    ones,
    undefined,
  ],
  [
    'nobody says that a result was read',
    'export',
    { linkPostReturn: undefined },
    { parameters: [], result: text },
    [],
    'x',
  ],
  [
    'lent arguments are taken over',
    'import',
    { parameterMemory: { caller: 'given', callee: 'given' } },
    { parameters: [text], result: undefined },
    ['x'],
    undefined,
  ],
  [
    'lent arguments in memory are freed',
    'import',
    { parameterBlock: { caller: 'given', callee: 'given' } },
    { parameters: many, result: undefined },
    ones,
    undefined,
  ],
];

test.each(mistakes)('it is found out where %s (%s)', (_, direction, mistake, subject, values, result) => {
  const isFound = (wrong: Partial<Convention>): boolean => {
    try {
      const setting: Setting = { direction, pointerBytes: 4, mistake: wrong };
      const trip = roundTrip(subject, setting, values, result);
      return trip.lost.length + trip.left.length > 0;
    } catch (error) {
      return error instanceof Trap;
    }
  };
  expect(isFound({})).toBe(false);
  expect(isFound(mistake)).toBe(true);
});

test('only numbers are sent as they lie', () => {
  const kindsOf = (element: Subject['parameters'][number]): readonly string[] => {
    const subject = { parameters: [listOf(element)], result: undefined };
    const { host } = embeddingOf(subject, { direction: 'export', pointerBytes: 4 }, () => undefined);
    return functionOf(host, 'f').body.map(({ kind }) => kind);
  };
  expect(kindsOf(primitive('u32'))).toContain('data');
  expect(kindsOf(record(primitive('u32')))).toContain('each');
});

test.each(directions)('a host frees nothing and looks at nothing for long: functions to %s', (direction) => {
  fc.assert(
    fc.property(subjects, (subject) => {
      const { host } = embeddingOf(subject, { direction, pointerBytes: 4 }, () => undefined);
      const bodies = [...allFunctions(host.plan), ...host.plan.helpers];
      expect(bodies.some(({ usesScratch }) => usesScratch)).toBe(false);
      for (const op of bodies.flatMap(({ body }) => everyOp(body))) {
        expect(op.kind).not.toBe('free');
        if (op.kind === 'lift-sequence') expect(op.how).toBe('copy');
        if (op.kind === 'area') expect(op.storage).toBe('given');
      }
    }),
  );
});

/** The operations of a body and of all bodies within. */
function everyOp(body: readonly Op[]): readonly Op[] {
  return body.flatMap((op) => {
    const inside = 'body' in op ? [op.body] : 'arms' in op ? op.arms.map((arm) => arm.body) : [];
    return [op, ...inside.flatMap(everyOp)];
  });
}

/** Memory that a component names to its host, off by so many bytes. */
function misled(
  direction: Direction,
  subject: Subject,
  by: bigint,
  which: 'first' | 'last',
  values: readonly Value[] = subject.parameters.map(() => 1),
): () => unknown {
  const embedding = embeddingOf(subject, { direction, pointerBytes: 4 }, () => 'x');
  const { component, host } = embedding;
  const caller = direction === 'export' ? host : component;
  const link = embedding.link.bind(embedding);
  const plan = functionOf(caller, 'f');
  embedding.link = (linkage, from) => {
    const call = link(linkage, from);
    if (linkage !== plan.linkage) return call;
    return (cores) => {
      if (direction === 'export') return (call(cores) ?? 0n) + by;
      const at = which === 'first' ? 0 : cores.length - 1;
      return call(cores.map((core, index) => (index === at ? core + by : core)));
    };
  };
  return () => caller.call(plan, values);
}

test.each<[string, Direction, Subject, 'first' | 'last']>([
  ['a returned area', 'export', { parameters: [], result: text }, 'last'],
  ['an area for a result', 'import', { parameters: [], result: text }, 'last'],
  [
    'a block of arguments',
    'import',
    { parameters: many.map(() => primitive('u32')), result: undefined },
    'first',
  ],
])('%s that is not aligned or not there traps', (_, direction, subject, which) => {
  expect(misled(direction, subject, 0n, which)).not.toThrow();
  expect(misled(direction, subject, 2n, which)).toThrow('is not aligned');
  expect(misled(direction, subject, 4n, which)).toThrow(Trap);
  expect(misled(direction, subject, 0x10_0000n, which)).toThrow(Trap);
});

test('a list that is not aligned traps, also if none of its elements has anything to read there', () => {
  const subject: Subject = {
    parameters: [listOf({ kind: 'option', inner: primitive('u64') })],
    result: undefined,
  };
  const none = [[{ tag: 'none', val: undefined }]];
  expect(misled('import', subject, 0n, 'first', none)).not.toThrow();
  expect(misled('import', subject, 2n, 'first', none)).toThrow('is not aligned');
});
