/** The conformance corpus beside the repository: WIT of public projects and what the reference makes of it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../src/base/host.js';
import { nodeHost } from '../../src/base/node-host.js';
import { repository } from './golden.js';

/** The folder of the corpus. */
export const corpusFolder = join(repository, '../shared/corpus/wit');

/** Is the corpus on this machine? */
export const hasCorpus = existsSync(join(corpusFolder, 'manifest.json'));

/** Where the reference reports an error; columns count bytes from 1. */
export interface CorpusPlace {
  readonly file: string;
  readonly line: number;
  readonly col: number;
}

/** One input of the corpus. Expectations are paths in the corpus. */
export interface CorpusCase {
  readonly id: string;
  /** The group that totals are counted for. */
  readonly set: string;
  /** The folder of the corpus that plays the current folder: paths in messages start there. */
  readonly cwd: string;
  readonly path: string;
  readonly features: readonly string[];
  readonly allFeatures: boolean;
  readonly expect: 'valid' | 'error';
  /** The reference's JSON of a valid case. */
  readonly json?: string;
  /** The reference's canonical text of a valid case. */
  readonly print?: string;
  /** The reference's sizes, alignments and flat signatures. */
  readonly abi?: string;
  /** The reference's message. */
  readonly err?: string;
  /** Our code for it. */
  readonly code?: string;
  readonly at?: CorpusPlace;
  readonly needs?: string;
}

/** All cases; none where there is no corpus. */
export function corpusCases(): readonly CorpusCase[] {
  if (!hasCorpus) return [];
  // The manifest's shape is described in the corpus's own README.
  return JSON.parse(readFileSync(join(corpusFolder, 'manifest.json'), 'utf8')) as readonly CorpusCase[];
}

/** The files of a case under the paths that its messages show. */
export function corpusHost({ cwd }: CorpusCase): Host {
  const inCorpus = (path: string): string => join(corpusFolder, cwd, path);
  return {
    readFile: (path) => nodeHost.readFile(inCorpus(path)),
    readBytes: (path) => nodeHost.readBytes(inCorpus(path)),
    list: (path) => nodeHost.list(inCorpus(path)),
    writeFile: () => Promise.reject(new Error('the corpus stays as it is')),
  };
}

/** The path of an input on this machine. */
export function corpusInput({ cwd, path }: CorpusCase): string {
  return join(corpusFolder, cwd, path);
}

/** A file of expectations. */
export function corpusText(path: string): string {
  return readFileSync(join(corpusFolder, path), 'utf8');
}
