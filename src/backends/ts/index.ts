import { plainStyles } from '../../abi/api-style.js';
import { defineBackend } from '../backend.js';
import { fileViews } from './files.js';
import { sideOf, tsOptions, type TsOptions } from './options.js';

/** TypeScript: declarations for hosts of a component, or for components written in TypeScript. */
export const ts = defineBackend<TsOptions>({
  id: 'ts',
  title: 'TypeScript',
  templates: new URL('../../../templates/ts/', import.meta.url),
  options: tsOptions,
  features: new Set(['map', 'fixed-length-list']),
  linkages: new Set(['wasm-import', 'wasm-export']),
  side: ({ emit }) => (emit === 'glue' ? 'host' : 'component'),
  style: (_world, api) => ({ ...plainStyles[api], onlyNumbersLie: true }),
  generate(plan, { emit }, output) {
    const side = sideOf(emit);
    const files = fileViews(plan, side);
    for (const { path, view } of files) output.template(path, side, view);
    if (!files.some(({ usesShared }) => usesShared)) return;
    if (side === 'guest') output.template('wit_guest_types.d.ts', 'shared', {});
    else output.runtime('wit_types.d.ts');
  },
});
