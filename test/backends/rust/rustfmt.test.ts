/** Shapes of Rust of every length that matters: they are broken over lines as rustfmt does it, in all editions. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  arm,
  cast,
  chain,
  either,
  isNotZero,
  method,
  unsafely,
} from '../../../src/backends/rust/expressions.js';
import { externBlock } from '../../../src/backends/rust/linkage.js';
import * as lists from '../../../src/backends/rust/lists.js';
import { deriveLines, maxWidth } from '../../../src/backends/rust/rustfmt.js';
import { signature } from '../../../src/backends/rust/signatures.js';
import { assigned, Binding, destructured, loop } from '../../../src/backends/rust/statements.js';
import { matched } from '../../../src/backends/rust/expressions.js';
import { indent, line, type Block, type Inline } from '../../../src/emit/code.js';
import { renderBlock } from '../../../src/emit/render.js';
import { buildFolder, rustEditions } from '../../support/compile.js';
import { describeWith, mustRun } from '../../support/toolchains.js';

const { call, callFor, generic, tuple, tuplePattern, tupleType } = lists;
const levels = [0, 1, 3];
const lengths = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, more) => from + more);

/** A name of so many letters. */
const name = (length: number): string => 'a'.repeat(length);

/** Items as the only content of modules within each other. Names that do not fit on a line are nobody's business. */
function inModules(items: readonly Block[], level: number): string {
  const indentation = '    '.repeat(level);
  const printed = items
    .map((item) => renderBlock(item, '    ', { width: maxWidth, before: 4 * level }).text)
    .filter((text) => text.every((each) => level * 4 + each.length <= maxWidth || each.includes('link_name')))
    .map((text) => text.map((each) => `${indentation}${each}\n`).join(''));
  const heads = lengths(0, level).map((at) => `${'    '.repeat(at)}mod m {\n`);
  const ends = lengths(0, level).map((at) => `${'    '.repeat(level - 1 - at)}}\n`);
  return heads.join('') + printed.join('\n') + ends.join('');
}

const inFunction = (...statements: readonly Block[]): readonly Block[] =>
  statements.map((each) => ['fn f() {', indent(each), '}']);
const bound = (...values: readonly Inline[]): readonly Block[] =>
  inFunction(...values.map((value) => new Binding('value', value)));
const inTrait = (...declared: readonly Block[]): readonly Block[] =>
  declared.map((each) => ['trait A {', indent(each), '}']);
const arms = line('0 => a,');

