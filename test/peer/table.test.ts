import type { PeerProgram } from '../support/peer/discover.js';
import { report } from '../support/peer/table.js';
import type { Outcome, Trial } from '../support/peer/trial.js';

const program = (name: string, world: string): PeerProgram => ({
  ...{ name, path: name, way: 'plain', world, args: [], flags: [], externs: [] },
  language: name.endsWith('.rs') ? 'rust' : 'cpp',
});

const trial = (test: string, outcome: Outcome): Trial => ({
  test,
  programs: [program('runner.rs', 'runner'), program('test.cpp', 'test')],
  outcome,
});

const failed: Outcome = { kind: 'failed', step: 'run', why: 'answered 1' };

test('a failure that nobody expects is bad, and said at length', () => {
  const { text, good } = report([trial('lists', failed), trial('maps', { kind: 'passed' })], []);
  expect(good).toBe(false);
  expect(text).toContain('  answered 1');
  expect(text).toContain('rust with cpp: 1 passed, 1 failed, 0 not run');
});

test('an expected failure is good, and told with its reason', () => {
  const { text, good } = report([trial('lists', failed)], [{ test: 'lists', reason: 'a reason' }]);
  expect(good).toBe(true);
  expect(text).toContain('expected: a reason');
});

test('what is expected to fail and passes is bad', () => {
  const expected = [{ test: 'lists', reason: 'a reason' }];
  expect(report([trial('lists', { kind: 'passed' })], expected).good).toBe(false);
  expect(report([trial('maps', { kind: 'passed' })], expected).good).toBe(true);
});
