import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'build/', 'node_modules/', 'snapshots/', 'coverage/', 'examples/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A table of conventions or spellers is clearer as a record of functions than as a class.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only (house style 7).' },
      ],
    },
  },
  {
    // Numbers are put into messages as they are, as people write it whose program this becomes a part of.
    files: ['templates/ts/runtime/*.ts'],
    rules: { '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }] },
  },
  {
    // A payload that is not there is `void`, as it is in the types that jco writes.
    files: ['templates/ts/runtime/*.d.ts'],
    rules: { '@typescript-eslint/no-invalid-void-type': 'off' },
  },
  { files: ['*.config.js', 'eslint.config.js'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: { URL: 'readonly', TextDecoder: 'readonly', TextEncoder: 'readonly', WebAssembly: 'readonly' },
    },
  },
  {
    files: ['bench/**/*.mjs', 'test/native-ts/**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly' } },
  },
  {
    files: ['test/browser/*.js', 'test/support/wasm/run-page.js', 'test/ts-shared/page.js'],
    languageOptions: {
      globals: { document: 'readonly', fetch: 'readonly', Worker: 'readonly', postMessage: 'readonly' },
    },
  },
);
