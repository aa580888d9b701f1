/** Modules name the runtime where they mention it: a warning is an error for many who compile bindings. */
import { rust } from '../../../src/backends/rust/index.js';
import { memoryHost } from '../../../src/base/host.js';
import { generate } from '../../../src/driver/generate.js';

/** Nothing of the lists is touched: their views are sent as they lie, which the runtime checks once, elsewhere. */
const wit = `package demo:app;

interface sink { put: func(words: list<string>); }

world app { import sink; }
`;

test('a module that only hands on lists of views does not name the runtime', async () => {
  const request = { wit: 'app.wit', abi: 'canonical', backend: rust } as const;
  const { files } = await generate(
    { ...request, options: { ownership: 'borrowing' } },
    memoryHost({ 'app.wit': wit }),
  );
  const bindings = files.find(({ path }) => path === 'app.rs');
  expect(bindings?.content).toContain('pub mod sink');
  expect(bindings?.content).toContain('mod references');
  expect(bindings?.content).not.toMatch(/use (?:super::)+_rt/);
});
