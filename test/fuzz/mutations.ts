/** Ways to spoil a text: what happens to texts while people write them, and what never should. */
import type { Random } from './random.js';

type Mutate = (text: string, random: Random) => string;

const pieces = [
  ...['{', '}', '(', ')', '<', '>', ';', ',', ':', '.', '@', '/', '=', '->', '-', '+', '*', '%', '_', '"'],
  ...['/*', '*/', '//', '///', '\n', '\r', '\t', ' ', '\u0000', '\u202e', '\u{1F600}', '\uD800', '\uFEFF'],
  ...['package', 'interface', 'world', 'use', 'import', 'export', 'include', 'with', 'as', 'type', 'record'],
  ...['variant', 'enum', 'flags', 'resource', 'constructor', 'static', 'async', 'func', 'list<', 'borrow<'],
  ...['u8', 'string', 'a', 'a-b', 'fooBar', 'recrod', 'struct', 'vec<', 'a:b', 'a:b/c', '@1.0.0', '1.0', '0'],
  ...[
    '@since(version = 1.0.0)',
    '@unstable(feature = x)',
    '@external-id("x")',
    'list<u8, 0>',
    '{'.repeat(200),
  ],
  ...['list<'.repeat(150), 'package a:b { '.repeat(120), '('.repeat(300), 'a '.repeat(500)],
] as const;

/** Words, numbers, signs and the space between them. */
function partsOf(text: string): [string, ...string[]] {
  const [first = '', ...others] = text.match(/[\w-]+|\s+|[^\w\s]/gu) ?? [];
  return [first, ...others];
}

function inParts(change: (parts: string[], at: number, random: Random) => void): Mutate {
  return (text, random) => {
    const parts: string[] = partsOf(text);
    change(parts, random.below(parts.length), random);
    return parts.join('');
  };
}

function atRandom(text: string, random: Random): number {
  return random.below(text.length + 1);
}

const mutations: readonly [Mutate, ...Mutate[]] = [
  inParts((parts, at) => parts.splice(at, 1)),
  inParts((parts, at) => parts.splice(at, 0, parts[at] ?? '')),
  inParts((parts, at, random) => {
    const other = random.below(parts.length);
    [parts[at], parts[other]] = [parts[other] ?? '', parts[at] ?? ''];
  }),
  inParts((parts, at) => {
    [parts[at], parts[at + 2]] = [parts[at + 2] ?? '', parts[at] ?? ''];
  }),
  inParts((parts, at, random) => parts.splice(at, 1, random.pick(pieces))),
  inParts((parts, at, random) => parts.splice(at, 1 + random.below(30))),
  inParts((parts, at, random) => {
    const length = 1 + random.below(40);
    parts.splice(random.below(parts.length), 0, ...parts.slice(at, at + length));
  }),
  (text, random) => {
    const at = atRandom(text, random);
    return text.slice(0, at) + random.pick(pieces) + text.slice(at);
  },
  (text, random) => {
    const at = atRandom(text, random);
    return (
      text.slice(0, at) +
      String.fromCharCode(random.below(random.pick([128, 256, 0x10000]))) +
      text.slice(at + 1)
    );
  },
  (text, random) => text.slice(0, atRandom(text, random)),
  (text, random) => text.slice(atRandom(text, random)),
  (text, random) => {
    const lines = text.split('\n');
    const [line = ''] = lines.splice(random.below(lines.length), 1);
    if (random.below(2) === 0) lines.splice(random.below(lines.length + 1), 0, line);
    return lines.join('\n');
  },
  (text) => text.replaceAll('\n', ' '),
  (text) => text.replaceAll(/^[ \t]+/gm, ''),
];

/** Spoils a text in a few places; `other` may lend it a part. */
export function mutate(text: string, other: string, random: Random): string {
  let spoilt = text;
  for (let count = 1 + random.below(random.pick([1, 3, 12])); count > 0; count--) {
    if (random.below(25) === 0) {
      const [from, at] = [atRandom(other, random), atRandom(spoilt, random)];
      spoilt = spoilt.slice(0, at) + other.slice(from, from + random.below(400)) + spoilt.slice(at);
    } else spoilt = random.pick(mutations)(spoilt, random);
  }
  return spoilt;
}
