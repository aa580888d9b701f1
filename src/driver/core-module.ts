/** From a component to the core module that emitted glue is instantiated with. */
import { DiagnosticBag, type Diagnostic } from '../base/diagnostics.js';
import type { Host } from '../base/host.js';
import { readBytes } from '../resolve/load.js';
import { coreModuleOf } from '../wasm/core-module.js';
import { isBinary } from '../wasm/read-package.js';
import { parseWat } from '../wasm/wat.js';
import { driverErrors } from './errors.js';

/** The module; absent if there are errors. */
export interface CoreModuleResult {
  readonly module: Uint8Array | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a component, binary or as text, and takes its core module out. */
export async function extractCoreModule(path: string, host: Host): Promise<CoreModuleResult> {
  const bag = new DiagnosticBag();
  const file = await readBytes(path, host, bag.report);
  const module = file && (await moduleOf(path, file, bag));
  return { module, diagnostics: bag.diagnostics };
}

async function moduleOf(path: string, file: Uint8Array, bag: DiagnosticBag): Promise<Uint8Array | undefined> {
  const parsed = isBinary(file) ? { bytes: file } : await parseWat(new TextDecoder().decode(file));
  const extracted = 'bytes' in parsed ? coreModuleOf(parsed.bytes) : { malformed: parsed.problem };
  if ('module' in extracted) return extracted.module;
  if ('malformed' in extracted) {
    bag.report(driverErrors.notAComponent, undefined, { path, problem: extracted.malformed });
  } else bag.report(driverErrors.noSingleModule, undefined, { path, why: extracted.unlike });
  return undefined;
}
