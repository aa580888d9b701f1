import type { WorldPlan } from '../../../abi/plan.js';
import type { Output } from '../../../emit/output.js';
import { runtimeFolder, withDependencies } from '../glue/runtime.js';
import type { WorldNames } from '../world-names.js';
import type { WorldView } from '../world-view.js';
import { lineWrapped } from '../wrap.js';
import { addonView } from './addon.js';
import { AddonNames } from './addon-names.js';
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
const modules = ['component-error', 'finalizers', 'napi-addon'] as const;

/** What the world's types say, and whether objects are disposed of that the program has forgotten. */
export interface AddonChoice {
  readonly view: WorldView;
  readonly finalizers: boolean;
}

/** Writes the source of a Node-API addon and the module that loads it. */
export function writeAddon(
  plan: WorldPlan,
  worldNames: WorldNames,
  { view, finalizers }: AddonChoice,
  output: Output,
): void {
  const names = new AddonNames(plan, worldNames);
  const { world } = worldNames.modules;
  output.template(names.source, 'napi-addon', addonView(plan, names));
  const wrapper = wrapperView(plan, names, view, finalizers);
  output.template(`${world.file}_napi.ts`, 'napi-wrapper', wrapper, 'always', lineWrapped);
  for (const name of headers) output.runtime(name);
  const looking = wrapper.lookedFor.length > 0 ? ['imports'] : [];
  const needed = withDependencies([...modules, ...looking, ...(wrapper.packers?.runtime ?? [])]);
  for (const name of needed) output.runtime(`${name}.ts`, runtimeFolder);
}
