/**
 * A custom section of a WebAssembly module in Rust: a static that nothing mentions. `#[used]` keeps it, also where its crate is
 * a library that another one is linked of.
 */
import type { CustomSection } from '../../encode/component-type.js';
import { stringLiteral } from './text.js';

/** An item that holds the section where the target is WebAssembly; elsewhere it is not there. */
export function customSectionLines(name: string, section: CustomSection): readonly string[] {
  const { length } = section.content;
  return [
    '#[cfg(target_family = "wasm")]',
    '#[used]',
    `#[unsafe(link_section = ${stringLiteral(section.name)})]`,
    `static ${name}: [u8; ${String(length)}] = *${byteStringLiteral(section.content)};`,
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
