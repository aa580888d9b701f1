import { NameScope, pascalCase, shoutyCase, snakeCase } from '../../src/emit/names.js';

test.each([
  ['move-point', 'move_point', 'MovePoint', 'MOVE_POINT'],
  ['HTTP-proxy', 'http_proxy', 'HttpProxy', 'HTTP_PROXY'],
  ['x-64', 'x_64', 'X64', 'X_64'],
  ['a', 'a', 'A', 'A'],
])('%s is %s, %s and %s', (name, snake, pascal, shouty) => {
  expect([snakeCase(name), pascalCase(name), shoutyCase(name)]).toEqual([snake, pascal, shouty]);
});

test('a scope tells equal names apart in order of asking', () => {
  const scope = new NameScope(['class']);
  expect([scope.take('X64'), scope.take('X64'), scope.take('class')]).toEqual(['X64', 'X64_', 'class_']);
  expect([scope.takeNumbered('len'), scope.takeNumbered('len')]).toEqual(['len', 'len2']);
});
