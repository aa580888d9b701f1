/**
 * The runtime of glue compiles by itself, for browsers, under the strictest switches that its users may have; what loads
 * addons compiles for Node.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const folder = join(import.meta.dirname, '../../../../templates/ts/runtime');

const strict: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  types: [],
};

const stricter: ts.CompilerOptions = {
  ...strict,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  // What only takes the types away can then run it.
  erasableSyntaxOnly: true,
};

const all = readdirSync(folder).filter((name) => name.endsWith('.ts'));
const isForNode = (name: string): boolean => readFileSync(join(folder, name), 'utf8').includes(`'node:`);

test.each<[string, ts.CompilerOptions]>([
  ['strict', strict],
  ['stricter', stricter],
])('%s', (_, options) => {
  const files = all.filter((name) => !isForNode(name));
  expect(files).toContain('memory.ts');
  expect(mistakesIn(files, options)).toEqual([]);
});

test('in Node', () => {
  const files = all.filter(isForNode);
  expect(files).toContain('napi-addon.ts');
  expect(mistakesIn(files, { ...stricter, types: ['node'] })).toEqual([]);
});

function mistakesIn(files: readonly string[], options: ts.CompilerOptions): readonly string[] {
  const program = ts.createProgram(
    files.map((name) => join(folder, name)),
    options,
  );
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
