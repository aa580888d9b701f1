import { join } from 'node:path';
import { repository } from '../support/golden.js';
import { discoverTests } from '../support/peer/discover.js';

const tests = discoverTests(join(repository, 'test/runtime'));
const named = (name: string) => tests.find((test) => test.name === name)?.programs ?? [];

test('each table of arguments is one more way to build a program', () => {
  expect(named('resources').map(({ name, way }) => `${name}: ${way}`)).toEqual([
    'runner.cpp: plain',
    'runner-fine.cpp: fine',
    'runner.rs: plain',
    'runner-borrowing.rs: borrowing',
    'runner-duplicate.rs: duplicate',
    'test.cpp: plain',
    'test-views.cpp: views',
    'test.rs: plain',
    'test-views.rs: views',
  ]);
});

test('a way has the arguments of the program and its own', () => {
  const tools = named('worlds').filter(({ name }) => name.startsWith('tools'));
  const shown = ['--features', 'shown'];
  const views = [...shown, '--api-style', 'symmetric'];
  expect(tools.map(({ args }) => args)).toEqual([shown, views, shown, views]);
});
