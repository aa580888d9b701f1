/** The compiler of TypeScript, in this process. */
import typescript from 'typescript';

/** JavaScript's own declarations alone: emitted types say themselves what they need beyond the oldest. */
const strict: typescript.CompilerOptions = {
  strict: true,
  skipLibCheck: false,
  noEmit: true,
  noUnusedLocals: true,
  target: typescript.ScriptTarget.ES2022,
  module: typescript.ModuleKind.NodeNext,
  moduleResolution: typescript.ModuleResolutionKind.NodeNext,
  lib: ['lib.es5.d.ts'],
  types: [],
};

/**
 * What the compiler has against files, each with its place. Paths are absolute; the files need not be on a disk.
 * Declarations of JavaScript itself are taken as they are.
 */
export function mistakesIn(
  files: ReadonlyMap<string, string>,
  options: typescript.CompilerOptions = {},
): readonly string[] {
  const whole = { ...strict, ...options };
  const onDisk = typescript.createCompilerHost(whole);
  const host: typescript.CompilerHost = {
    ...onDisk,
    directoryExists: () => true,
    fileExists: (path) => files.has(path) || onDisk.fileExists(path),
    readFile: (path) => files.get(path) ?? onDisk.readFile(path),
    getSourceFile(path, languageVersion) {
      const text = files.get(path);
      return text === undefined
        ? onDisk.getSourceFile(path, languageVersion)
        : typescript.createSourceFile(path, text, languageVersion);
    },
  };
  const program = typescript.createProgram([...files.keys()], whole, host);
  const mistakes = [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...program
      .getSourceFiles()
      .filter(({ fileName }) => files.has(fileName))
      .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
  return mistakes.map(shown);
}

function shown({ file, start, messageText, code }: typescript.Diagnostic): string {
  const message = typescript.flattenDiagnosticMessageText(messageText, '\n');
  const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
  return `${file?.fileName ?? ''}:${String(line)}: TS${String(code)}: ${message}`;
}
