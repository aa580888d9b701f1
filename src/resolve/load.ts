/** Roots to parsed files. Spec: WIT.md "Filesystem structure". */
import type { Report } from '../base/diagnostics.js';
import type { Host } from '../base/host.js';
import type { SourceFile } from '../base/source.js';
import { parse, type Parsed } from '../syntax/parse.js';
import { errors } from './errors.js';

/** The files of one folder, or one file: they make one package and the packages nested in it. */
export interface SourceGroup {
  readonly path: string;
  readonly files: readonly Parsed[];
  /** Whether there are files that could not be read. */
  readonly isIncomplete: boolean;
  /** Whether it is a package encoded as WebAssembly: the text of its one file is made by us. */
  readonly isDecoded?: true;
}

/** What one root consists of: its own group first, then those of its `deps`. */
export type LoadedRoot = readonly SourceGroup[];

/** Reads a root: a file, or a folder with its `deps`. Without any group the root does not exist. */
export async function loadRoot(path: string, host: Host, report: Report): Promise<LoadedRoot> {
  const root = path.length > 1 ? path.replace(/\/+$/, '') : path;
  const names = await list(root, host, report);
  if (names === 'unreadable') return [];
  if (!names) return loadFile(root, host, report);
  const main = await loadFolder(root, names, host, report);
  return [...main, ...(await loadDependencies(`${root}/deps`, host, report))];
}

async function loadDependencies(folder: string, host: Host, report: Report): Promise<readonly SourceGroup[]> {
  const groups: SourceGroup[] = [];
  for (const entry of await entriesOf(folder, host, report)) {
    const path = `${folder}/${entry.replace(/\/$/, '')}`;
    if (entry.endsWith('/')) {
      groups.push(...(await loadFolder(path, await entriesOf(path, host, report), host, report)));
    } else if (/\.(?:wit|wasm|wat)$/.test(entry)) {
      groups.push(...(await loadFile(path, host, report)));
    }
  }
  return groups;
}

/** A package in one file: WIT, or encoded as WebAssembly. What reads the latter is loaded when one is met. */
async function loadFile(path: string, host: Host, report: Report): Promise<readonly SourceGroup[]> {
  if (!/\.wa(?:sm|t)$/.test(path)) return loadFiles(path, [path], host, report);
  const bytes = await readBytes(path, host, report);
  if (!bytes) return [];
  const { decodeFile } = await import('../wasm/decode-file.js');
  const decoded = await decodeFile(bytes);
  if ('text' in decoded) {
    return [{ path, files: [parse({ path, text: decoded.text })], isIncomplete: false, isDecoded: true }];
  }
  report(errors.wasmDependency, undefined, { path, problem: decoded.problem });
  return [];
}

/** The `.wit` files directly in a folder. */
function loadFolder(
  folder: string,
  names: readonly string[],
  host: Host,
  report: Report,
): Promise<readonly SourceGroup[]> {
  const paths = names.filter((name) => name.endsWith('.wit')).map((name) => `${folder}/${name}`);
  return loadFiles(folder, paths, host, report);
}

async function loadFiles(
  path: string,
  paths: readonly string[],
  host: Host,
  report: Report,
): Promise<readonly SourceGroup[]> {
  const files = await Promise.all(paths.map((file) => readFile(file, host, report)));
  const found = files.filter((file) => file !== undefined);
  const isIncomplete = found.length < paths.length;
  return found.length === 0 && isIncomplete ? [] : [{ path, files: found.map(parse), isIncomplete }];
}

/** The names in a folder; none where there is none, or where it cannot be read, which is reported. */
async function entriesOf(folder: string, host: Host, report: Report): Promise<readonly string[]> {
  const names = await list(folder, host, report);
  return names === undefined || names === 'unreadable' ? [] : names;
}

async function list(
  folder: string,
  host: Host,
  report: Report,
): Promise<readonly string[] | 'unreadable' | undefined> {
  try {
    return await host.list(folder);
  } catch (error) {
    report(errors.unreadable, undefined, { path: folder, reason: reasonOf(error) });
    return 'unreadable';
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A file as text, unless it is not there or cannot be read, which is reported. */
export async function readFile(path: string, host: Host, report: Report): Promise<SourceFile | undefined> {
  const text = await readOrReport(path, (at) => host.readFile(at), report);
  return text === undefined ? undefined : { path, text };
}

/** The same as bytes. */
export async function readBytes(path: string, host: Host, report: Report): Promise<Uint8Array | undefined> {
  return readOrReport(path, (at) => host.readBytes(at), report);
}

async function readOrReport<Content>(
  path: string,
  read: (path: string) => Promise<Content | undefined>,
  report: Report,
): Promise<Content | undefined> {
  try {
    const content = await read(path);
    if (content !== undefined) return content;
    report(errors.notFound, undefined, { path });
  } catch (error) {
    report(errors.unreadable, undefined, { path, reason: reasonOf(error) });
  }
  return undefined;
}
