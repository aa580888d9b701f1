/** Handles are looked at as the specification says: type, owner, and whom they are lent to. */
import { Scope, type ResourceType } from '../../../../templates/ts/runtime/handles.js';
import { InstanceState } from '../../../../templates/ts/runtime/instance-state.js';
import { InvalidValue } from '../../../../templates/ts/runtime/invalid-value.js';
import { LendingTable } from '../../../../templates/ts/runtime/lending-table.js';
import { Trap } from '../../../../templates/ts/runtime/trap.js';

function setting() {
  const ended: unknown[] = [];
  const type = (name: string): ResourceType<object> => ({ name, end: (object) => void ended.push(object) });
  return { table: new LendingTable(), file: type('file'), socket: type('socket'), ended, object: {} };
}

test('an object that is given can be taken, once', () => {
  const { table, file, object } = setting();
  const handle = table.own(file, object);
  expect(handle).toBe(1);
  expect(table.object(file, handle)).toBe(object);
  expect(table.take(file, handle)).toBe(object);
  expect(() => table.take(file, handle)).toThrow('there is no handle 1');
  expect(table.own(file, object)).toBe(handle);
});

test('what is given to a call that is not made is taken back, and its handles are the next again', () => {
  const { table, file, object } = setting();
  for (const isMade of [false, true]) {
    const scope = new Scope();
    expect([table.give(file, object, scope), table.give(file, object, scope)]).toEqual([1, 2]);
    scope.isMade = isMade;
    scope.end();
    const next = table.own(file, object);
    expect(next).toBe(isMade ? 3 : 1);
    table.take(file, next);
  }
});

test.each([0, 99, -1])('handle %i is nobody', (handle) => {
  const { table, file } = setting();
  expect(() => table.object(file, handle)).toThrow(Trap);
  expect(() => table.take(file, handle)).toThrow(Trap);
  expect(() => {
    table.drop(file, handle);
  }).toThrow(Trap);
});

test('a handle of another resource is none', () => {
  const { table, file, socket, object } = setting();
  expect(() => table.object(socket, table.own(file, object))).toThrow('handle 1 is no socket');
});

test('dropping what is owned ends it; dropping what is lent does not', () => {
  const { table, file, object, ended } = setting();
  const scope = new Scope();
  table.drop(file, table.lend(file, object, scope));
  scope.close();
  expect(ended).toEqual([]);
  table.drop(file, table.own(file, object));
  expect(ended).toEqual([object]);
});

test('what is lent must be dropped before the call ends, and is not given away', () => {
  const { table, file, object } = setting();
  const scope = new Scope();
  const handle = table.lend(file, object, scope);
  expect(() => table.take(file, handle)).toThrow('is only lent');
  expect(() => {
    scope.close();
  }).toThrow('outlives the call');
});

test('what the instance lends it keeps until the call ends', () => {
  const { table, file, object } = setting();
  const handle = table.own(file, object);
  const [outer, inner] = [new Scope(), new Scope()];
  expect(table.borrow(file, handle, outer)).toBe(object);
  expect(table.borrow(file, handle, inner)).toBe(object);
  inner.close();
  expect(() => table.take(file, handle)).toThrow('lent to a call that goes on');
  expect(() => {
    table.drop(file, handle);
  }).toThrow('lent to a call that goes on');
  outer.close();
  expect(table.take(file, handle)).toBe(object);
});

test('the index freed last is used first', () => {
  const { table, file, object } = setting();
  const handles = [1, 2, 3].map(() => table.own(file, object));
  table.take(file, 1);
  table.take(file, 3);
  expect(handles).toEqual([1, 2, 3]);
  expect([1, 2, 3].map(() => table.own(file, object))).toEqual([3, 1, 4]);
});

test('an instance that has trapped stays so, and says why', () => {
  const state = new InstanceState();
  state.enter();
  const cause = new Trap('first');
  expect(state.failed(cause)).toBe(cause);
  expect(() => {
    state.exit();
  }).toThrow(cause);
  state.failed(new Trap('second'));
  const again = (): unknown => {
    try {
      state.enter();
      return 'entered';
    } catch (error) {
      return error instanceof Trap && error.cause;
    }
  };
  expect(again()).toBe(cause);
});

test('a wrong argument does no harm, unless it was passed in the middle', () => {
  const state = new InstanceState();
  const wrong = new InvalidValue('a string', 7, 'x');
  state.enter();
  state.failed(wrong);
  state.exit();
  expect(() => {
    state.enter();
  }).not.toThrow();
  state.trapped(wrong);
  expect(() => {
    state.exit();
  }).toThrow(wrong);
  expect(() => {
    state.enter();
  }).toThrow(Trap);
});

test('an instance that catches its own trap neither calls out nor answers', () => {
  const state = new InstanceState();
  const trap = new Trap('there is no handle 7');
  const released: number[] = [];
  state.enter();
  state.trapped(trap);
  expect(() => {
    state.checkLeaving();
  }).toThrow('the instance has trapped before');
  expect(() => {
    state.exit((answer) => released.push(answer), 5);
  }).toThrow(trap);
  expect(released).toEqual([]);
});

test('an instance is not entered while it runs, and does not call out while it may not', () => {
  const state = new InstanceState();
  state.enter();
  expect(() => {
    state.enter();
  }).toThrow('called while it runs');
  state.checkLeaving();
  state.mayLeave = false;
  expect(() => {
    state.checkLeaving();
  }).toThrow('calls out while');
});
