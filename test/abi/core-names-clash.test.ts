/** A module exports one function by a name. */
import { rust } from '../../src/backends/rust/index.js';
import type { CoreNames } from '../../src/abi/symbol-options.js';
import { memoryHost } from '../../src/base/host.js';
import { generate } from '../../src/driver/generate.js';

const versions = `
  package a:b;
  package d:l@1.0.0 { interface api { get: func() -> u32; } }
  package d:l@1.1.0 { interface api { get: func() -> u32; } }
  world w { export d:l/api@1.0.0; export d:l/api@1.1.0; }
`;
const memory = 'package a:b; world w { import memory: func(); export memory: func(); }';

test.each<[string, string, CoreNames, readonly string[]]>([
  ['compatible versions', versions, 'legacy', []],
  ['compatible versions', versions, 'standard', ['core-name-clash']],
  ['a function called like the memory', memory, 'legacy', ['core-name-clash']],
  ['a function called like the memory', memory, 'standard', []],
])('%s (%#)', async (_, wit, coreNames, codes) => {
  const request = { wit: 'a.wit', abi: 'canonical', backend: rust, symbols: { coreNames } } as const;
  const { diagnostics } = await generate(request, memoryHost({ 'a.wit': wit }));
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
});
