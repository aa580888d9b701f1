/**
 * Emitted types tell the compiler what parts of JavaScript they need, wherever in a world a type is mentioned. Each world is a
 * program of its own here, since one file that says so is enough for a program.
 */
import { ts } from '../../../src/backends/ts/index.js';
import { memoryHost } from '../../../src/base/host.js';
import { generate } from '../../../src/driver/generate.js';
import { mistakesIn } from '../../support/typescript.js';

/** Types that the oldest JavaScript does not have. */
const types = { numbers: 'list<u64>', map: 'map<string, u8>', resource: 'own<thing>' };
const things = 'interface things { resource thing; }';
const use = 'use things.{thing};';

/** A world that mentions a type in one place alone. */
const worlds = {
  'a function that the world imports': (type: string) => `world w { ${use} import get: func() -> ${type}; }`,
  'a function that the world exports': (type: string) => `world w { ${use} export get: func() -> ${type}; }`,
  'an imported interface': (type: string) =>
    `interface i { ${use} get: func() -> ${type}; } world w { import i; }`,
  'an exported interface': (type: string) =>
    `interface i { ${use} get: func() -> ${type}; } world w { export i; }`,
  'a type of the world': (type: string) => `world w { ${use} record r { field: ${type} } }`,
};

const cases = (['types', 'guest-types'] as const).flatMap((emit) =>
  Object.entries(worlds).flatMap(([place, worldWith]) =>
    Object.entries(types).map(([kind, type]) => ({ emit, place, kind, wit: worldWith(type) })),
  ),
);

test.each(cases)('$emit: $kind in $place', async ({ emit, kind, wit }) => {
  // Where a resource is not what the world is about, none is in it.
  const text = kind === 'resource' ? `${things} ${wit}` : wit.replaceAll(use, '');
  const host = memoryHost({ 'wit/a.wit': `package a:b; ${text}` });
  const request = { wit: 'wit', abi: 'canonical', features: 'all', backend: ts } as const;
  const { files, diagnostics } = await generate({ ...request, options: { emit } }, host);
  expect(diagnostics).toEqual([]);
  const program = new Map(files.map(({ path, content }) => [`/program/${path}`, content]));
  expect(mistakesIn(program)).toEqual([]);
});
