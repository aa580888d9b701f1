/** Breaking long lines of emitted TypeScript changes where they end, and nothing of what they say. */
import fc from 'fast-check';
import { format } from 'prettier';
import typescript, { type Node } from 'typescript';
import type { Backend } from '../../../src/backends/backend.js';
import { ts } from '../../../src/backends/ts/index.js';
import type { TsOptions } from '../../../src/backends/ts/options.js';
import { lineWrapped } from '../../../src/backends/ts/wrap.js';
import { memoryHost } from '../../../src/base/host.js';
import { generate } from '../../../src/driver/generate.js';
import type { Output } from '../../../src/emit/output.js';
import { randomWit, synchronousCore } from '../../support/random-wit.js';
import { resolved } from '../../support/wit.js';

/** A text before its lines were broken, and after. */
type Change = readonly [before: string, after: string];

/** The backend, which also tells what becomes of its texts. */
const tellingOf = (changes: Change[]): Backend<TsOptions> => ({
  ...ts,
  generate(plan, options, output, ...rest) {
    const telling: Output = {
      template: (path, template, view, write, finish) => {
        const kept = (text: string): string => {
          const after = finish?.(text) ?? text;
          // What has nobody to break its lines is C++.
          if (finish) changes.push([text, after]);
          return after;
        };
        output.template(path, template, view, write, kept);
      },
      runtime: (name, folder) => {
        output.runtime(name, folder);
      },
      text: (path, content) => {
        output.text(path, content);
      },
    };
    ts.generate(plan, options, telling, ...rest);
  },
});

/** What a text says, without what may come or go at the end of a line: the last sign in brackets, the first of a union. */
function saidBy(text: string): readonly string[] {
  const source = typescript.createSourceFile('w.ts', text, typescript.ScriptTarget.ESNext);
  const tokens: string[] = [];
  const visit = (node: Node): void => {
    const children = node.getChildren(source);
    if (children.length === 0) tokens.push(node.getText(source));
    else children.forEach(visit);
  };
  visit(source);
  const said = tokens.filter((token) => token !== '');
  return said.filter((token, index) => {
    const [before = '', after = ''] = [said[index - 1], said[index + 1]];
    const isLast = (token === ',' && /^[)\]}>]$/.test(after)) || (token === ';' && after === '}');
    const isFirstSign = token === '|' && /^(?:[=:,(<]|as|=>)$/.test(before);
    return !isLast && !isFirstSign;
  });
}

/** What a parser has to say. */
function mistakesOf(text: string): readonly unknown[] {
  const { diagnostics = [] } = typescript.transpileModule(text, { reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => messageText);
}

test('an object that an arrow answers with has no comma behind it', async () => {
  const type = `{ tag: 'a-case-with-a-long-name'; val: types.LongName }`;
  const line = `  ACase: (val: number): ${type} => ({ tag: 'a-case-with-a-long-name', val, and: 1, more: 2 }),`;
  const text = `export const cases = {\n${line}\n};\n`;
  const options = { parser: 'typescript', printWidth: 100, singleQuote: true } as const;
  expect(lineWrapped(text)).toBe(await format(text, options));
});

const kinds = [
  { abi: 'canonical', options: { emit: 'types' } },
  { abi: 'canonical', options: { emit: 'guest-types' } },
  { abi: 'canonical', options: { emit: 'glue', variants: 'inline', constants: 'objects' } },
  { abi: 'canonical', options: { emit: 'glue', flags: 'bigint', inputs: 'readonly' } },
  ...(['koffi', 'napi', 'wasm'] as const).map((transport) => ({
    abi: 'symmetric' as const,
    options: { emit: 'glue', transport },
  })),
] as const;

test.each(kinds)('$abi, $options', async ({ abi, options }) => {
  let broken = 0;
  await fc.assert(
    fc.asyncProperty(randomWit(2, synchronousCore), async (files) => {
      const { main } = await resolved(files, 'all');
      for (const { name: world } of main.worlds) {
        const changes: Change[] = [];
        const lints = { 'gated-fixed-length-list': 'allow' } as const;
        const request = { wit: 'wit', world, features: 'all', lints, abi, options } as const;
        await generate({ ...request, backend: tellingOf(changes) }, memoryHost(files));
        for (const [before, after] of changes) {
          if (before !== after) broken++;
          expect(saidBy(after)).toEqual(saidBy(before));
          expect(mistakesOf(after)).toEqual([]);
        }
      }
    }),
    // Smaller worlds have shorter lines: what fails does not fail when it is shrunk.
    { numRuns: 8, endOnFailure: true },
  );
  expect(broken).toBeGreaterThan(0);
});
