/** For code scanning: the Static Analysis Results Interchange Format, SARIF 2.1.0 with errata 01. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, Fix } from '../../base/diagnostics.js';
import { rangeOf, type Span } from '../../base/source.js';
import { type AnyEntry, catalogue } from '../catalogue.js';
import { exampleMarkdown, exampleText, meaning } from '../prose.js';
import { isBelow, relativePath } from './paths.js';
import type { CheckReport, WriteReport } from './report.js';

/** Writes one run of wit-gen as a SARIF log. */
export const sarifReport: WriteReport = (report) => {
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run(report)],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

/**
 * What has a place is a result. What has none is about the call rather than about a file, so it is a notification
 * (3.20.20); consumers such as GitHub refuse a whole log for one result without a place.
 */
function run({ diagnostics, folder, version }: CheckReport): object {
  const results = diagnostics.filter(({ span }) => span !== undefined);
  const notices = diagnostics.filter(({ span }) => span === undefined);
  const rules = kindsOf(results);
  const notifications = kindsOf(notices);
  return {
    tool: {
      driver: {
        name: 'wit-gen',
        ...(version !== undefined && { version, semanticVersion: version }),
        rules: rules.map(descriptor),
        ...(notifications.length > 0 && { notifications: notifications.map(descriptor) }),
      },
    },
    invocations: [
      {
        executionSuccessful: notices.every(({ severity }) => severity !== 'error'),
        ...(notices.length > 0 && {
          toolConfigurationNotifications: notices.map((each) => ({
            descriptor: { id: each.code, index: indexOf(each, notifications) },
            level: each.severity,
            message: message(sentences(each)),
          })),
        }),
      },
    ],
    ...(folder !== undefined && { originalUriBaseIds: { [root]: { uri: folderUri(folder) } } }),
    columnKind: 'utf16CodeUnits',
    results: results.map((each) => result(each, indexOf(each, rules), folder)),
  };
}

/** The entries of what was reported, each once, by code. */
function kindsOf(diagnostics: readonly Diagnostic[]): readonly AnyEntry[] {
  const codes = new Set(diagnostics.map(({ code }) => code));
  return catalogue.filter(({ code }) => codes.has(code));
}

function indexOf({ code }: Diagnostic, kinds: readonly AnyEntry[]): number {
  return kinds.findIndex((kind) => kind.code === code);
}

function descriptor(entry: AnyEntry): object {
  return {
    id: entry.code,
    shortDescription: { text: meaning(entry) },
    fullDescription: { text: entry.explain },
    help: {
      text: `${entry.explain}\n\n${entry.remedy}\n\n${exampleText(entry.example)}`,
      markdown: `${entry.explain}\n\n${entry.remedy}\n\n${exampleMarkdown(entry.example)}`,
    },
    defaultConfiguration: { level: entry.severity },
  };
}

function result(diagnostic: Diagnostic, ruleIndex: number, folder: string | undefined): object {
  const { code, severity, span, related, fix } = diagnostic;
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: message(sentences(diagnostic)),
    locations: span ? [location(span, folder)] : [],
    ...(related.length > 0 && {
      relatedLocations: related.map((note, id) => ({
        id,
        ...location(note.span, folder),
        message: message(note.message),
      })),
    }),
    ...(fix && { fixes: [sarifFix(fix, folder)] }),
  };
}

/** The hint is a second paragraph: where room is short, viewers show what stands before it. */
function sentences({ message, hint }: Diagnostic): string {
  return hint === undefined ? message : `${message}\n\n${hint}`;
}

/** Braces are doubled, because single ones hold placeholders (3.11.5). */
function message(text: string): object {
  return { text: text.replace(/[{}]/g, '$&$&') };
}

function location(span: Span, folder: string | undefined): object {
  return { physicalLocation: { artifactLocation: artifact(span, folder), region: region(span) } };
}

/** `end` is after the last character in SARIF, too (3.30.8). */
function region(span: Span): object {
  const { start, end } = rangeOf(span);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function sarifFix(fix: Fix, folder: string | undefined): object {
  const paths = new Set(fix.edits.map(({ span }) => span.file.path));
  return {
    description: message(fix.title),
    artifactChanges: [...paths].map((path) => {
      const edits = fix.edits.filter(({ span }) => span.file.path === path);
      return {
        artifactLocation: artifactAt(path, folder),
        replacements: edits.map(({ span, newText }) => ({
          deletedRegion: region(span),
          insertedContent: { text: newText },
        })),
      };
    }),
  };
}

const root = '%SRCROOT%';

const artifact = ({ file }: Span, folder: string | undefined): object => artifactAt(file.path, folder);

/** Relative to the folder if it is below it, so that a log means the same on another machine. */
function artifactAt(path: string, folder: string | undefined): object {
  const shown = relativePath(path, folder);
  if (folder !== undefined && !isBelow(shown)) return { uri: pathToFileURL(resolve(folder, path)).href };
  // Half a surrogate pair, which a name may have, has no place in a URI.
  const uri = shown
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return folder === undefined ? { uri } : { uri, uriBaseId: root };
}

const folderUri = (folder: string): string => pathToFileURL(folder).href.replace(/\/*$/, '/');
