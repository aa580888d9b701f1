import { plainStyles } from '../../abi/api-style.js';
import { defineBackend } from '../backend.js';
import { backendErrors } from '../errors.js';
import { checkLinked, reportAbi } from '../support.js';
import { constantsFiles } from './constants-view.js';
import { fileViews } from './files.js';
import { runtimeFolder } from './glue/runtime.js';
import { modulesOf } from './modules.js';
import { sideOf, tsOptions, type TsOptions } from './options.js';
import { otherValues } from './presentation.js';
import { isNative, reachOf } from './reach.js';
import { WorldNames } from './world-names.js';
import { lineWrapped } from './wrap.js';

/** TypeScript: types for hosts of a component or for components in TypeScript, and glue over core modules. */
export const ts = defineBackend<TsOptions>({
  id: 'ts',
  title: 'TypeScript',
  templates: new URL('../../../templates/ts/', import.meta.url),
  options: tsOptions,
  features: new Set(['map', 'fixed-length-list']),
  linkages: new Set(['native', 'wasm-import', 'wasm-export']),
  side: ({ emit }) => (emit === 'glue' ? 'host' : 'component'),
  style: (_world, api) => ({ ...plainStyles[api], onlyNumbersLie: true }),
  check(plan, { emit, transport, finalizers, ...options }, report) {
    if (emit === 'glue') {
      // A module is instantiated: nothing is transported.
      if (transport) checkLinked(plan, { option: 'transport', things: 'transports' }, report);
    } else {
      if (transport) report(backendErrors.optionOfGlue, undefined, { option: 'transport' });
      if (!finalizers) report(backendErrors.optionOfGlue, undefined, { option: 'finalizers' });
    }
    if (sideOf(emit) === 'host') return;
    if (isNative(plan)) reportAbi(plan, `ts (${emit})`, report);
    for (const option of otherValues(options)) report(backendErrors.optionOfHost, undefined, { option });
  },
  generate(plan, { emit, transport, finalizers, ...presentation }, output) {
    const side = sideOf(emit);
    const names = new WorldNames(plan, modulesOf(plan, side), presentation);
    const { target, writeBeside } = emit === 'glue' ? reachOf(plan, transport) : {};
    const files = fileViews(plan, names, target && { target, finalizers });
    for (const { path, view, runtime } of files) {
      output.template(path, view.glue ? 'glue' : side, view, 'always', lineWrapped);
      for (const file of runtime) output.runtime(`${file}.ts`, runtimeFolder);
    }
    const world = files.at(-1)?.view.module.world;
    if (world) writeBeside?.(plan, names, { view: world, finalizers }, output);
    const constants = constantsFiles(plan, names);
    for (const { path, view } of constants) output.template(path, 'constants', view, 'always', lineWrapped);
    if (![...files, ...constants].some(({ usesShared }) => usesShared)) return;
    if (side === 'guest') output.template('wit_guest_types.d.ts', 'shared', {});
    else output.runtime('wit_types.d.ts');
  },
});
