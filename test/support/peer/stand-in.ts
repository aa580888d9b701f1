/** The crate `wit_bindgen` for programs that name it: ours, a few lines, with a `generate!` that asks our generator. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PeerAbi } from './bindings.js';
import { step } from './tools.js';

/** How rustc finds the crate, and what its macro finds in the environment. */
export interface StandIn {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The compiler of the programs that name the crate. */
export interface RustTool {
  readonly command: string;
  /** Flags for what becomes a part of the programs. */
  readonly flags: readonly string[];
  readonly abi: PeerAbi;
}

/** The compiler for this machine. */
export const nativeRust: RustTool = { command: 'rustc', flags: [], abi: 'symmetric' };

/** Compiles the crate; `program` is what its macro runs with node. */
export function buildStandIn(sources: string, folder: string, program: string, rust: RustTool): StandIn {
  const generated = join(folder, 'generated');
  mkdirSync(generated, { recursive: true });
  const compile = (name: string, kind: string, output: string, args: readonly string[]): string => {
    const path = join(folder, output);
    const crate = ['--edition=2021', `--crate-type=${kind}`, '--crate-name', name, '-o', path];
    step('compile', rust.command, [...crate, ...args, join(sources, `${name}.rs`)]);
    return path;
  };
  const macro = compile('wit_bindgen_macro', 'proc-macro', 'libwit_bindgen_macro.so', []);
  const uses = [`--extern=wit_bindgen_macro=${macro}`, ...rust.flags];
  const runtime = compile('wit_bindgen', 'rlib', 'libwit_bindgen.rlib', uses);
  return {
    args: [`--extern=wit_bindgen=${runtime}`, '-L', folder],
    env: {
      PEER_GENERATE: resolve(program),
      PEER_FOLDER: generated,
      PEER_ABI: rust.abi,
      PEER_BINDINGS: 'file',
    },
  };
}