const shapes: Readonly<Record<string, readonly Block[]>> = {
  'functions with bodies': lengths(20, 100).flatMap((length) =>
    [
      { start: `fn ${name(length)}`, parameters: [], result: 'R<u8>' },
      { start: `fn ${name(length)}`, parameters: [] },
      { start: `fn ${name(length)}`, parameters: ['a: A', 'b: B'], result: 'R' },
      { start: `fn ${name(length)}`, parameters: ['a: A', 'b: B'] },
      { start: `fn ${name(length)}`, typeParameters: 'T: Guest', parameters: [], result: 'R' },
      { start: `fn ${name(length)}`, typeParameters: 'T: Guest', parameters: ['a: A'], result: 'R' },
      { start: 'fn f', parameters: ['a: A', `b: ${name(40)}`], result: generic('Result', 'A', name(length)) },
      { start: 'fn f', parameters: [], result: generic('Result', 'A', name(length)) },
    ].map((each) => [signature({ ...each, end: ' {' }), '    0', '}']),
  ),
  'functions without bodies': lengths(20, 100).flatMap((length) =>
    inTrait(
      signature({ start: 'fn f', parameters: ['&self', 'b: B'], result: name(length), end: ';' }),
      signature({ start: 'fn f', parameters: ['&self', `b: ${name(length)}`], end: ';' }),
      signature({ start: 'fn f', parameters: ['&self', `b: ${name(length)}`], result: 'A', end: ';' }),
      signature({ start: 'fn f', parameters: [], result: name(length), end: ';' }),
    ),
  ),
  'foreign functions': lengths(1, 90).flatMap((length) => {
    const linkage = { kind: 'native', symbol: name(length + 20) } as const;
    return inFunction(
      externBlock(linkage, ['a: i32', `b: ${name(length)}`], 'i32'),
      externBlock(linkage, [`b: ${name(length)}`], undefined),
    );
  }),
  'functions of hosts': lengths(1, 90).flatMap((length) => {
    const names = { name: `${name(length)}-`, identifier: name(length + 7) };
    return inFunction(externBlock({ kind: 'wasm-import', module: name(length), ...names }, [], undefined));
  }),
  types: lengths(50, 90).flatMap((length) =>
    [generic('Result', 'A', name(length)), generic('Vec', tupleType(['A', name(length)]))].flatMap((type) => [
      line(assigned('pub type A', type), ';'),
      ['struct A {', indent(line(assigned('pub a', type, ':'), ',')), '}'],
      ['enum A {', indent(line(lists.payload('C', type), ',')), '}'],
    ]),
  ),
  calls: lengths(1, 90).flatMap((length) =>
    bound(
      call('call', name(length)),
      call('call', 'a', name(length)),
      call(name(length), 'abc', 'def'),
      call('call', call('give', name(length))),
      call('call', call('give', 'a', name(length))),
      call('call', call(name(length), 'a')),
      call('call', ['&', call('give', name(length))]),
      callFor('_rt::load', 'u32', name(length), 'a'),
      call('_rt::scalar::char', callFor('_rt::load', 'u32', 'a', name(length))),
      isNotZero(callFor('_rt::load', 'u8', 'a', name(length))),
    ),
  ),
  'calls of methods': lengths(1, 90).flatMap((length) =>
    bound(
      method(name(length), 'len'),
      method('a', 'add', 'b', name(length)),
      method(name(length), 'add', 'a', name(8)),
      method(name(length), 'allocate', 'a', 'b', 'c'),
      method('kept', 'lend', call('A::wit_from_handle', name(length))),
      method(call('T::new', name(length)), 'map', 'A::new'),
      method(call(name(length), 'a', 'b'), 'map', 'A::new'),
      cast(method(name(length), 'as_ptr'), '*mut u8'),
    ),
  ),
  literals: lengths(1, 60).flatMap((length) =>
    bound(
      lists.struct('A', [name(length)]),
      lists.struct('A', ['b', name(length)]),
      tuple(['a', 'b', name(length)]),
      tuple(lengths(0, 30).map(() => name((length % 12) + 1))),
      lists.array(['a', name(length)]),
      either([name(length), name(length), 'b']),
    ),
  ),
  patterns: lengths(1, 100).flatMap((length) =>
    inFunction(
      destructured(lists.struct(name(length), ['b', 'c']), 'x'),
      destructured(tuplePattern(['a', name(length)]), call('list::give', 'x')),
      ...lengths(2, 8).map((count) => {
        const names = lengths(0, count).map((at) => name(at % 2 === 0 ? (length % 30) + 1 : 4));
        const pattern = lists.typedPattern(
          names,
          names.map(() => '*mut u8'),
        );
        return line(assigned(['let ', pattern], matched('x', arms)), ';');
      }),
    ),
  ),
  'control flow': lengths(1, 90).flatMap((length) => [
    ...inFunction(
      line(matched(name(length), arms)),
      line(assigned(`let ${name(length)}`, matched('x', arms)), ';'),
      line(matched('x', line(arm('A', call('call', 'a', name(length)))))),
      line(matched('x', line(arm(name(length), tuple(['1', name(20)]))))),
      line(matched('x', line(arm('A', call('call', call('give', 'a', name(length))))))),
      loop('index', ['0..', name(length)], line('f();')),
      loop(tuplePattern(['index', name(length)]), chain('a', '.iter()', '.enumerate()'), line('f();')),
      loop(tuplePattern(['index', 'item']), chain(name(length), '.iter()', '.enumerate()'), line('f();')),
      line(unsafely(call('call', 'a', name(length)))),
    ),
  ]),
  derives: lengths(30, 90).map((length) => [
    ...deriveLines(['Clone', 'Debug', `a::${name(length)}`], 0),
    'pub struct A;',
  ]),
};

describeWith(['rustfmt'], 'rustfmt has nothing to change', () => {
  const folder = buildFolder('shapes');

  test.each(Object.entries(shapes))('in %s', (title, items) => {
    // The lines of derives are those of the margin.
    const some = title === 'derives' ? [0] : levels;
    const files = some.map((level) => {
      const file = join(folder, `${title.replaceAll(' ', '-')}-${String(level)}.rs`);
      writeFileSync(file, inModules(items, level));
      return file;
    });
    for (const edition of rustEditions) mustRun('rustfmt', ['--check', '--edition', edition, ...files]);
  });

  test('in derives inside modules', () => {
    const items = lengths(30, 80).map((length) => [
      ...deriveLines(['Clone', 'Debug', `a::${name(length)}`], 8),
      'pub struct A;',
    ]);
    const file = join(folder, 'derives.rs');
    writeFileSync(file, inModules(items, 2));
    for (const edition of rustEditions) mustRun('rustfmt', ['--check', '--edition', edition, file]);
  });
});
