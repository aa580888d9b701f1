/** The architecture, held: who may import whom, and who may know which convention is in force. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

/** A layer may import itself and anything listed before it. */
const layers = [
  'src/base',
  'grammar',
  'src/syntax',
  'src/wasm',
  'src/format',
  'src/resolve',
  'src/abi',
  'src/interpret',
  'src/print',
  'src/encode',
  'src/compat',
  'src/emit',
  'src/backends',
  'src/driver',
  'src/cli',
  'src/index.ts',
];

const sourceFiles = [...filesIn('src'), ...filesIn('grammar')].filter((file) => file.endsWith('.ts'));

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, name),
  );
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) =>
    target.startsWith('.') ? relative(root, join(root, dirname(file), target)) : target,
  );
}

const layerOf = (file: string): number =>
  layers.findIndex(
    (layer) => file === layer.replace(/\.ts$/, '.js') || file === layer || file.startsWith(`${layer}/`),
  );

test('there are sources to look at', () => {
  expect(sourceFiles.length).toBeGreaterThan(40);
});

test.each(sourceFiles)('%s only looks down', (file) => {
  const upward = importsOf(file).filter((target) => layerOf(target) > layerOf(file));
  expect(layerOf(file)).toBeGreaterThanOrEqual(0);
  expect(upward).toEqual([]);
});

test.each(sourceFiles)('%s touches the machine only where it may', (file) => {
  const mayTouch =
    file.startsWith('src/cli/') || file === 'src/base/node-host.ts' || file === 'grammar/generate.ts';
  const machine = /'node:(?:fs|child_process|process|os)|\bprocess\.(?!stdout\.isTTY)/;
  expect(mayTouch || !machine.test(readFileSync(join(root, file), 'utf8'))).toBe(true);
});

test.each(sourceFiles)('%s leaves the ABI to the ABI layer', (file) => {
  const mayKnow = ['src/abi/conventions/', 'src/cli/'].some((folder) => file.startsWith(folder));
  const code = withoutExamples(withoutComments(readFileSync(join(root, file), 'utf8')));
  expect(mayKnow || !/symmetric|canonical/i.test(code)).toBe(true);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

/** How a user calls wit-gen to meet a diagnostic is prose. */
function withoutExamples(text: string): string {
  return text.replace(/(?:command|told): '[^\n]*/g, '');
}

/** What several languages have in common. */
const isShared = (file: string): boolean => /^src\/backends\/(?:native-linking|cxx)\//.test(file);

const backendFiles = sourceFiles.filter((file) => /^src\/backends\/[^/]+\//.test(file) && !isShared(file));

test.each(backendFiles)('%s knows no other backend and asks nothing about the ABI', (file) => {
  const own = file.split('/').slice(0, 3).join('/');
  const imports = importsOf(file);
  const others = imports.filter(
    (target) => /^src\/backends\/[^/]+\//.test(target) && !target.startsWith(own) && !isShared(target),
  );
  const abi = imports.filter((target) => target.startsWith('src/abi/'));
  const allowed = [
    ...['plan', 'core-items', 'type-facts', 'features', 'layout', 'packing', 'api-style', 'scopes'],
  ].map((name) => `src/abi/${name}.js`);
  expect(others).toEqual([]);
  expect(abi.filter((target) => !allowed.includes(target))).toEqual([]);
  expect(readFileSync(join(root, file), 'utf8')).not.toMatch(/\.convention\b/);
});
