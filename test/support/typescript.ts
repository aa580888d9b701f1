/** The compilers of TypeScript that emitted types are for, in this process. */
import { join } from 'node:path';
import typescript from 'typescript';
import typescript6 from 'typescript-6';
import type { Emission } from '../../src/backends/ts/options.js';
import { repository } from './golden.js';
import type { GeneratedFile } from '../../src/emit/output.js';

type Compiler = typeof typescript;

/** The last version that is written in TypeScript, and the one before. */
const compilers: readonly Compiler[] = [
  typescript,
  // Two versions of one API: what is used here is the same in both, though not one type.
  typescript6 as unknown as Compiler,
];

/** Which versions they are: `5.9`. */
export const compilerVersions: readonly string[] = compilers.map(
  ({ versionMajorMinor }) => versionMajorMinor,
);

/** JavaScript's own declarations alone: emitted types say themselves what they need beyond the oldest. */
const strict = {
  strict: true,
  skipLibCheck: false,
  noEmit: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  target: typescript.ScriptTarget.ES2022,
  module: typescript.ModuleKind.NodeNext,
  moduleResolution: typescript.ModuleResolutionKind.NodeNext,
  lib: ['lib.es5.d.ts'],
  types: [],
} satisfies typescript.CompilerOptions;

/** What else users may ask of modules that they have in their programs. */
export const strictForCode = {
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
} satisfies typescript.CompilerOptions;

/**
 * What any of some compilers has against files, each with its place. Paths are absolute; the files need not be on a disk.
 * Declarations of JavaScript itself are taken as they are.
 */
export function mistakesIn(
  files: ReadonlyMap<string, string>,
  options: typescript.CompilerOptions = {},
  versions = compilerVersions,
): readonly string[] {
  const asked = compilers.filter(({ versionMajorMinor }) => versions.includes(versionMajorMinor));
  if (asked.length === 0) throw new Error('no compiler is asked');
  const all = asked.flatMap((compiler) => mistakesOf(compiler, files, { ...strict, ...options }));
  return [...new Set(all)];
}

function mistakesOf(
  compiler: Compiler,
  files: ReadonlyMap<string, string>,
  options: typescript.CompilerOptions,
): readonly string[] {
  const onDisk = compiler.createCompilerHost(options);
  const host: typescript.CompilerHost = {
    ...onDisk,
    directoryExists: () => true,
    fileExists: (path) => files.has(path) || onDisk.fileExists(path),
    readFile: (path) => files.get(path) ?? onDisk.readFile(path),
    getSourceFile(path, languageVersion) {
      const text = files.get(path);
      return text === undefined
        ? kept(compiler, path, () => onDisk.getSourceFile(path, languageVersion))
        : compiler.createSourceFile(path, text, languageVersion);
    },
  };
  const program = compiler.createProgram([...files.keys()], options, host);
  const mistakes = [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...program
      .getSourceFiles()
      .filter(({ fileName }) => files.has(fileName))
      .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
  return mistakes.map((each) => shown(compiler, each));
}

/** Declarations of JavaScript, which are the same in all programs. */
const library = new Map<Compiler, Map<string, typescript.SourceFile | undefined>>();

function kept(
  compiler: Compiler,
  path: string,
  read: () => typescript.SourceFile | undefined,
): typescript.SourceFile | undefined {
  const files = library.get(compiler) ?? new Map<string, typescript.SourceFile | undefined>();
  library.set(compiler, files);
  if (!files.has(path)) files.set(path, read());
  return files.get(path);
}

function shown(compiler: Compiler, { file, start, messageText, code }: typescript.Diagnostic): string {
  const message = compiler.flattenDiagnosticMessageText(messageText, '\n');
  const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
  return `${file?.fileName ?? ''}:${String(line)}: TS${String(code)}: ${message}`;
}

/**
 * The text with another name for each module that it declares or mentions by name: outputs for guests would otherwise
 * declare the same modules when they are in one program.
 */
function apart(content: string, name: string): string {
  return content.replace(
    /(declare module |from |import\()'(?!\.)([^']+)'/g,
    (_, before: string, module: string) => `${before}'${name}/${module}'`,
  );
}

/** The runtime of glue is the same for all, and in a program once. */
const sharingRuntime = (content: string): string => content.replaceAll(`'./wit_runtime/`, `'../wit_runtime/`);

/** How each kind of output is put beside others, and compiled. */
const compiling: Readonly<
  Record<
    Emission,
    {
      readonly edit: (content: string, name: string) => string;
      readonly options: typescript.CompilerOptions;
    }
  >
> = {
  types: { edit: (content) => content, options: {} },
  'guest-types': { edit: apart, options: {} },
  glue: {
    edit: sharingRuntime,
    options: { ...strictForCode, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] },
  },
};

/** Where outputs are, without being on the disk: where what they import is found. */
const outputsFolder = join(repository, 'build/outputs');

/** Outputs of one kind, to be compiled as one program. */
export class Outputs {
  readonly #files = new Map<string, string>();

  constructor(private readonly emit: Emission) {}

  /** Puts an output into a folder of its own. */
  add(name: string, files: readonly GeneratedFile[]): void {
    for (const { path, content } of files.filter(({ path }) => path.endsWith('.ts'))) {
      const folder = path.startsWith('wit_runtime/') ? '' : name;
      this.#files.set(join(outputsFolder, folder, path), compiling[this.emit].edit(content, name));
    }
  }

  /** See `mistakesIn`. */
  mistakes(options: typescript.CompilerOptions = {}, versions = compilerVersions): readonly string[] {
    if (this.#files.size === 0) throw new Error('there is nothing to compile');
    return mistakesIn(this.#files, { ...compiling[this.emit].options, ...options }, versions);
  }
}

const forGuests = { variants: 'inline', constants: 'objects', inputs: 'readonly' };
const forHosts = { ...forGuests, flags: 'bigint', enums: 'screaming-snake' };

/** Everything that can be chosen, chosen otherwise. */
export const otherPresentations: Readonly<Record<Emission, object>> = {
  types: forHosts,
  'guest-types': forGuests,
  glue: { ...forHosts, finalizers: 'no' },
};
