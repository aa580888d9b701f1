import { CommanderError } from 'commander';
import { programFor } from './program.js';
import type { Terminal } from './report.js';

/** What the process answers with. */
export const exitCodes = { ok: 0, problems: 1, usage: 2, internal: 70 } as const;

/** Runs the command line and says the exit code; prints through the terminal only. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = exitCodes.ok;
  const answer = (hasProblems: boolean): void => {
    code = hasProblems ? exitCodes.problems : exitCodes.ok;
  };
  try {
    const program = await programFor(argv, { terminal, answer });
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    terminal.err(internalError(error, terminal.debug));
    return exitCodes.internal;
  }
}

function internalError(error: unknown, debug: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  const stack = debug && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  return `internal error: ${message}\n${stack}This is a mistake of wit-gen, not of your WIT. Please report it with the input; WIT_GEN_DEBUG=1 shows where it happened.\n`;
}
