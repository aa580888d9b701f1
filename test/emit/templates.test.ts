import { OutputCollector } from '../../src/emit/output.js';
import { compileTemplates } from '../../src/emit/templates.js';

const folder = new Map([
  ['file.hbs', 'class {{name}} {\n  {{> lines body}}\n};\n'],
  ['outer.hbs', '{{#each items}}\n{{> item this}}\n{{/each}}\n'],
  ['partials/item.hbs', 'item {{name}}\n'],
  ['runtime/wit.h', '#pragma once\n'],
]);

test('a standalone `lines` is indented as a block, blank lines stay blank', () => {
  const render = compileTemplates(folder);
  expect(render('file', { name: 'A<B>', body: ['f();', '', 'g();'] })).toBe(
    'class A<B> {\n  f();\n\n  g();\n};\n',
  );
});

test('partials are found by their name', () => {
  expect(compileTemplates(folder)('outer', { items: [{ name: 'a' }, { name: 'b' }] })).toBe(
    'item a\nitem b\n',
  );
});

test('a name that the view does not have is an error', () => {
  expect(() => compileTemplates(folder)('file', { body: [] })).toThrow(/name/);
});

test('two files of one path are an error, runtime files are copied', () => {
  const output = new OutputCollector(folder, compileTemplates(folder));
  output.runtime('wit.h');
  output.text('a.txt', 'x');
  expect(() => {
    output.text('a.txt', 'y');
  }).toThrow(/one file named a.txt/);
  expect(output.files.map((file) => file.path)).toEqual(['a.txt', 'wit.h']);
  expect(() => {
    output.runtime('none.h');
  }).toThrow(/runtime file/);
});
