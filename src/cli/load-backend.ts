import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Backend } from '../backends/backend.js';
import { builtInBackends } from '../backends/index.js';
import { didYouMean } from '../base/did-you-mean.js';
import type { Report } from '../base/diagnostics.js';
import { driverErrors } from '../driver/errors.js';

/** A built-in backend by name, or the default export of a module by path (`./my-backend/index.js`). */
export async function loadBackend(name: string, report: Report): Promise<Backend | undefined> {
  const builtIn = builtInBackends.find((backend) => backend.id === name);
  if (builtIn) return builtIn;
  const loaded = /^\.{0,2}\//.test(name) ? await importBackend(name) : undefined;
  if (!loaded) {
    const hint = didYouMean(
      name,
      builtInBackends.map((backend) => backend.id),
    );
    report(driverErrors.unknownBackend, undefined, { name }, { hint });
  }
  return loaded;
}

async function importBackend(path: string): Promise<Backend | undefined> {
  try {
    const module: unknown = await import(pathToFileURL(resolve(path)).href);
    const exported = module !== null && typeof module === 'object' && 'default' in module && module.default;
    return isBackend(exported) ? exported : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function isBackend(value: unknown): value is Backend {
  return typeof value === 'object' && value !== null && 'generate' in value && 'templates' in value;
}
