/** What the library says that reads the reference implementation's versions. */
import { quoted } from './rust-text.js';

const largest = 2n ** 64n - 1n;

/** What is wrong with the text of a version, or undefined. */
export function semverProblem(text: string): string | undefined {
  let rest = text;
  for (const part of ['major', 'minor', 'patch'] as const) {
    const position = `${part} version number`;
    const digits = /^[0-9]*/.exec(rest)?.[0] ?? '';
    if (digits === '') return unexpected(rest, `while parsing ${position}`, position);
    if (digits.length > 1 && digits.startsWith('0')) return `invalid leading zero in ${position}`;
    if (BigInt(digits) > largest) return `value of ${position} exceeds u64::MAX`;
    rest = rest.slice(digits.length);
    if (part === 'patch') break;
    if (!rest.startsWith('.')) return unexpected(rest, `after ${position}`, position);
    rest = rest.slice(1);
  }
  return rest === '' ? undefined : suffixProblem(rest);
}

function suffixProblem(text: string): string | undefined {
  let rest = text;
  let last = 'patch version number';
  for (const [prefix, position] of [
    ['-', 'pre-release identifier'],
    ['+', 'build metadata'],
  ] as const) {
    if (!rest.startsWith(prefix)) continue;
    last = position;
    const segments = /^[0-9A-Za-z.-]*/.exec(rest.slice(1))?.[0] ?? '';
    const problem = segmentsProblem(segments, prefix === '-', position);
    if (problem !== undefined) return problem;
    rest = rest.slice(1 + segments.length);
  }
  return rest === '' ? undefined : unexpected(rest, `after ${last}`, last);
}

function segmentsProblem(segments: string, isPreRelease: boolean, position: string): string | undefined {
  for (const segment of segments.split('.')) {
    if (segment === '') return `empty identifier segment in ${position}`;
    if (isPreRelease && /^0[0-9]+$/.test(segment)) return `invalid leading zero in ${position}`;
  }
  return undefined;
}

function unexpected(rest: string, where: string, position: string): string {
  const code = rest.codePointAt(0);
  if (code === undefined) return `unexpected end of input while parsing ${position}`;
  return `unexpected character ${quoted(String.fromCodePoint(code))} ${where}`;
}
