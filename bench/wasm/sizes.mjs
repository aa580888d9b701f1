/**
 * What bindings for the canonical ABI add to a WebAssembly module, and how long compilers take for them, beside
 * wit-bindgen's where that is installed (or WIT_BINDGEN names it). Run by `npm run bench`.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generators, peer, processorTime, run } from '../commands.mjs';
import { milliseconds, ratio, table } from '../text.mjs';
import { definedFunctions, sizes } from './sections.mjs';

const programs = join(import.meta.dirname, 'programs');
const rustTools = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'wit-gen/rust-wasm');
const worlds = { http: 'wasi:http/proxy@0.2.3', filesystem: 'wasi:filesystem/imports@0.2.3' };
const amounts = ['nothing', 'few', 'all'];

const { values: chosen } = parseArgs({
  options: {
    language: { type: 'string', multiple: true, default: ['cpp', 'rust'] },
    world: { type: 'string', multiple: true, default: Object.keys(worlds) },
    keep: { type: 'boolean', default: false },
  },
});

const scratch = join(import.meta.dirname, '../../build');
mkdirSync(scratch, { recursive: true });
const parent = mkdtempSync(join(scratch, 'wasm-sizes-'));

function mustRun(command, cwd) {
  const { ok, stdout, stderr } = run(command, cwd, { RUSTC: join(rustTools, 'rustc') });
  if (!ok) throw new Error(`${command.join(' ')}\n${stderr}`);
  return stdout;
}

// Without its own printing of failures the library of C++ asks for nothing of WASI.
const clang = [
  'clang++-19',
  '--target=wasm32-wasi',
  '-std=c++23',
  '-Os',
  '-fno-exceptions',
  '-fno-rtti',
  '-w',
];
const quietLibrary = `
extern "C" void abort_message(char const*, ...) { __builtin_trap(); }
namespace std { inline namespace __1 { void __libcpp_verbose_abort(char const*, ...) { __builtin_trap(); } } }
`;

const cpp = {
  compile: (cwd, source) => [...clang, '-c', source, '-o', join(cwd, 'bindings.o')],
  source: (cwd) => readdirSync(cwd).find((name) => name.endsWith('.cpp')),
  modules(cwd, source, name) {
    writeFileSync(join(parent, 'quiet.cpp'), quietLibrary);
    const others = readdirSync(cwd).filter((file) => /^[a-z_]+_component_type\.o$/.test(file));
    const kept = definedFunctions(readFileSync(join(cwd, 'bindings.o'))).map(
      (symbol) => `-Wl,--export=${symbol}`,
    );
    const link = (to, amount, more = []) => {
      const program = join(programs, `${name}-${amount}.cpp`);
      mustRun(
        [
          ...[
            ...clang,
            '-mexec-model=reactor',
            '-Wl,--strip-all',
            '-I',
            cwd,
            program,
            join(parent, 'quiet.cpp'),
          ],
          ...['bindings.o', ...others, ...more, '-o', to],
        ],
        cwd,
      );
      return join(cwd, to);
    };
    return {
      nothing: link('nothing.wasm', 'nothing'),
      few: link('few.wasm', 'few'),
      all: link('all.wasm', 'nothing', kept),
    };
  },
};

const rustc = [
  ...[
    join(rustTools, 'rustc'),
    '--edition',
    '2021',
    '--target',
    'wasm32-unknown-unknown',
    '--cap-lints',
    'allow',
  ],
  ...['-C', 'opt-level=s', '-C', 'codegen-units=1', '-C', 'panic=abort', '-C', 'strip=symbols'],
  ...['-C', 'linker=wasm-ld-19'],
];

const rust = {
  compile: (cwd, source) => [
    ...[...rustc, '--crate-name', 'bindings', '--crate-type', 'rlib', '--emit', 'link,obj', source],
    ...rust.dependencies,
  ],
  /** Arguments that make the runtime of wit-bindgen, of its own version, known to the compiler. */
  dependencies: [],
  source: (cwd) => readdirSync(cwd).find((name) => name.endsWith('.rs')),
  modules(cwd, source, name) {
    const written = (amount) => {
      const file = join(cwd, `${amount}.rs`);
      const program = readFileSync(join(programs, `${name}-${amount}.rs`), 'utf8');
      writeFileSync(file, `#[path = "${source}"] pub mod bindings;\n${program}`);
      return file;
    };
    const build = (file, more = []) => {
      const module = file.replace(/rs$/, 'wasm');
      mustRun([...rustc, '--crate-type', 'cdylib', file, '-o', module, ...rust.dependencies, ...more], cwd);
      return module;
    };
    // A library keeps all its functions, of which those are exported that have a name, not what implements traits.
    const library = ['--crate-name', 'library', '--crate-type', 'rlib', '--emit', 'link,obj'];
    mustRun([...rustc, ...library, written('nothing'), ...rust.dependencies], cwd);
    const kept = definedFunctions(readFileSync(join(cwd, 'library.o'))).filter(
      (symbol) => !symbol.includes('$LT$'),
    );
    const all = join(cwd, 'all.rs');
    writeFileSync(all, 'extern crate library;\n');
    return {
      all: build(all, ['-L', cwd, ...kept.map((symbol) => `-Clink-arg=--export=${symbol}`)]),
      nothing: build(written('nothing')),
      few: build(written('few')),
    };
  },
};

