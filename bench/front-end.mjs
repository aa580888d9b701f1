/** Reading WIT: speed of the front end, and how it grows. Run by `npm run bench`. */
import { componentEmbed } from '@bytecodealliance/jco-transpile/wasm-tools';
import { Bench } from 'tinybench';
import { memoryHost } from '../dist/src/base/host.js';
import { resolve } from '../dist/src/resolve/resolve.js';
import { filesOf, generated, wasi2, wasi3 } from './packages.mjs';
import { megabytes, milliseconds, ratio, table } from './text.mjs';

const sizes = [12_500, 25_000, 50_000, 100_000];

/** Lexes, parses and resolves; a measurement of input with mistakes would measure something else. */
async function read(root, host) {
  const { resolved, diagnostics } = await resolve(
    { roots: [root], features: new Set(), lints: 'compat' },
    host,
  );
  if (!resolved) throw new Error(`${root}: ${diagnostics[0]?.message ?? 'does not resolve'}`);
}

/** The median time of a task, in milliseconds. */
async function medianOf(tasks, time = 1500) {
  const bench = new Bench({ time, warmupTime: 300, iterations: 5 });
  for (const [name, task] of Object.entries(tasks)) bench.add(name, task);
  await bench.run();
  return Object.fromEntries(
    bench.tasks.map(({ name, result }) => {
      if (result.state !== 'completed') throw new Error(`${name}: ${String(result.error ?? result.state)}`);
      return [name, result.latency.p50];
    }),
  );
}

async function speed() {
  const inputs = [
    ['WASI 0.2.3 http', wasi2, filesOf(wasi2)],
    ...(wasi3 ? [['WASI 0.3 ' + wasi3.split('/').at(-1), wasi3, filesOf(wasi3)]] : []),
    ['generated, 25,000 lines', 'a.wit', { 'a.wit': generated(25_000) }],
  ];
  const rows = [];
  for (const [name, root, files] of inputs) {
    const host = memoryHost(files);
    const bytes = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const { ours } = await medianOf({ ours: () => read(root, host) });
    rows.push([name, `${String(Math.round(bytes / 1024))} KB`, milliseconds(ours), megabytes(bytes, ours)]);
  }
  return table(['lexing, parsing, resolving', 'size', 'median', 'speed'], rows);
}

async function growth() {
  const perLine = [];
  for (const lines of sizes) {
    const text = generated(lines);
    const host = memoryHost({ 'a.wit': text });
    const { ours } = await medianOf({ ours: () => read('a.wit', host) });
    perLine.push({ lines: text.split('\n').length, ours });
  }
  const [first] = perLine;
  return table(
    ['generated package', 'median', 'a line', 'beside the shortest'],
    perLine.map(({ lines, ours }) => [
      `${lines.toLocaleString('en')} lines`,
      milliseconds(ours),
      `${((ours / lines) * 1000).toFixed(2)} µs`,
      ratio(ours / lines, first.ours / first.lines),
    ]),
  );
}

/**
 * The reference parser, as npm has it (compiled to WebAssembly), in the same run. It cannot be asked to parse only:
 * it also encodes a world without imports, which costs little beside the rest.
 */
async function besideTheReference() {
  const text = `${generated(5_000)}\nworld empty {}\n`;
  const host = memoryHost({ 'a.wit': text });
  const times = await medianOf({
    ours: () => read('a.wit', host),
    reference: () => componentEmbed({ dummy: true, witSource: text, world: 'empty' }),
  });
  return table(
    ['5,000 generated lines, the same run', 'median', 'ratio'],
    [
      ['wit-gen', milliseconds(times.ours), '1.00'],
      [
        'wit-parser in WebAssembly, also encoding',
        milliseconds(times.reference),
        ratio(times.reference, times.ours),
      ],
    ],
  );
}

for (const measure of [speed, growth, besideTheReference]) console.log(`${await measure()}\n`);
