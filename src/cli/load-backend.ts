import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Backend } from '../backends/backend.js';
import { builtInBackends } from '../backends/index.js';
import { didYouMean } from '../base/did-you-mean.js';
import type { Report } from '../base/diagnostics.js';
import { nodeHost } from '../base/node-host.js';
import { driverErrors } from '../driver/errors.js';

/** A built-in backend by name, or the default export of a module by path (`./my-backend/index.js`). */
export async function loadBackend(name: string, report: Report): Promise<Backend | undefined> {
  const builtIn = builtInBackends.find((backend) => backend.id === name);
  if (builtIn) return builtIn;
  if (/^\.{0,2}\//.test(name) && (await nodeHost.readFile(name)) !== undefined) {
    return importBackend(name, report);
  }
  const known = builtInBackends.map((backend) => backend.id);
  report(driverErrors.unknownBackend, undefined, { name }, { hint: didYouMean(name, known) });
  return undefined;
}

async function importBackend(path: string, report: Report): Promise<Backend | undefined> {
  try {
    const module: unknown = await import(pathToFileURL(resolve(path)).href);
    const exported = module !== null && typeof module === 'object' && 'default' in module && module.default;
    if (isBackend(exported)) return exported;
    const why = 'its default export is not a backend';
    report(driverErrors.brokenBackend, undefined, { path, why });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    report(driverErrors.brokenBackend, undefined, { path, why });
  }
  return undefined;
}

function isBackend(value: unknown): value is Backend {
  if (typeof value !== 'object' || value === null) return false;
  return ['id', 'templates', 'options', 'features', 'linkages', 'generate'].every(
    (member) => member in value,
  );
}