const languages = { cpp, rust };

/** Compiles the crate that wit-bindgen's Rust needs, of the version that the program has. */
function peerRuntime() {
  const version = run([peer, '--version']).stdout.split(' ')[1];
  const cwd = join(parent, 'runtime');
  mkdirSync(join(cwd, 'src'), { recursive: true });
  writeFileSync(join(cwd, 'src/lib.rs'), '');
  const needs = `{ version = "=${version}", default-features = false, features = ["realloc", "std", "bitflags"] }`;
  const profile = '[profile.release]\nopt-level = "s"\npanic = "abort"\ncodegen-units = 1\n';
  writeFileSync(
    join(cwd, 'Cargo.toml'),
    `[package]\nname = "runtime"\nedition = "2021"\n[dependencies]\nwit-bindgen = ${needs}\n${profile}`,
  );
  mustRun([join(rustTools, 'cargo'), 'build', '-q', '--release', '--target', 'wasm32-unknown-unknown'], cwd);
  const built = join(cwd, 'target/wasm32-unknown-unknown/release');
  const rlib = readdirSync(join(built, 'deps')).find((name) => /^libwit_bindgen-.*\.rlib$/.test(name));
  return ['--extern', `wit_bindgen=${join(built, 'deps', rlib)}`, '-L', `dependency=${join(built, 'deps')}`];
}

/** Bytes of code and data, of the module and of what it says of its world, for each amount of use; and milliseconds. */
function measured(generator, lang, name) {
  const cwd = join(parent, `${generator}-${lang}-${name}`);
  mkdirSync(cwd);
  const generated = run(generators[generator]('canonical', lang, worlds[name], cwd));
  if (!generated.ok) return undefined;
  const language = languages[lang];
  const source = language.source(cwd);
  const compile = language.compile(cwd, source);
  mustRun(compile, cwd);
  const modules = language.modules(cwd, source, name);
  const size = Object.fromEntries(amounts.map((amount) => [amount, sizes(readFileSync(modules[amount]))]));
  return { size, time: processorTime(compile, cwd) };
}

const bytes = (count) => count.toLocaleString('en');
/** What a program adds that uses so much, beside what one has that uses nothing: the allocator, and what panics. */
const added = (result, amount) => result.size[amount].code - result.size.nothing.code;

const figures = (result, amount) => [
  amount === 'nothing' ? '' : bytes(added(result, amount)),
  ...[result.size[amount].code, result.size[amount].module, result.size[amount].world].map(bytes),
  amount === 'all' ? milliseconds(result.time) : '',
];
const ratios = (ours, theirs, amount) => [
  amount === 'nothing' ? '' : ratio(added(ours, amount), added(theirs, amount)),
  ratio(ours.size[amount].code, theirs.size[amount].code),
  ratio(ours.size[amount].module, theirs.size[amount].module),
  ratio(ours.size[amount].world, theirs.size[amount].world),
  amount === 'all' ? ratio(ours.time, theirs.time) : '',
];

const rows = [];
const compilers = { cpp: ['clang++-19', '--version'], rust: [join(rustTools, 'rustc'), '--version'] };
const hasPeer = run([peer, '--version']).ok;
if (hasPeer && chosen.language.includes('rust') && run(compilers.rust).ok) rust.dependencies = peerRuntime();
for (const lang of chosen.language) {
  if (!run(compilers[lang]).ok) {
    console.log(`${compilers[lang][0]} is missing: run scripts/install-toolchains.sh`);
    continue;
  }
  for (const name of chosen.world) {
    const title = `${name}, ${lang === 'cpp' ? 'C++' : 'Rust'}`;
    const ours = measured('wit-gen', lang, name);
    const theirs = hasPeer ? measured('wit-bindgen', lang, name) : undefined;
    for (const amount of amounts) {
      rows.push([`${title}, ${amount} used, wit-gen`, ...figures(ours, amount)]);
      if (theirs === undefined) continue;
      rows.push(['wit-bindgen', ...figures(theirs, amount)], ['ratio', ...ratios(ours, theirs, amount)]);
    }
  }
}
if (chosen.keep) console.log(parent);
else rmSync(parent, { recursive: true });
const head = ['bytes in wasm32', 'of bindings', 'code and data', 'module', 'component type', 'compiling'];
console.log(table(head, rows));
