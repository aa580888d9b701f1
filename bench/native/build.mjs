/**
 * Builds the programs of this folder with the bindings in a folder: for both ends in every language and API style
 * a consumer and its provider, and beside each its peer without bindings. Prints what there is as JSON.
 *
 *     node bench/native/build.mjs BINDINGS OUT
 *
 * BINDINGS has a folder `<language>-<style>/<world>` for each that there is. Nothing here needs a built wit-gen, so
 * that tests can build the same programs with what they generate.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const [bindings, out] = process.argv.slice(2);
const here = import.meta.dirname;
const languages = ['cpp', 'rust'];

const words = (text = '') => text.split(' ').filter((word) => word !== '');

/** How a style is called, and what a function written by hand does in its place. */
const styles = [
  { style: 'std', cpp: [], rust: [], hand: { cpp: ['-DOWNING'], rust: ['--cfg', 'owning'] } },
  { style: 'views', cpp: ['-DVIEWS'], rust: ['--cfg', 'views'], hand: { cpp: [], rust: [] } },
];

// What C++ pays without these flags: see README.md.
const flags = {
  cpp: [
    ...[
      '-std=c++20',
      '-O2',
      '-flto',
      '-DNDEBUG',
      '-fno-exceptions',
      '-fno-rtti',
      '-fPIC',
      '-shared',
      '-fvisibility=hidden',
    ],
    ...['-Wall', '-Wextra', '-Werror', `-I${join(here, 'cpp')}`, ...words(process.env.CXXFLAGS)],
  ],
  rust: ['--edition', '2021', '-C', 'opt-level=3', '--crate-type', 'cdylib'],
};

function run(command, parameters, env = {}) {
  execFileSync(command, parameters, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
}

/** The linker's words for a library that lies beside whoever needs it. */
const beside = {
  cpp: (library) => [`-L${out}`, `-l${library}`, '-Wl,-rpath,$ORIGIN'],
  rust: (library) => ['-L', out, '-l', `dylib=${library}`, '-C', 'link-arg=-Wl,-rpath,$ORIGIN'],
};

/** Compiles one end with bindings. */
const bound = {
  cpp(world, style, rest, to) {
    const folder = join(bindings, `cpp-${style.style}`, world);
    const sources = [join(here, 'cpp', `${world}.cpp`), join(folder, `${world}.cpp`)];
    run('g++', [...flags.cpp, ...style.cpp, `-I${folder}`, ...sources, ...rest, '-o', to]);
  },
  rust(world, style, rest, to) {
    const env = { BINDINGS: join(bindings, `rust-${style.style}`, world, `${world}.rs`) };
    run('rustc', [...flags.rust, ...style.rust, join(here, 'rust', `${world}.rs`), ...rest, '-o', to], env);
  },
};

/** Compiles one end without. */
const byHand = {
  cpp(world, style, rest, to) {
    run('g++', [...flags.cpp, ...style.hand.cpp, join(here, 'cpp', `hand-${world}.cpp`), ...rest, '-o', to]);
  },
  rust(world, style, rest, to) {
    run('rustc', [
      ...flags.rust,
      ...style.hand.rust,
      join(here, 'rust', `hand_${world}.rs`),
      ...rest,
      '-o',
      to,
    ]);
  },
};

mkdirSync(out, { recursive: true });
const built = (name) => join(out, name);

const present = styles.map(({ style, ...rest }) => ({
  ...rest,
  style,
  languages: languages.filter((language) => existsSync(join(bindings, `${language}-${style}`))),
}));

const pairs = [];
for (const style of present) {
  for (const [kind, compile] of Object.entries({ bound, hand: byHand })) {
    for (const provider of style.languages) {
      const library = built(`${kind}-${provider}-${style.style}.so`);
      compile[provider]('provider', style, [], library);
      for (const consumer of style.languages) {
        // A name of its own for each, since the loader takes libraries of one name for one, and each calls back
        // its own consumer.
        const name = `${kind}-${consumer}-${provider}-${style.style}`;
        copyFileSync(library, built(`libprovider-${name}.so`));
        compile[consumer](
          'consumer',
          style,
          beside[consumer](`provider-${name}`),
          built(`consumer-${name}.so`),
        );
      }
    }
  }
  for (const consumer of style.languages) {
    for (const provider of style.languages) {
      const of = (kind) => built(`consumer-${kind}-${consumer}-${provider}-${style.style}.so`);
      pairs.push({ consumer, provider, style: style.style, bound: of('bound'), hand: of('hand') });
    }
  }
}

run('gcc', ['-O2', '-Wall', '-Wextra', '-Werror', join(here, 'runner.c'), '-o', built('runner')]);
const counter = ['-O2', '-Wall', '-Wextra', '-Werror', '-fPIC', '-shared', join(here, 'allocations.c')];
run('gcc', [...counter, '-o', built('liballocations.so')]);
console.log(JSON.stringify({ runner: built('runner'), counter: built('liballocations.so'), pairs }));
