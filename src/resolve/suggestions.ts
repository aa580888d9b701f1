/** What was probably meant by a name that does not exist. */
import type { Extras, Fix } from '../base/diagnostics.js';
import { didYouMean, nearest } from '../base/did-you-mean.js';
import type { Span } from '../base/source.js';
import type { Name } from '../syntax/ast.js';
import { foreignType, foreignTypeHint } from '../syntax/foreign-words.js';

const builtinNames = [
  ...['u8', 'u16', 'u32', 'u64', 's8', 's16', 's32', 's64', 'f32', 'f64', 'char', 'bool', 'string'],
  ...['list', 'option', 'result', 'tuple', 'map', 'future', 'stream', 'error-context'],
];

/** What to do about an unknown type; `known` are the types in scope. */
export function typeRemedy(wrong: Name, known: Iterable<string>): Extras | undefined {
  const foreign = foreignType(wrong.text);
  if (foreign)
    return { hint: `WIT calls it \`${foreign.word}\``, fix: replacement(wrong.span, foreign.word) };
  const builtin = builtinNames.find((name) => name === wrong.text.toLowerCase());
  if (builtin !== undefined) return { hint: `WIT calls it \`${builtin}\`` };
  const hint = didYouMean(wrong.text, [...known, ...builtinNames]) ?? foreignTypeHint(wrong.text);
  return hint === undefined ? undefined : { hint };
}

/** The edit that writes something else. */
export function replacement(span: Span, newText: string): Fix {
  return { title: `write \`${newText}\``, edits: [{ span, newText }] };
}

/** A hint for a package that is not there; `known` are the packages that are. */
export function packageHint(wrong: string, known: readonly string[]): string {
  const [wrongName = ''] = wrong.split('@');
  const versions = known.filter((name) => name !== wrong && name.split('@')[0] === wrongName);
  if (versions.length > 0) return `there is ${list(versions)}: versions must match exactly`;
  const meant = nearest(wrong, known);
  if (meant !== undefined) return `did you mean \`${meant}\`?`;
  const place = 'put it into `deps/` next to the WIT files';
  return known.length > 0 && known.length <= 8 ? `${place}; there is ${list(known)}` : place;
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
