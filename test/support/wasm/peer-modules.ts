/** Programs in Rust with the bindings of wit-bindgen's own crate, which `scripts/install-wit-bindgen.sh` builds. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PeerRequest } from '../peer/arguments.js';
import { bindingsIn } from '../peer/bindings.js';
import { compileRust, type WasmToolbox } from '../peer/component-build.js';
import type { PeerProgram, PeerTest } from '../peer/discover.js';
import { peerCrate } from '../toolchains.js';

/** What is linked with them, and where the macro and what else they need is. */
const standIn = {
  args: [`--extern=wit_bindgen=${join(peerCrate, 'libwit_bindgen.rlib')}`, `-Ldependency=${peerCrate}`],
  env: {},
};

/** The same as `compileModule`, with what wit-bindgen's macro makes of the world. */
export function compilePeerModule(
  test: PeerTest,
  program: PeerProgram,
  request: PeerRequest,
  folder: string,
  { counting }: WasmToolbox,
): Promise<string> {
  const bindings = bindingsIn(folder);
  mkdirSync(bindings, { recursive: true });
  const file = join(bindings, `${program.world.replaceAll('-', '_')}.rs`);
  writeFileSync(file, `wit_bindgen::generate!({\n${invocation(test, program, request).join(',\n')}\n});\n`);
  return Promise.resolve(compileRust(test, program, folder, { standIn, counting }));
}

/** The macro's fields. */
function invocation({ wit }: PeerTest, { world }: PeerProgram, request: PeerRequest): readonly string[] {
  const options = Object.entries(request.options).map(([name, values]) => {
    const spelled = spellings[name];
    if (!spelled) throw new Error(`the macro's word for \`${name}\` is not known`);
    return spelled(values);
  });
  const place = [`path: ${quoted(wit)}`, `world: ${quoted(world)}`];
  return [...place, `features: ${list(request.features.map(quoted))}`, 'generate_all', ...options];
}

/** How options of our Rust backend are spelled there. */
const spellings: Readonly<Record<string, (values: readonly string[]) => string>> = {
  derive: (names) => `additional_derives: ${list(names)}`,
  deriveIgnore: (names) => `additional_derives_ignore: ${list(names.map(quoted))}`,
  enableMethodChaining: () => 'enable_method_chaining: true',
  skip: (names) => `skip: ${list(names.map(quoted))}`,
  with: (pairs) => `with: {${pairs.map(replacement).join(', ')}}`,
};

/** `interface/type=path`. */
function replacement(pair: string): string {
  const [name = '', path = ''] = pair.split('=');
  return `${quoted(name)}: ${path}`;
}

const list = (items: readonly string[]): string => `[${items.join(', ')}]`;

const quoted = (text: string): string => JSON.stringify(text);
