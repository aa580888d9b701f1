/** One trial: whatever the input, an answer in time, and one that can be shown. */
import { codeFrame } from '../../src/base/code-frame.js';
import { hasErrors, type Diagnostic } from '../../src/base/diagnostics.js';
import { memoryHost } from '../../src/base/host.js';
import type { Span } from '../../src/base/source.js';
import { format } from '../../src/format/format.js';
import { printJson } from '../../src/print/json/json.js';
import { printLayout } from '../../src/print/layout.js';
import { printWit } from '../../src/print/wit-text.js';
import type { Resolved } from '../../src/resolve/model.js';
import { resolve } from '../../src/resolve/resolve.js';
import type { Project } from './inputs.js';

/** Within this time, in milliseconds, every answer is there. */
const patience = 1000;

/** What is wrong with the answer to an input; undefined if nothing is. */
export async function complaint(project: Project): Promise<string | undefined> {
  try {
    const first = await slowness(project);
    // The machine may have been busy with something else.
    return first === undefined ? await wrongness(project) : await slowness(project);
  } catch (error) {
    return error instanceof Error ? `threw ${error.stack ?? error.message}` : `threw ${String(error)}`;
  }
}

function answer({ files, root }: Project) {
  return resolve({ roots: [root], features: 'all' }, memoryHost(files));
}

async function slowness(project: Project): Promise<string | undefined> {
  const start = performance.now();
  await answer(project);
  const time = performance.now() - start;
  return time > patience ? `took ${time.toFixed(0)} ms` : undefined;
}

async function wrongness(project: Project): Promise<string | undefined> {
  const { resolved, diagnostics } = await answer(project);
  if (resolved && hasErrors(diagnostics)) return 'resolved in spite of errors';
  if (!resolved && !hasErrors(diagnostics)) return 'did not resolve and said nothing';
  const limit = 202 * Object.keys(project.files).length + 100;
  if (diagnostics.length > limit) return `said ${String(diagnostics.length)} things`;
  const lost = diagnostics.flatMap(spansOf).find((span) => !isInFile(span));
  if (lost) return `pointed at ${String(lost.start)}-${String(lost.end)} of ${lost.file.path}`;
  for (const diagnostic of diagnostics.slice(0, 20)) codeFrame(diagnostic);
  if (resolved) print(resolved);
  return formatting(project);
}

function spansOf({ span, related, fix }: Diagnostic): readonly Span[] {
  const others = [...related.map((note) => note.span), ...(fix?.edits ?? []).map((edit) => edit.span)];
  return span ? [span, ...others] : others;
}

function isInFile({ start, end, file }: Span): boolean {
  return (
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= file.text.length
  );
}

/** That something can be printed is enough; other tests say what. */
function print(resolved: Resolved): void {
  for (const printed of [printJson, printWit, printLayout]) printed(resolved);
}

function formatting({ files }: Project): string | undefined {
  for (const [path, text] of Object.entries(files)) {
    const once = format({ path, text });
    if (!('text' in once)) continue;
    const twice = format({ path, text: once.text });
    if (!('text' in twice) || twice.text !== once.text) return `formats ${path} otherwise a second time`;
  }
  return undefined;
}
