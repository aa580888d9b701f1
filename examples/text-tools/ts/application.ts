/**
 * An application that asks a plug-in to check texts, and prints all that passes between the two.
 * What it does is told in `../README.md`.
 */
import type { Finding, Session } from 'bindings/symmetric/interfaces/demo-text-tools-checker.js';
import type { Document, Implementation } from 'bindings/symmetric/interfaces/demo-text-tools-editor.js';
import type { Failure } from 'bindings/symmetric/interfaces/demo-text-tools-types.js';
import type { Plugin } from 'bindings/symmetric/plugin.js';
import type { Desk } from './editor.js';
import { counted, linesOf, quoted } from './text.js';

const notesText = `\
Teh editor will recieve a letter.
It came  in in a seperate envelope.
Grüße, untill teh next time!
`;

export function runApplication(
  checker: Plugin['checker'],
  editor: Implementation,
  desk: Desk,
  print: (line: string) => void,
): void {
  print('== Who are you? ==');
  const { name, version, languages } = pluginCall('describe()', checker.describe);
  returned(`${name} ${version.join('.')}, speaks ${languages.join(', ')}`);

  title('A text is lent');
  const notes = openDocument('notes.txt', notesText);
  print('The text "notes.txt":');
  show(notes.lines());
  const english = openSession('en');
  const firstFindings = check(english, notes);

  title('A setting changes the answer');
  desk.set('max-findings', '2');
  print('The user sets max-findings to 2.');
  check(english, notes);
  desk.set('max-findings', undefined);
  print('The user takes the setting away.');

  title('The plug-in learns');
  learn(english, ['Teh', 'wit', 'teh']);
  learn(english, ['wit', 'abi']);
  const laterFindings = check(english, notes);
  returned(String(pluginCall('session.reported()', () => english.reported())));

  title('What can go wrong');
  const empty = openDocument('empty.txt', '  \n');
  check(english, empty);
  const long = openDocument('long.txt', 'x\n'.repeat(1001));
  check(english, long);
  const klingon = openSession('tlh');
  check(klingon, notes);
  closeSession(klingon);
  empty[Symbol.dispose]?.();
  long[Symbol.dispose]?.();

  title('Another language');
  const brief = openDocument('brief.txt', 'Das ist vieleicht der Standart.\n');
  const german = openSession('de');
  check(german, brief);
  closeSession(german);

  title('A document comes back');
  report(laterFindings);

  title('A document is given away');
  repair(notes, firstFindings);
  repair(brief, []);

  title('A failure closes it too');
  repair(openDocument('blank.txt', ''), []);

  title('Goodbye');
  closeSession(english);
  print(`${counted(desk.openDocuments(), 'document')} are open.`);
  print('Everything lent came back, everything given was closed.');

  function openDocument(name: string, text: string): Document {
    const document = editor.openScratch(name);
    document.insert({ line: 0, column: 0 }, text);
    return document;
  }

  function openSession(language: string): Session {
    const session = pluginCall(`session(${quoted(language)})`, () => new checker.Session(language));
    returned('a session');
    return session;
  }

  function closeSession(session: Session): void {
    pluginCall('drop session', () => {
      session[Symbol.dispose]();
    });
  }

  function check(session: Session, document: Document): Finding[] {
    const call = `session.check(${quoted(document.name())})`;
    const outcome = attempt(call, () => session.check(document));
    if ('failure' in outcome) {
      returned(explained(outcome.failure));
      return [];
    }
    returned(counted(outcome.value.length, 'finding'));
    show(outcome.value.map(described));
    return outcome.value;
  }

  function learn(session: Session, words: string[]): void {
    const known = pluginCall(`session.learn(${listed(words)})`, () => session.learn(words));
    returned(`new: ${listed(known)}`);
  }

  function repair(document: Document, findings: Finding[]): void {
    const call = `repair(${quoted(document.name())}, ${counted(findings.length, 'finding')})`;
    const outcome = attempt(call, () => checker.repair(document, findings));
    if ('failure' in outcome) {
      returned(explained(outcome.failure));
      return;
    }
    returned('repaired');
    show(linesOf(outcome.value));
  }

  function report(findings: Finding[]): void {
    const call = `report(${counted(findings.length, 'finding')})`;
    const document = pluginCall(call, () => checker.report(findings));
    returned(`document ${quoted(document.name())}`);
    show(document.lines());
    document[Symbol.dispose]?.();
  }

  /** Calls the plug-in and prints that it does; what the plug-in calls meanwhile is printed by the editor. */
  function pluginCall<Result>(call: string, work: () => Result): Result {
    print(`app -> plug-in  ${call}`);
    desk.watch(true);
    try {
      return work();
    } finally {
      desk.watch(false);
    }
  }

  /** A call that may fail: in JavaScript, what the plug-in answers with is thrown. */
  function attempt<Result>(call: string, work: () => Result): { value: Result } | { failure: Failure } {
    try {
      return { value: pluginCall(call, work) };
    } catch (error) {
      if (!(error instanceof Error && 'payload' in error)) throw error;
      return { failure: error.payload as Failure };
    }
  }

  function returned(result: string): void {
    print(`app <- plug-in  ${result}`);
  }

  function title(text: string): void {
    print('');
    print(`== ${text} ==`);
  }

  /** Prints what belongs to a result, below it. */
  function show(lines: readonly string[]): void {
    for (const line of lines) print(`    | ${line}`.trimEnd());
  }
}

const listed = (words: readonly string[]): string => `[${words.map(quoted).join(', ')}]`;

function described({ at, severity, message, replacement }: Finding): string {
  const instead = replacement === undefined ? '' : ` -> "${replacement}"`;
  return `${at.line + 1}:${at.column + 1} ${severity}: ${message}${instead}`;
}

function explained(failure: Failure): string {
  switch (failure.tag) {
    case 'empty-text':
      return 'failure: the text is empty';
    case 'unknown-language':
      return `failure: unknown language ${quoted(failure.val)}`;
    case 'too-long':
      return `failure: ${counted(failure.val, 'line')} are too many`;
  }
}
