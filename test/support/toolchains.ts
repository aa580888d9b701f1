/** Compilers and tools of this machine, and what becomes of a test where one is missing. */
import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** What one command answered. */
export interface Answer {
  readonly code: number;
  readonly output: string;
}

/** Where and how a command runs. */
export interface RunOptions {
  readonly cwd?: string;
  /** Added to the environment of the tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** How long it may take, in milliseconds; without one, for ever. */
  readonly timeout?: number;
}

export function run(command: string, args: readonly string[], options: RunOptions = {}): Answer {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    timeout: options.timeout,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  if (error) return { code: 127, output: error.message };
  return { code: status ?? 128, output: `${stdout}${stderr}` };
}

/** Runs a command that must succeed; its output is the message if it does not. */
export function mustRun(command: string, args: readonly string[], options: RunOptions = {}): string {
  const { code, output } = run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}\nanswered ${String(code)}:\n${output}`);
  return output;
}

/** Rust's compiler with its library for wasm32, where `scripts/install-rust-wasm.sh` leaves it. */
export const rustForWasm = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
  'wit-gen/rust-wasm/rustc',
);

/** wit-bindgen's crate for wasm32, with all that it is made of, where `scripts/install-wit-bindgen.sh` leaves it. */
export const peerCrate = join(dirname(rustForWasm), 'wit-bindgen');

/** How clang is told to compile for wasm32, with Debian's WASI libc and libc++. */
export const cppForWasm = { command: 'clang++-19', flags: ['--target=wasm32-wasi'] } as const;

/** What is more than a command of its name: something to run that only works where all of it is there. */
const probes: ReadonlyMap<string, readonly [string, readonly string[]]> = new Map([
  ['Rust for wasm32', [rustForWasm, ['--version']]],
  [
    'C++ for wasm32',
    [cppForWasm.command, [...cppForWasm.flags, '-fsyntax-only', '-xc++', '-include', 'vector', '/dev/null']],
  ],
  ['wit-bindgen for wasm32', ['test', ['-f', join(peerCrate, 'version')]]],
  ['wasmtime for Python', ['python3', ['-c', 'import wasmtime.component']]],
]);

const present = new Map<string, boolean>();

/** Whether a tool can be started. */
export function has(tool: string): boolean {
  const [command, args] = probes.get(tool) ?? [tool, ['--version']];
  const known = present.get(tool) ?? run(command, args).code === 0;
  present.set(tool, known);
  return known;
}

/** Where suites must run rather than be skipped, as in CI. */
const required = process.env.WIT_GEN_TOOLCHAINS === 'required';

/**
 * `describe` for suites that need tools. Where one is missing the suite is skipped under a name that
 * says which and how to install it; where toolchains are required it runs and fails.
 */
export function describeWith(tools: readonly string[], name: string, suite: () => void): void {
  const missing = tools.filter((tool) => !has(tool));
  if (missing.length === 0 || required) describe(name, suite);
  else {
    const remedy = `skipped: needs ${missing.join(', ')}; run \`bash scripts/install-toolchains.sh\``;
    describe.skip(`${name} (${remedy})`, suite);
  }
}

/** `describe` for suites that are a second opinion: where the tool is missing they are skipped, even in CI. */
export function describeWhere(tool: string, remedy: string, name: string, suite: () => void): void {
  if (has(tool)) describe(name, suite);
  else describe.skip(`${name} (skipped: needs ${tool}; run \`${remedy}\`)`, suite);
}
