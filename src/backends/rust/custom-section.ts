/**
 * A custom section of a WebAssembly module in Rust: a static that nothing mentions. It has no symbol, so that in a library a linker
 * finds it only beside something that has one (component-type.ts). The compiler makes a section of it and a variable as
 * well; `#[used]` would keep the variable, all its bytes a second time, among the module's data.
 */
import type { CustomSection } from '../../encode/component-type.js';
import { stringLiteral } from './text.js';

/**
 * An item that holds the section. The path of its module is added to the section's name: where a program has the bindings of
 * a world several times, each is of another crate or module.
 */
export function customSectionLines(item: string, { name, content }: CustomSection): readonly string[] {
  const definition = `static ${item}: [u8; ${String(content.length)}] = *${byteStringLiteral(content)};`;
  return [
    '#[allow(dead_code)]',
    `#[unsafe(link_section = ::core::concat!(${stringLiteral(`${name}:`)}, ::core::module_path!()))]`,
    ...definition.split('\n'),
  ];
}

const lineLength = 90;

/** A literal of type `&[u8; N]`; a backslash at the end of a line joins it with the next. */
export function byteStringLiteral(bytes: Uint8Array): string {
  const lines: string[] = [];
  let line = '';
  for (const byte of bytes) {
    line += escaped(byte);
    if (line.length < lineLength) continue;
    lines.push(`${line}\\\n`);
    line = '';
  }
  return `b"${lines.length === 0 ? '' : '\\\n'}${lines.join('')}${line}"`;
}

/** Spaces are escaped, too: at the start of a line they would not count. */
function escaped(byte: number): string {
  const character = String.fromCharCode(byte);
  if (/["\\]/.test(character)) return `\\${character}`;
  return /[!-~]/.test(character) ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
}
