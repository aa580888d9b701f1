import { mkdtempSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryHost, type Host } from '../../src/base/host.js';
import { nodeHost } from '../../src/base/node-host.js';

const files = { 'wit/a.wit': 'a', 'wit/B.wit': 'b', 'wit/deps/x/x.wit': 'x' };

function onDisk(): string {
  const root = mkdtempSync(join(tmpdir(), 'wit-gen-host-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return `${root}/`;
}

describe.each<[string, () => readonly [Host, string]]>([
  ['memory', () => [memoryHost(files), '']],
  ['disk', () => [nodeHost, onDisk()]],
])('a host of %s', (_, make) => {
  const [host, root] = make();

  test('lists a folder by bytes, sub-folders marked', async () => {
    expect(await host.list(`${root}wit`)).toEqual(['B.wit', 'a.wit', 'deps/']);
    expect(await host.list(`${root}none`)).toBeUndefined();
    expect(await host.list(`${root}wit/a.wit`)).toBeUndefined();
  });

  test('reads what is there', async () => {
    expect(await host.readFile(`${root}wit/a.wit`)).toBe('a');
    expect(await host.readFile(`${root}wit/none.wit`)).toBeUndefined();
    expect(await host.readFile(`${root}wit`)).toBeUndefined();
  });

  test('writes into new folders', async () => {
    await host.writeFile(`${root}out/new/file.txt`, 'text');
    expect(await host.readFile(`${root}out/new/file.txt`)).toBe('text');
    expect(await host.list(`${root}out/new`)).toEqual(['file.txt']);
  });
});

test('a link to a folder is a folder, text that is not UTF-8 is refused', async () => {
  const root = onDisk();
  symlinkSync(join(root, 'wit/deps'), join(root, 'wit/linked'));
  expect(await nodeHost.list(`${root}wit`)).toContain('linked/');
  writeFileSync(join(root, 'latin1.wit'), Buffer.from([0xe9]));
  await expect(nodeHost.readFile(`${root}latin1.wit`)).rejects.toThrow();
});
