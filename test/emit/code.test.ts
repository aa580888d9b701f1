import { indent, join, line, need } from '../../src/emit/code.js';
import { renderBlock, renderInline } from '../../src/emit/render.js';

test('a block is lines, indented by structure', () => {
  const block = ['if (x) {', indent('one();', ['two();', indent('three();')]), '', '}'];
  expect(renderBlock(block, '  ').text).toEqual([
    'if (x) {',
    '  one();',
    '  two();',
    '    three();',
    '',
    '}',
  ]);
});

test('what text needs travels with it', () => {
  const type = [need('<vector>'), 'std::vector<', [need('<string>'), 'std::string'], '>'];
  const { text, needs } = renderBlock([line(type, ' names;')], '  ');
  expect(text).toEqual(['std::vector<std::string> names;']);
  expect([...needs].sort()).toEqual(['<string>', '<vector>']);
});

test('joining puts separators between parts only', () => {
  expect(renderInline(join(['a', ['b', 'c'], 'd'], ', ')).text).toBe('a, bc, d');
  expect(renderInline(join([], ', ')).text).toBe('');
});
