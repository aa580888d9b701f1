import { kebabCase } from '../../src/syntax/names.js';
import { versionProblem } from '../../src/syntax/semver.js';
import { stringValue } from '../../src/syntax/strings.js';

test.each([
  ['fooBar', 'foo-bar'],
  ['foo_bar', 'foo-bar'],
  ['FooBar', 'foo-bar'],
  ['_foo_', 'foo'],
  ['0a', undefined],
  ['é', undefined],
])('%s as kebab-case is %s', (name, kebab) => {
  expect(kebabCase(name)).toBe(kebab);
});

test.each(['1.2.3', '0.0.0', '1.0.0-rc.1', '1.0.0-a-b.0+001', '18446744073709551615.0.0'])(
  '%s is a version',
  (version) => {
    expect(versionProblem(version)).toBeUndefined();
  },
);

test.each(['01.2.3', '1.2.3-01', '18446744073709551616.0.0'])('%s is no version', (version) => {
  expect(versionProblem(version)).toBeDefined();
});

test.each([
  ['""', ''],
  ['"a b"', 'a b'],
  [String.raw`"\"\'\\\t\n\r"`, '"\'\\\t\n\r'],
  [String.raw`"\u{1F_60_0}"`, '😀'],
  [String.raw`"\e2\98\83"`, '☃'],
  ['"☃"', '☃'],
])('the string %s has a value', (literal, value) => {
  expect(stringValue(literal)).toEqual({ value });
});

test.each([String.raw`"\q"`, String.raw`"\ff"`, String.raw`"\u{d800}"`, String.raw`"\u{}"`, '"a', '"\t"'])(
  'the string %s has none',
  (literal) => {
    expect(stringValue(literal)).toHaveProperty('problem');
  },
);
