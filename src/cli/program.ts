/** The command line: which commands there are. A command is loaded when it is called, so that each starts fast. */
import { Command } from 'commander';
import type { Door } from './door.js';
import { unknownCommand } from './unknown-command.js';
import { packageVersion } from './version.js';

type Loaded = (door: Door) => Command;

/** The commands that have a name. */
const commands: Readonly<Record<string, () => Promise<Loaded>>> = {
  check: async () => (await import('./commands/check.js')).checkCommand,
  'core-module': async () => (await import('./commands/core-module.js')).coreModuleCommand,
  explain: async () => (await import('./commands/explain.js')).explainCommand,
  fmt: async () => (await import('./commands/fmt.js')).fmtCommand,
  inspect: async () => (await import('./commands/inspect.js')).inspectCommand,
};

/**
 * The program as far as these arguments need it: one command, or everything where none is named. Throws a
 * `CommanderError`, as parsing does, if a command is named that there is not.
 */
export async function programFor(argv: readonly string[], door: Door): Promise<Command> {
  const [name = ''] = argv;
  const named = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const program = named ? new Command('wit-gen') : await wholeProgram(door);
  if (named) program.addCommand((await named())(door));
  program.version(packageVersion(), '--version', 'print the version').enablePositionalOptions();
  for (const command of [program, ...program.commands]) {
    command
      .helpOption('-h, --help', 'print this help')
      .exitOverride()
      .showHelpAfterError('(`wit-gen --help` says more)')
      .configureOutput({ writeOut: door.terminal.out, writeErr: door.terminal.err });
  }
  const wrong = await unknownCommand(argv, Object.keys(commands), program.options);
  return wrong === undefined ? program : program.error(`error: ${wrong}`);
}

async function wholeProgram(door: Door): Promise<Command> {
  const { generateCommand } = await import('./commands/generate.js');
  const program = generateCommand(door);
  for (const load of Object.values(commands)) program.addCommand((await load())(door));
  return program;
}
