/**
 * How much code is emitted for WASI, what it becomes when it is compiled, and how long that takes; beside the output of
 * wit-bindgen where that is installed (or WIT_BINDGEN names it). Run by `npm run bench`.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generators, processorTime, run } from './commands.mjs';
import { milliseconds, table } from './text.mjs';

const worlds = [
  ['WASI http', 'wasi:http/proxy@0.2.3'],
  ['WASI filesystem', 'wasi:filesystem/imports@0.2.3'],
];

// g++ takes wit-bindgen's methods that are called as a type of theirs for a mistake, which `-fpermissive` forgives.
const compilers = {
  cpp: (level) => [
    ...['g++', '-std=c++23', level, '-fno-exceptions', '-fno-rtti', '-fPIC', '-fpermissive', '-w', '-c'],
  ],
  rust: (level) => [
    ...['rustc', '--edition', '2021', '--crate-type', 'lib', '--emit', 'obj', '-C', 'codegen-units=1'],
    ...['-C', `opt-level=${level === '-Os' ? 's' : '3'}`, '--cap-lints', 'allow'],
  ],
};

/** Bytes of machine code in an object file; nothing if the source does not compile. */
function machineCode(compile, level, source, cwd) {
  if (!run([...compile(level), source, '-o', 'emitted.o'], cwd).ok) return undefined;
  return Number(run(['size', 'emitted.o'], cwd).stdout.split('\n')[1].trim().split(/\s+/)[0]);
}

const kilobytes = (bytes) => (bytes === undefined ? '—' : `${(bytes / 1e3).toFixed(1)} kB`);

function row(title, lang, cwd) {
  // The bindings themselves: the support library is the same whatever the WIT is.
  const files = readdirSync(cwd).filter(
    (name) => /\.(?:cpp|h|rs)$/.test(name) && !/^wit(?:_\w+)?\.h$/.test(name),
  );
  const texts = files.map((name) => readFileSync(join(cwd, name), 'utf8'));
  const source = files.find((name) => /\.(?:cpp|rs)$/.test(name));
  const compile = compilers[lang];
  const size = machineCode(compile, '-Os', source, cwd);
  const fast = machineCode(compile, '-O2', source, cwd);
  const taken =
    fast === undefined
      ? '—'
      : milliseconds(processorTime([...compile('-O2'), source, '-o', 'emitted.o'], cwd));
  const lines = texts.reduce((sum, text) => sum + text.split('\n').length - 1, 0);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return [title, String(lines), kilobytes(bytes), kilobytes(size), kilobytes(fast), taken];
}

const parent = join(import.meta.dirname, '../build');
mkdirSync(parent, { recursive: true });
const rows = [];
for (const [title, world] of worlds) {
  for (const lang of ['cpp', 'rust']) {
    for (const [name, generate] of Object.entries(generators)) {
      const to = mkdtempSync(join(parent, 'emitted-'));
      const label = `${title}, ${lang === 'cpp' ? 'C++' : 'Rust'}, ${name}`;
      if (run(generate('symmetric', lang, world, to)).ok) rows.push(row(label, lang, to));
      else rows.push([label, 'not installed', '', '', '', '']);
    }
  }
}
const head = ['emitted code', 'lines', 'source', 'machine code, -Os', '-O2', 'compiling, -O2'];
console.log(table(head, rows));
