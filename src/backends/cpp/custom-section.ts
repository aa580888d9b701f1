/**
 * A custom section of a WebAssembly module in C++. An attribute on a variable makes a segment of data of it: only
 * the assembler knows custom sections. It is the one inside the compiler, so that the section is in the
 * object of the bindings: no build rule, no second object that an archive leaves out, and it outlives link-time
 * optimization and `--strip-all`.
 */
import type { CustomSection } from '../../encode/component-type.js';

/** How much of an assembler text is one literal: compilers need not take more than 65,536 characters. */
const literalLines = 300;

/** Statements for the scope of a file. They hold the section where the target is WebAssembly, elsewhere nothing. */
export function customSectionLines(section: CustomSection): readonly string[] {
  const lines = dataLines(section.content);
  const statements: string[] = [];
  for (let start = 0; start < lines.length; start += literalLines) {
    const text = [sectionLine(section), ...lines.slice(start, start + literalLines)];
    statements.push('__asm__(R"(', ...text, ')");');
  }
  return ['#ifdef __wasm__', ...statements, '#endif'];
}

function sectionLine({ name }: CustomSection): string {
  return `.section ".custom_section.${name}","",@`;
}

const lineLength = 96;

function dataLines(content: Uint8Array): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const byte of content) {
    line += escaped(byte);
    if (line.length < lineLength) continue;
    lines.push(line);
    line = '';
  }
  if (line !== '') lines.push(line);
  return lines.map((text) => `.ascii "${text}"`);
}

/** A byte in a string of the assembler. A bracket before the closing quote would end the literal of C++. */
function escaped(byte: number): string {
  const character = String.fromCharCode(byte);
  return /[ -~]/.test(character) && !/["\\)]/.test(character)
    ? character
    : `\\${byte.toString(8).padStart(3, '0')}`;
}
