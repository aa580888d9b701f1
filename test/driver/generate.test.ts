/** The library, over a host without a disk. */
import type { Backend } from '../../src/backends/backend.js';
import { builtInBackends, generate, memoryHost, writeFiles, type GenerateRequest } from '../../src/index.js';

const files = {
  'wit/a.wit': 'package a:b;\ninterface one { record r { x: u8, s: string } f: func(r: r) -> list<r>; }\n',
  'wit/b.wit': 'interface two { use one.{r}; use dep:lib/api.{kind}; g: func(k: kind) -> option<r>; }\n',
  'wit/w.wit': 'world w { import one; export two; }\n',
  'wit/deps/lib/lib.wit': 'package dep:lib;\ninterface api { enum kind { x, y } }\n',
};

/** An ABI that a language has. */
const abiOf = ({ linkages }: Backend): GenerateRequest['abi'] =>
  linkages.has('native') ? 'symmetric' : 'canonical';

const requests = builtInBackends.map(
  (backend) => [backend.id, { wit: 'wit', abi: abiOf(backend), backend } satisfies GenerateRequest] as const,
);

test.each(requests)('%s from several files and packages', async (_, request) => {
  const { files: generated, diagnostics } = await generate(request, memoryHost(files));
  expect(diagnostics).toEqual([]);
  expect(generated.length).toBeGreaterThan(0);
});

test.each(requests)('%s does not depend on the order in which files are met', async (_, request) => {
  const shuffled = Object.fromEntries(Object.entries(files).reverse());
  const [one, other] = await Promise.all(
    [files, shuffled].map((each) => generate(request, memoryHost(each))),
  );
  expect(one?.files).toEqual(other?.files);
  expect(one?.files.length).toBeGreaterThan(0);
});

test.each(requests)('%s says nothing of time, place or version', async (_, request) => {
  const { files: generated } = await generate(request, memoryHost(files));
  for (const { content } of generated) {
    expect(content).not.toMatch(/\b20\d\d-\d\d|\b0\.1\.0\b|\/work\/|\r|[ \t]$/m);
    expect(content.endsWith('\n')).toBe(true);
  }
});

test('nothing is generated from WIT with errors', async () => {
  const [[, request] = []] = requests;
  const broken = { ...files, 'wit/w.wit': 'world w { import none; export two; }\n' };
  const result = request && (await generate(request, memoryHost(broken)));
  expect(result?.files).toEqual([]);
  expect(result?.diagnostics.map(({ code }) => code)).toEqual(['item-not-found']);
});

test('files are written once, and only if they change', async () => {
  const host = memoryHost({ 'out/mine.h': 'mine', 'out/same.h': 'same' });
  const written = await writeFiles(
    [
      { path: 'mine.h', content: 'new', write: 'if-missing' },
      { path: 'same.h', content: 'same', write: 'always' },
      { path: 'sub/new.h', content: 'new', write: 'always' },
    ],
    'out/',
    host,
  );
  expect(written.map(({ path, outcome }) => [path, outcome])).toEqual([
    ['out/mine.h', 'kept'],
    ['out/same.h', 'unchanged'],
    ['out/sub/new.h', 'wrote'],
  ]);
  expect(host.files.get('out/mine.h')).toBe('mine');
});
