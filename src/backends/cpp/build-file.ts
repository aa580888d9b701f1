import type { WorldPlan } from '../../abi/plan.js';
import type { Output } from '../../emit/output.js';
import { headerLine } from '../header.js';
import { aliasScript } from '../native-linking/alias-script.js';
import type { LinkingFiles } from '../native-linking/linking-files.js';

/**
 * A file for CMake, and the linker script that it takes where exports have further names. `wit_component(target source…)` makes a shared
 * object of sources and the bindings, as a component is linked; a target for the stubs is there where a component needs others.
 */
export function writeBuildFile(plan: WorldPlan, stem: string, files: LinkingFiles, output: Output): void {
  const aliases = aliasScript(plan);
  const script = `${stem}.aliases.ld`;
  if (aliases !== undefined) output.text(script, aliases);
  output.template(`${stem}.cmake`, 'build', {
    generated: headerLine(plan),
    stem,
    imports: files.imports,
    stubs: files.stubs,
    script: aliases === undefined ? undefined : script,
  });
}
