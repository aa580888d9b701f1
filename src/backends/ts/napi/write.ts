import type { WorldPlan } from '../../../abi/plan.js';
import type { Output } from '../../../emit/output.js';
import { runtimeFolder } from '../glue/runtime.js';
import type { WorldNames } from '../world-names.js';
import type { WorldView } from '../world-view.js';
import { addonView } from './addon.js';
import { AddonNames } from './addon-names.js';
import { wrapped } from '../wrap.js';
import { wrapperView } from './wrapper.js';

/** The headers of an addon. */
const headers = [
  'wit_napi.h',
  'wit_napi_call.h',
  'wit_napi_environment.h',
  'wit_napi_export.h',
  'wit_napi_import.h',
  'wit_napi_lift.h',
  'wit_napi_lower.h',
  'wit_napi_memory.h',
  'wit_napi_packing.h',
  'wit_napi_state.h',
  'wit_napi_utf8.h',
  'wit_napi_values.h',
] as const;

/** What the module around it imports. */
const modules = ['component-error.ts', 'finalizers.ts', 'napi-addon.ts'] as const;

/** Whether a component is linked as native ones are. */
export const isNative = ({ scopes }: WorldPlan): boolean =>
  scopes.some(({ functions, resources }) =>
    [...functions.map(({ linkage }) => linkage), ...resources.map(({ drop }) => drop)].some(
      ({ kind }) => kind === 'native',
    ),
  );

/**
 * The source of a Node-API addon and the module that loads it. `view` is what the types say of the world; `finalizers`: whether
 * objects are disposed of that the program has forgotten.
 */
export function writeAddon(
  plan: WorldPlan,
  worldNames: WorldNames,
  { view, finalizers }: { readonly view: WorldView; readonly finalizers: boolean },
  output: Output,
): void {
  const names = new AddonNames(plan, worldNames);
  const { world } = worldNames.modules;
  output.template(`${world.file}_napi.cpp`, 'napi-addon', addonView(plan, names));
  const wrapper = wrapperView(plan, names, view, finalizers);
  output.template(`${world.file}_napi.ts`, 'napi-wrapper', wrapper, 'always', wrapped);
  for (const name of headers) output.runtime(name);
  const packing = (wrapper.packers?.runtime ?? []).map((file) => `${file}.ts`);
  for (const name of [...modules, ...packing]) output.runtime(name, runtimeFolder);
}
