/** What was probably meant by a name that does not exist. */
import { didYouMean, nearest } from '../base/did-you-mean.js';

/** Types of other languages and of older WIT, and what they are called here. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['float32', 'f32'],
  ['float64', 'f64'],
  ['float', 'f32'],
  ['double', 'f64'],
  ['i8', 's8'],
  ['i16', 's16'],
  ['i32', 's32'],
  ['i64', 's64'],
  ['int', 's32'],
  ['long', 's64'],
  ['uint', 'u32'],
  ['byte', 'u8'],
  ['usize', 'u32` or `u64'],
  ['boolean', 'bool'],
  ['str', 'string'],
  ['text', 'string'],
  ['vec', 'list<…>'],
  ['array', 'list<…>'],
  ['optional', 'option<…>'],
  ['dict', 'map<…, …>'],
]);

const builtinNames = [
  ...['u8', 'u16', 'u32', 'u64', 's8', 's16', 's32', 's64', 'f32', 'f64', 'char', 'bool', 'string'],
  ...['list', 'option', 'result', 'tuple', 'map', 'future', 'stream', 'error-context'],
];

/** A hint for an unknown type; `known` are the types in scope. */
export function typeHint(wrong: string, known: Iterable<string>): string | undefined {
  if (wrong === 'void' || wrong === 'unit') return 'a function without a result has no `->`';
  const other = otherNames.get(wrong);
  if (other !== undefined) return `in WIT this type is called \`${other}\``;
  return didYouMean(wrong, [...known, ...builtinNames]);
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
