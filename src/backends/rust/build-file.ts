import type { WorldPlan } from '../../abi/plan.js';
import type { Output } from '../../emit/output.js';
import { headerLine } from '../header.js';
import type { LinkingFiles } from '../native-linking/linking-files.js';

/** A function for the build scripts of cargo, which says how a `cdylib` with these bindings is linked. */
export function writeBuildFile(plan: WorldPlan, stem: string, files: LinkingFiles, output: Output): void {
  output.template(`${stem}_build.rs`, 'build', {
    generated: headerLine(plan),
    stem,
    imports: files.imports,
  });
}
