/** The runtime of glue compiles by itself, for browsers, under the strictest switches that its users may have. */
import { readdirSync } from 'node:fs';
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

test.each<[string, ts.CompilerOptions]>([
  ['strict', strict],
  [
    'stricter',
    {
      ...strict,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
    },
  ],
])('%s', (_, options) => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  expect(files).toContain('memory.ts');
  const program = ts.createProgram(
    files.map((name) => join(folder, name)),
    options,
  );
  const messages = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  expect(messages).toEqual([]);
});
