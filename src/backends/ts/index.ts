import { defineBackend } from '../backend.js';
import { tsOptions, type TsOptions } from './options.js';
import { fileViews } from './views.js';

/** TypeScript: declarations for hosts of a component, or for components written in TypeScript. */
export const ts = defineBackend<TsOptions>({
  id: 'ts',
  title: 'TypeScript',
  templates: new URL('../../../templates/ts/', import.meta.url),
  options: tsOptions,
  features: new Set(['map', 'fixed-length-list']),
  linkages: new Set(['wasm-import', 'wasm-export']),
  generate(plan, options, output) {
    const files = fileViews(plan, options.types);
    for (const { path, view } of files) output.template(path, options.types, view);
    if (!files.some(({ usesShared }) => usesShared)) return;
    if (options.types === 'guest') output.template('wit_guest_types.d.ts', 'shared', {});
    else output.runtime('wit_types.d.ts');
  },
});
