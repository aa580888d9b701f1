/**
 * An editor that keeps documents, and prints what a plug-in calls while it is at work.
 * What it does is told in `../README.md`.
 */
import type {
  DocumentImpl,
  Implementation,
  Position,
} from 'bindings/symmetric/interfaces/demo-text-tools-editor.js';
import { counted, linesOf, quoted } from './text.js';

/** How an application runs its editor; the interface `desk`. Plug-ins do not see it. */
export interface Desk {
  watch(isAtWork: boolean): void;
  set(name: string, value: string | undefined): void;
  openDocuments(): number;
}

/** What a plug-in imports, and how the application runs it. */
export function createEditor(print: (line: string) => void): { editor: Implementation; desk: Desk } {
  const settings = new Map<string, string>();
  let pluginIsAtWork = false;
  let openDocuments = 0;

  // What others than the plug-in call is not in the transcript.
  const calledBack = (call: string): void => {
    if (pluginIsAtWork) print(`  plug-in -> editor  ${call}`);
  };
  const answered = (result: string): void => {
    if (pluginIsAtWork) print(`  plug-in <- editor  ${result}`);
  };

  /** A document in the memory of the editor. */
  class Document implements DocumentImpl {
    readonly #name: string;
    #text = '';

    constructor(name: string) {
      this.#name = name;
      openDocuments++;
    }

    name(): string {
      calledBack('document.name()');
      answered(quoted(this.#name));
      return this.#name;
    }

    lines(): string[] {
      calledBack(`document.lines(${quoted(this.#name)})`);
      const lines = linesOf(this.#text);
      answered(counted(lines.length, 'line'));
      return lines;
    }

    insert(at: Position, text: string): bigint {
      calledBack(`document.insert(${quoted(this.#name)}, ${at.line}:${at.column}, ${quoted(text)})`);
      const offset = offsetOf(this.#text, at);
      this.#text = this.#text.slice(0, offset) + text + this.#text.slice(offset);
      const { length } = [...this.#text];
      answered(counted(length, 'character'));
      return BigInt(length);
    }

    [Symbol.dispose](): void {
      openDocuments--;
      print(`${pluginIsAtWork ? '  ' : ''}(document ${quoted(this.#name)} is closed)`);
    }
  }

  const editor: Implementation = {
    Document,
    log(message) {
      calledBack(`log(${quoted(message)})`);
    },
    setting(name) {
      calledBack(`setting(${quoted(name)})`);
      const value = settings.get(name);
      answered(value === undefined ? 'not set' : quoted(value));
      return value;
    },
    openScratch(name) {
      calledBack(`open-scratch(${quoted(name)})`);
      answered('a document');
      return new Document(name);
    },
  };
  const desk: Desk = {
    watch: (isAtWork) => (pluginIsAtWork = isAtWork),
    set(name, value) {
      if (value === undefined) settings.delete(name);
      else settings.set(name, value);
    },
    openDocuments: () => openDocuments,
  };
  return { editor, desk };
}

/** Where a place is in a text. Past the end of a line is that end, and past the last line the end of the text. */
function offsetOf(text: string, at: Position): number {
  let start = 0;
  for (const [number, line] of text.split('\n').entries()) {
    if (number === at.line) return start + [...line].slice(0, at.column).join('').length;
    start += line.length + 1;
  }
  return text.length;
}
