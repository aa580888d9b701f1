/** What is asked of the bodies of functions is asked of what they are. */
import { aroundCall, asksUser } from '../../../src/backends/ts/glue/facts.js';

test('a body without its call is a mistake of ours, and not taken for one that ends before it', () => {
  expect(() => asksUser([])).toThrow('expected a function that has a call-core');
  expect(() => aroundCall([], 'call-user')).toThrow('expected a function that has a call-user');
});
