/** What is measured: WIT that exists, and WIT of any length. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '..');

/** WASI 0.2.3, from the npm package that the tests use. */
export const wasi2 = join(repository, 'node_modules/@spinframework/wasi-http-proxy/wit/wasi-http@0.2.3.wit');

/** WASI 0.3: a package of the conformance corpus, where that lies beside the repository. */
const proposals = join(repository, '../shared/corpus/wit/inputs/WASI/proposals');
export const wasi3 = ['http', 'cli']
  .map((name) => join(proposals, name))
  .find((folder) => existsSync(folder));

/** All files of a root, so that reading the disk is not measured. */
export function filesOf(root) {
  if (statSync(root).isFile()) return { [root]: readFileSync(root, 'utf8') };
  const names = readdirSync(root, { recursive: true }).filter((name) => name.endsWith('.wit'));
  return Object.fromEntries(names.map((name) => [join(root, name), readFileSync(join(root, name), 'utf8')]));
}

/** The lines of one interface of a generated package. */
const linesOfInterface = 25;

/** A package of about so many lines: interfaces of everyday shape, each using types of the one before. */
export function generated(lines) {
  const count = Math.round(lines / linesOfInterface);
  const interfaces = Array.from({ length: count }, (_, index) => interfaceText(index));
  return `package bench:generated@1.0.0;\n${interfaces.join('')}`;
}

const interfaceText = (index) => `
/// Interface ${String(index)}: what a service of some size looks like.
interface service-${String(index)} {
  ${index === 0 ? 'type failure = string;' : `use service-${String(index - 1)}.{failure as earlier};`}
  record request {
    /// Where to.
    path: list<string>,
    query: option<tuple<string, u32>>,
    body: list<u8>,
  }
  variant ${index === 0 ? 'problem' : 'failure'} {
    timeout(u64),
    refused(string),
    unknown,
  }
  flags rights { read, write, execute }
  resource session {
    constructor(name: string);
    send: func(what: request) -> result<u32, string>;
    rights: func() -> rights;
    open: static func(rights: rights) -> session;
  }
  close: func(session: session, because: option<string>);
}
`;
