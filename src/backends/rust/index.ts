import { scopesOf } from '../../abi/scopes.js';
import { snakeCase } from '../../emit/names.js';
import { defineBackend } from '../backend.js';
import { writeLinkingFiles, writesLinkingFiles } from '../native-linking/linking-files.js';
import { plainNames } from '../native-linking/plain-names.js';
import { definesSymbols, versionScript } from '../version-script.js';
import { writeBuildFile } from './build-file.js';
import { checkExports } from './check-exports.js';
import { checkOptions } from './check-options.js';
import { typesElsewhere } from './mappings.js';
import { Modes } from './modes.js';
import { rustOptions, type RustOptions } from './options.js';
import { styleOf } from './style.js';
import { usageInWorld } from './usage.js';
import { bindingsView } from './views.js';

/** Rust: one file, to be included as a module or at the root of a crate. */
export const rust = defineBackend<RustOptions>({
  id: 'rust',
  title: 'Rust',
  templates: new URL('../../../templates/rust/', import.meta.url),
  options: rustOptions,
  features: new Set(['map', 'fixed-length-list']),
  linkages: new Set(['native', 'wasm-import', 'wasm-export']),
  apis: new Set(['std', 'views']),
  style(world, api, options) {
    const received = api === 'views' ? 'view' : 'owner';
    const modes = new Modes(usageInWorld(world, received), options.ownership);
    const foreign = typesElsewhere(scopesOf(world), options.with);
    return styleOf(modes, received, (decl) => foreign.has(decl));
  },
  check(plan, options, report) {
    checkOptions(plan, options, report);
    checkExports(plan, report);
  },
  generate(plan, options, output, types) {
    const name = snakeCase(plan.world.name);
    // rustc lets a linker show only what Rust itself defines, so that the plain names are no business of the linker's.
    const names = writesLinkingFiles(plan, options) ? plainNames(plan) : new Map<string, string>();
    const view = bindingsView(plan, options, { componentTypes: types, plainNames: names });
    output.template(`${name}.rs`, 'bindings', view);
    if (definesSymbols(plan)) output.text(`${name}.verscr`, versionScript(plan, names.values()));
    if (writesLinkingFiles(plan, options))
      writeBuildFile(plan, name, writeLinkingFiles(plan, name, output), output);
  },
});
