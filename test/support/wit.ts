/** Resolving WIT that stands in a test. */
import type { Diagnostic } from '../../src/base/diagnostics.js';
import { memoryHost } from '../../src/base/host.js';
import { dump } from '../../src/resolve/dump.js';
import type { Features } from '../../src/resolve/gates.js';
import type { Resolved } from '../../src/resolve/model.js';
import { resolve } from '../../src/resolve/resolve.js';

/** Files by path; the roots are `wit`, or the single file. */
export type WitFiles = Readonly<Record<string, string>>;

/** Resolves one file or the files of a folder `wit`. */
export function resolveText(wit: string | WitFiles, features: Features = new Set()) {
  const files = typeof wit === 'string' ? { 'a.wit': wit } : wit;
  const roots = typeof wit === 'string' ? ['a.wit'] : ['wit'];
  return resolve({ roots, features }, memoryHost(files));
}

/** Resolves WIT that must be right. */
export async function resolved(wit: string | WitFiles, features: Features = new Set()): Promise<Resolved> {
  const { resolved: model, diagnostics } = await resolveText(wit, features);
  if (!model) throw new Error(diagnostics.map(briefly).join('\n'));
  return model;
}

/** The model of right WIT as text. */
export async function dumped(wit: string | WitFiles, features: Features = new Set()): Promise<string> {
  return dump(await resolved(wit, features));
}

/** What is wrong, one line each: code and message. */
export async function problems(
  wit: string | WitFiles,
  features: Features = new Set(),
): Promise<readonly string[]> {
  return (await resolveText(wit, features)).diagnostics.map(briefly);
}

function briefly({ code, message }: Diagnostic): string {
  return `${code}: ${message}`;
}
