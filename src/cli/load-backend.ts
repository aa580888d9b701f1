import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Backend } from '../backends/backend.js';
import { builtInBackends } from '../backends/index.js';
import { nearest } from '../base/did-you-mean.js';
import type { Report } from '../base/diagnostics.js';
import { nodeHost } from '../base/node-host.js';
import { driverErrors } from '../driver/errors.js';

/** A built-in backend by name, or the default export of a module by path (`./my-backend/index.js`). */
export async function loadBackend(name: string, report: Report): Promise<Backend | undefined> {
  const builtIn = builtInBackends.find((backend) => backend.id === name);
  if (builtIn) return builtIn;
  const isPath = /^\.{0,2}\//.test(name);
  if (isPath && (await nodeHost.readFile(name)) !== undefined) return importBackend(name, report);
  const hint = isPath ? undefined : languagesFor(name);
  report(driverErrors.unknownBackend, undefined, { name }, { hint });
  return undefined;
}

/** What else languages are called than by their ids and titles, in lower case. */
const nicknames: Readonly<Record<string, string>> = {
  cc: 'cpp',
  cxx: 'cpp',
  javascript: 'ts',
  js: 'ts',
  rs: 'rust',
};

/** All languages, and before them the one that is meant, if that can be told. */
function languagesFor(name: string): string {
  const ids = builtInBackends.map(({ id }) => id);
  const all = `the languages are ${ids.map((id) => `\`${id}\``).join(', ')}`;
  const meant = languageCalled(name.toLowerCase()) ?? nearest(name, ids);
  return meant === undefined ? all : `did you mean \`${meant}\`? ${all}`;
}

function languageCalled(name: string): string | undefined {
  if (Object.hasOwn(nicknames, name)) return nicknames[name];
  return builtInBackends.find(({ id, title }) => [id, title.toLowerCase()].includes(name))?.id;
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
