/**
 * Pages in a headless browser, Chromium or what `WIT_GEN_BROWSER` says, from a server of this process's own: no framework, and
 * nothing that is not on this machine.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { buildFolder } from './compile.js';

/** How the browsers open a page without a window, with a profile of their own. */
const commandLines = {
  chromium: (profile: string, url: string) => [
    // As root, as in containers, it has no sandbox; small containers have little shared memory.
    ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    // Nor does it ask other machines for anything.
    ...['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ...['--no-first-run', '--no-default-browser-check', '--mute-audio'],
    ...[`--user-data-dir=${profile}`, url],
  ],
  'firefox-esr': (profile: string, url: string) => [
    ...['--headless', '--no-remote', '--new-instance'],
    ...['--profile', profile, url],
  ],
} as const;

/** The one that is used, as `describeWith` knows it. */
export const browser = process.env.WIT_GEN_BROWSER === 'firefox-esr' ? 'firefox-esr' : 'chromium';

/** How long a page may take, in milliseconds, with the start of the browser. */
const patience = 120_000;

/** What files are. `compileStreaming` takes nothing else. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Scripts come from the server alone, and none is made of text: so strict a site has room for WebAssembly and no more. */
const policy = `default-src 'self'; script-src 'self' 'wasm-unsafe-eval'`;

/** The page, and what it begins with: paths that no test has. */
const page = '/index.html';
const start = '/start.js';
const report = '/report';

const pageText = `<!doctype html><meta charset="utf-8"><script type="module" src="${start}"></script>`;

const startText = (script: string): string => `
const report = (said) => fetch('${report}', { method: 'POST', body: JSON.stringify(said) });
try {
  const { main } = await import('/${script}');
  await report({ value: await main() });
} catch (error) {
  // Not every stack begins with the message.
  await report({ error: String(error) + '\\n' + error?.stack });
}
`;

/** What the page posts in the end. */
type Report = { readonly value: unknown } | { readonly error: string };

/**
 * Opens a page that has the files of a folder, and answers with what `main` of a script there does, as JSON has it.
 * An error of the script's is thrown, with its stack, as is the browser's end or its silence.
 */
export async function inBrowser(folder: string, script: string): Promise<unknown> {
  let settle: (said: Report) => void = () => undefined;
  const reported = new Promise<Report>((resolve) => (settle = resolve));
  const server = createServer((request, response) => {
    void answer(folder, script, request, response, settle);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const profile = buildFolder('browser-profile');
  const args = commandLines[browser](profile, `http://127.0.0.1:${String(portOf(server))}${page}`);
  const running = spawn(browser, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = endOf(running);
  try {
    const said = await Promise.race([reported, ended.then(silent), late()]);
    if ('error' in said) throw new Error(said.error);
    return said.value;
  } finally {
    running.kill('SIGKILL');
    // Its other processes end with it, and have what it wrote to open until then.
    await ended;
    rmSync(profile, { recursive: true, force: true });
    server.closeAllConnections();
    server.close();
  }
}

async function answer(
  folder: string,
  script: string,
  request: IncomingMessage,
  response: ServerResponse,
  settle: (said: Report) => void,
): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
  if (path === report) {
    // What `start` sends, which is above.
    settle(JSON.parse(await textOf(request)) as Report);
    response.writeHead(204).end();
    return;
  }
  const content = await contentOf(folder, script, path);
  if (content === undefined) response.writeHead(404).end();
  else {
    const type = contentTypes[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(content);
  }
}

async function contentOf(
  folder: string,
  script: string,
  path: string,
): Promise<string | Uint8Array | undefined> {
  if (path === page) return pageText;
  if (path === start) return startText(script);
  return readFile(join(folder, path)).catch(() => undefined);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  // Without an encoding a request is made of bytes.
  for await (const part of request) parts.push(part as Uint8Array);
  return Buffer.concat(parts).toString();
}

// A server that listens at a port has such an address.
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** What it said until it ended. */
async function endOf(running: ChildProcess): Promise<string> {
  let said = '';
  running.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  await new Promise((resolve) => running.once('close', resolve).once('error', resolve));
  return said;
}

const silent = (said: string): Report => ({
  error: `${browser} ended before the page said anything:\n${said}`,
});

function late(): Promise<Report> {
  return new Promise((resolve) => {
    const error = `the page said nothing in ${String(patience / 1000)} seconds`;
    setTimeout(() => {
      resolve({ error });
    }, patience).unref();
  });
}
