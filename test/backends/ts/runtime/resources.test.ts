/** Objects that stand for those of a component: whose they are, and when they end. */
import { Scope } from '../../../../templates/ts/runtime/handles.js';
import { InstanceState } from '../../../../templates/ts/runtime/instance-state.js';
import { InvalidValue } from '../../../../templates/ts/runtime/invalid-value.js';
import {
  disposeOf,
  given,
  instance,
  lent,
  lentFor,
  noConstructor,
  Resource,
  wrap,
} from '../../../../templates/ts/runtime/resources.js';
import { Trap } from '../../../../templates/ts/runtime/trap.js';

class File extends Resource {
  constructor(path: string) {
    super(path.length);
  }
}

class Other extends Resource {}

const lentFile = (value: unknown): number => lent(value instanceof File, 'File', value, 'f');
const givenFile = (value: unknown): number => given(File, 'File', value, 'f');

test('an object is known by a number, whichever way it was made', () => {
  expect(lentFile(new File('four'))).toBe(4);
  const wrapped = wrap(File, 7);
  expect(wrapped).toBeInstanceOf(File);
  expect([lentFile(wrapped), lentFile(wrapped)]).toEqual([7, 7]);
});

test('it is nobody else’s while a call is using it, and its owner’s again afterwards', () => {
  const ended: number[] = [];
  const type = { name: 'file', end: (object: number) => ended.push(object) };
  const file = wrap(File, 7);
  const calls = [new Scope(), new Scope()] as const;
  for (const call of calls) expect(lentFor(call, File, 'File', file, 'f')).toBe(7);
  for (const call of calls) {
    expect(() => givenFile(file)).toThrow('f must be a File, not one that a call is using');
    expect(() => {
      disposeOf(file, type, new InstanceState());
    }).toThrow(new TypeError('the file is in use by a call, and cannot be disposed of'));
    call.end();
  }
  disposeOf(file, type, new InstanceState());
  expect(ended).toEqual([7]);
  expect(() => lentFor(new Scope(), File, 'File', file, 'f')).toThrow(InvalidValue);
});

test('it is given away once', () => {
  const file = wrap(File, 7);
  expect(givenFile(file)).toBe(7);
  const gone = 'f must be a File, not one that was given away or disposed of';
  expect(() => givenFile(file)).toThrow(gone);
  expect(() => lentFile(file)).toThrow(gone);
});

test.each<[string, unknown]>([
  ['another resource', new Other(7)],
  ['what is none', {}],
  ['a copy of its members', Object.assign({}, wrap(File, 7))],
  ['a copy of the class', Object.assign(Object.create(File.prototype), wrap(File, 7))],
  ['what is derived from an object', Object.create(wrap(File, 7))],
  ['a number', 7],
  ['nothing', undefined],
])('%s is no object of the class', (_, value) => {
  expect(() => lentFile(value)).toThrow(InvalidValue);
  expect(() => givenFile(value)).toThrow('f must be a File, not');
});

test('it may be frozen', () => {
  const ended: number[] = [];
  const type = { name: 'file', end: (object: number) => void ended.push(object) };
  const [file, other] = [new File('four'), wrap(File, 7)];
  for (const each of [file, other]) Object.freeze(each);
  disposeOf(file, type, new InstanceState());
  expect(ended).toEqual([4]);
  expect(givenFile(other)).toBe(7);
});

test('it ends once, and not while the component runs', () => {
  const state = new InstanceState();
  const ended: number[] = [];
  const type = { name: 'file', end: (object: number) => void ended.push(object) };
  const file = wrap(File, 7);
  state.enter();
  expect(() => {
    disposeOf(file, type, state);
  }).toThrow('the instance is called while it runs');
  state.exit();
  disposeOf(file, type, state);
  disposeOf(file, type, state);
  expect(ended).toEqual([7]);
});

test('a destructor that traps ends the instance, of which nothing more is disposed', () => {
  const state = new InstanceState();
  const ended: number[] = [];
  const type = {
    name: 'file',
    end: (object: number) => {
      ended.push(object);
      throw new Trap('broken');
    },
  };
  expect(() => {
    disposeOf(wrap(File, 7), type, state);
  }).toThrow('broken');
  expect(state.isDead).toBe(true);
  disposeOf(wrap(File, 8), type, state);
  expect(ended).toEqual([7]);
});

test('an object of the host is one of its class', () => {
  class Sink {
    readonly kind: string = 'sink';
  }
  class Special extends Sink {}
  const special = new Special();
  const alike: { readonly kind: string } = { kind: 'sink' };
  expect(instance(Sink, 'Sink', special, 's')).toBe(special);
  expect(() => instance(Sink, 'Sink', alike, 's')).toThrow('s must be a Sink, not an object');
});

test('what has no constructor says so', () => {
  expect(() => noConstructor('Token')).toThrow(new TypeError('Token has no constructor'));
});
