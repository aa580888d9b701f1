/** Options of backends: from texts to values. */
import { defineBackend } from '../../src/backends/backend.js';
import { parseOptions } from '../../src/driver/options.js';

interface Options {
  readonly names: readonly string[];
  readonly width: number;
}

const backend = defineBackend<Options>({
  id: 'paper',
  title: 'Paper',
  templates: new URL('file:///nowhere/'),
  options: {
    names: {
      help: 'names',
      placeholder: 'NAME',
      parse: (text) => (text === '' ? undefined : [text]),
      initial: [],
      add: (before, next) => [...before, ...next],
    },
    width: {
      help: 'how wide',
      placeholder: 'NUMBER',
      parse: (text) => (/^\d+$/.test(text) ? Number(text) : undefined),
      initial: 80,
    },
  },
  features: new Set(),
  linkages: new Set(),
  generate: () => undefined,
});

function parsed(given: Parameters<typeof parseOptions>[1]): { options: object; said: readonly string[] } {
  const said: string[] = [];
  const options = parseOptions(backend, given, (_, __, values) => said.push(JSON.stringify(values)));
  return { options, said };
}

test('what is not given has its initial value', () => {
  expect(parsed({})).toEqual({ options: { names: [], width: 80 }, said: [] });
});

test('values of an option that adds are kept in order', () => {
  expect(parsed({ names: ['b', 'a'] }).options).toMatchObject({ names: ['b', 'a'] });
  expect(parsed({ names: 'a' }).options).toMatchObject({ names: ['a'] });
});

test('of another option the last value counts', () => {
  expect(parsed({ width: ['1', '20', '3'] }).options).toMatchObject({ width: 3 });
});

test('each wrong value is reported', () => {
  const { options, said } = parsed({ width: ['wide', '7', '-1'], names: [''] });
  expect(options).toEqual({ names: [], width: 7 });
  expect(said).toHaveLength(3);
});

test.each(['constructor', '__proto__', 'toString'])('%s is no option', (name) => {
  const { options, said } = parsed(Object.fromEntries([[name, 'x']]));
  expect(options).toEqual({ names: [], width: 80 });
  expect(said).toHaveLength(1);
});
