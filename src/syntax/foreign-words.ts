/** What other languages call the things of WIT: for hints, and for fixes where only one thing can be meant. */
import type { Keyword } from '../../grammar/tokens.js';

/** What a word of another language means in WIT. */
export interface Meaning {
  /** What to write instead, if there is one such thing. */
  readonly word: string;
  /** Whether nothing else can be meant. */
  readonly isCertain: boolean;
}

const certainTypes: Readonly<Record<string, string>> = {
  i8: 's8',
  i16: 's16',
  i32: 's32',
  i64: 's64',
  int8: 's8',
  int16: 's16',
  int32: 's32',
  int64: 's64',
  uint8: 'u8',
  uint16: 'u16',
  uint32: 'u32',
  uint64: 'u64',
  float: 'f32',
  float32: 'f32',
  float64: 'f64',
  double: 'f64',
  byte: 'u8',
  boolean: 'bool',
  str: 'string',
  rune: 'char',
};

const simpleTypes: ReadonlySet<string> = new Set([
  ...['u8', 'u16', 'u32', 'u64', 's8', 's16', 's32', 's64'],
  ...['f32', 'f64', 'char', 'bool', 'string', 'error-context'],
]);

/** Several things can be meant, or nothing that is one word. */
const vagueTypes: Readonly<Record<string, string>> = {
  int: 'integers have a width: `s32`, `s64`, …',
  integer: 'integers have a width: `s32`, `s64`, …',
  uint: 'integers have a width: `u32`, `u64`, …',
  unsigned: 'integers have a width: `u32`, `u64`, …',
  short: 'did you mean `s16`?',
  long: 'did you mean `s64`?',
  number: 'numbers have a width: `u32`, `s32`, `f64`, …',
  isize: 'sizes have the same width everywhere: `s32` or `s64`',
  usize: 'sizes have the same width everywhere: `u32` or `u64`',
  size: 'sizes have the same width everywhere: `u32` or `u64`',
  bytes: 'did you mean `list<u8>`?',
  void: 'a function without a result has no `->`; a case without a payload has no `(…)`',
  unit: 'a function without a result has no `->`; a case without a payload has no `(…)`',
  any: 'WIT has no type for everything: list what is possible in a `variant`',
  unknown: 'WIT has no type for everything: list what is possible in a `variant`',
  vec: 'did you mean `list<…>`?',
  vector: 'did you mean `list<…>`?',
  array: 'did you mean `list<…>`?',
  slice: 'did you mean `list<…>`?',
  optional: 'did you mean `option<…>`?',
};

const foreignKeywords: Readonly<Record<string, Keyword>> = {
  array: 'list',
  seq: 'list',
  sequence: 'list',
  slice: 'list',
  vec: 'list',
  vector: 'list',
  maybe: 'option',
  nullable: 'option',
  optional: 'option',
  dict: 'map',
  dictionary: 'map',
  hashmap: 'map',
  promise: 'future',
  struct: 'record',
  message: 'record',
  class: 'resource',
  object: 'resource',
  union: 'variant',
  oneof: 'variant',
  bitflags: 'flags',
  fn: 'func',
  fun: 'func',
  function: 'func',
  def: 'func',
  method: 'func',
  mod: 'interface',
  module: 'interface',
  namespace: 'interface',
  protocol: 'interface',
  service: 'interface',
  trait: 'interface',
  component: 'world',
  typedef: 'type',
  alias: 'type',
  using: 'use',
};

const certainKeywords: ReadonlySet<string> = new Set(['vec', 'vector', 'struct', 'fn', 'function']);

/** The builtin type that a name of another language means, in any case: `i32`, `Float`, `String`. */
export function foreignType(name: string): Meaning | undefined {
  const lower = name.toLowerCase();
  const isBuiltin = name !== lower && simpleTypes.has(lower);
  const word = isBuiltin ? lower : Object.hasOwn(certainTypes, lower) ? certainTypes[lower] : undefined;
  return word === undefined ? undefined : { word, isCertain: true };
}

/** What to say about a type of another language that has no single counterpart. */
export function foreignTypeHint(name: string): string | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(vagueTypes, lower) ? vagueTypes[lower] : undefined;
}

/** The keyword that a word of another language means. */
export function foreignKeyword(word: string): Meaning | undefined {
  const lower = word.toLowerCase();
  const meant = Object.hasOwn(foreignKeywords, lower) ? foreignKeywords[lower] : undefined;
  return meant === undefined ? undefined : { word: meant, isCertain: certainKeywords.has(lower) };
}
