import type { Example } from './examples.js';
import type { Span } from './source.js';

export type Severity = 'error' | 'warning';

/**
 * A rule whose severity is the user's choice. `stricter` objects to what the reference implementation accepts, `further`
 * to what wit-gen reads and the reference implementation does not.
 */
export type LintKind = 'stricter' | 'further';

/** Another place that explains a diagnostic: "first defined here". */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** An edit that certainly repairs the problem. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
}

/** One problem in the user's input: what, where, and how to mend it. */
export interface Diagnostic {
  /** Kebab-case, stable and documented, for example `type-not-found`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence in the user's words, names in backticks, no full stop. */
  readonly message: string;
  /** What fills the holes of the message, for readers that say it otherwise. */
  readonly values: Readonly<Record<string, string>>;
  /** Present if users choose its severity; see lints.ts. */
  readonly lint?: LintKind;
  readonly span: Span | undefined;
  readonly related: readonly Related[];
  readonly hint?: string;
  readonly fix?: Fix;
}

/** A sentence with named holes: `` m`no type named \`${'name'}\`` ``. */
export interface Message<Hole extends string> {
  readonly holes: readonly Hole[];
  readonly fill: (values: Readonly<Record<Hole, string>>) => string;
}

export function m<Hole extends string = never>(
  texts: TemplateStringsArray,
  ...holes: readonly Hole[]
): Message<Hole> {
  return {
    holes,
    fill: (values) =>
      texts.reduce((sentence, text, index) => {
        const hole = holes[index - 1];
        return sentence + (hole === undefined ? '' : values[hole]) + text;
      }),
  };
}

/** A kind of diagnostic, declared once in the catalogue of its layer. */
export interface Entry<Hole extends string = string> {
  readonly code: string;
  readonly severity: Severity;
  /** Present if users choose the severity, of which that above is the default. */
  readonly lint?: LintKind;
  readonly message: Message<Hole>;
  /** What the code means: one sentence that can stand alone, then reasons. For `wit-gen explain` and `docs/diagnostics.md`. */
  readonly explain: string;
  /** The least that causes it, and nothing else. */
  readonly example: Example;
  /** What to do about it. */
  readonly remedy: string;
}

export function entry<Hole extends string>(declared: Entry<Hole>): Entry<Hole> {
  return declared;
}

/** What a report may add to its sentence. */
export interface Extras {
  readonly hint?: string | undefined;
  readonly related?: readonly Related[];
  readonly fix?: Fix | undefined;
}

/** Reports a declared problem; a hole without a value does not compile. */
export type Report = <Hole extends string>(
  kind: Entry<Hole>,
  span: Span | undefined,
  values: Readonly<Record<Hole, string>>,
  extras?: Extras,
) => void;

/** Collects what a phase reports. */
export class DiagnosticBag {
  readonly #reported: Diagnostic[] = [];

  readonly report: Report = (kind, span, values, extras = {}) => {
    this.#reported.push({
      code: kind.code,
      severity: kind.severity,
      message: kind.message.fill(values),
      values,
      ...(kind.lint === undefined ? {} : { lint: kind.lint }),
      span,
      related: extras.related ?? [],
      ...(extras.hint === undefined ? {} : { hint: extras.hint }),
      ...(extras.fix === undefined ? {} : { fix: extras.fix }),
    });
  };

  get diagnostics(): readonly Diagnostic[] {
    return this.#reported;
  }
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Diagnostics in reading order: by file, then position; those without a place come first. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => {
    const [fileA, fileB] = [a.span?.file.path ?? '', b.span?.file.path ?? ''];
    if (fileA !== fileB) return fileA < fileB ? -1 : 1;
    return (a.span?.start ?? -1) - (b.span?.start ?? -1);
  });
}
