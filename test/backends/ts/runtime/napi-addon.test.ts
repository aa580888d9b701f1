/** Which files are loaded as addons. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadAddon } from '../../../../templates/ts/runtime/napi-addon.js';
import { buildFolder } from '../../../support/compile.js';

const folder = buildFolder('napi-addon');

/** A file that is a program, and no addon. */
function program(name: string): string {
  const file = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, 'throw new SyntaxError("it has run");');
  return file;
}

test.each(['libshop.so', 'shop.js', 'shop.txt', 'node', 'shop.node.js'])('%s is none', (name) => {
  const path = program(name);
  const complaint = new TypeError(`the name of an addon ends with '.node', unlike '${path}'`);
  const url = pathToFileURL(path);
  for (const file of [path, url, url.href]) expect(() => loadAddon(file)).toThrow(complaint);
});

test.each(['shop.node', './shop.node', '../build/shop.node', 'shop', ''])(
  '%p is not found anywhere',
  (path) => {
    const complaint = new TypeError(`an addon is loaded by an absolute path or a URL, not by '${path}'`);
    expect(() => loadAddon(path)).toThrow(complaint);
  },
);

test('an addon is loaded by a path, a URL and the text of one, and is never run as JavaScript', () => {
  const path = program('a shop.node');
  const url = pathToFileURL(path);
  for (const file of [path, url, url.href]) {
    // What loads shared objects says where it looked.
    expect(() => loadAddon(file)).toThrow(path);
    expect(() => loadAddon(file)).not.toThrow('it has run');
  }
});

test('a URL of something that is no file is told of', () => {
  expect(() => loadAddon(new URL('https://demo.example/shop.node'))).toThrow('scheme file');
});
