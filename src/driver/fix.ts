/** Carries out the fixes of diagnostics, until there is nothing left that is certain. */
import type { Diagnostic, Fix } from '../base/diagnostics.js';
import type { Host } from '../base/host.js';
import type { Span } from '../base/source.js';
import { check, type CheckRequest, type CheckResult } from './check.js';

/** What is left to report, and what to write. */
export interface FixResult extends CheckResult {
  readonly changes: readonly FixedFile[];
}

/** A file with its new text, and how many problems are mended in it. */
export interface FixedFile {
  readonly path: string;
  readonly text: string;
  readonly fixes: number;
}

/** A mended text shows what the problem hid, which may be mended too. Fixes that undo each other end here. */
const mostRounds = 20;

/** Checks and mends; reads through the host and writes nothing. */
export async function fix(request: CheckRequest, host: Host): Promise<FixResult> {
  const changed = new Map<string, FixedFile>();
  const mended: Host = {
    readFile: async (path) => changed.get(path)?.text ?? (await host.readFile(path)),
    readBytes: (path) => host.readBytes(path),
    list: (dir) => host.list(dir),
    writeFile: (path, content) => host.writeFile(path, content),
  };
  let result = await check(request, mended);
  for (let round = 0; round < mostRounds; round++) {
    const fixes = compatibleFixes(result.diagnostics);
    if (fixes.length === 0) break;
    for (const file of fixedFiles(fixes)) {
      changed.set(file.path, { ...file, fixes: file.fixes + (changed.get(file.path)?.fixes ?? 0) });
    }
    result = await check(request, mended);
  }
  return { ...result, changes: [...changed.values()] };
}

/** The fixes that can be carried out at once: of two that meet, the one that is reported first. */
export function compatibleFixes(diagnostics: readonly Diagnostic[]): readonly Fix[] {
  const chosen: Fix[] = [];
  for (const { fix } of diagnostics) {
    const meets = fix?.edits.some((edit) =>
      chosen.some((other) => other.edits.some((each) => touch(edit.span, each.span))),
    );
    if (fix && meets !== true) chosen.push(fix);
  }
  return chosen;
}

/** Also neighbours touch: what stands between two insertions at one place is not for us to say. */
function touch(a: Span, b: Span): boolean {
  return a.file.path === b.file.path && a.start <= b.end && b.start <= a.end;
}

function fixedFiles(fixes: readonly Fix[]): readonly FixedFile[] {
  const files = new Map(
    fixes.flatMap(({ edits }) => edits.map(({ span }) => [span.file.path, span.file] as const)),
  );
  return [...files.values()].map((file) => {
    const here = fixes.filter(({ edits }) => edits.some(({ span }) => span.file.path === file.path));
    const edits = here.flatMap(({ edits }) => edits).filter(({ span }) => span.file.path === file.path);
    return { path: file.path, text: applyEdits(file.text, edits), fixes: here.length };
  });
}

/** Replaces ranges of a text that do not overlap. */
export function applyEdits(text: string, edits: Fix['edits']): string {
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let [result, at] = ['', 0];
  for (const { span, newText } of inOrder) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
