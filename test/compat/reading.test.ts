/** What is said of files that cannot be read; the expectations are the reference's own (wit-parser 0.257.1, Linux). */
import { type Host, memoryHost } from '../../src/base/host.js';
import { compatErrorOf } from '../../src/driver/compat-error.js';

const good = 'package a:b;\n';
const wrong = 'package c:d;\ninterface i { f: func(x: no); }\n';

/** A host in which some files cannot be read. */
function brokenHost(files: Readonly<Record<string, string>>, broken: Readonly<Record<string, string>>): Host {
  const host = memoryHost({ ...files, ...broken });
  return {
    ...host,
    readFile: (path) =>
      broken[path] === undefined ? host.readFile(path) : Promise.reject(new Error(broken[path])),
  };
}

const notUtf8 = 'The encoded data was not valid for encoding utf-8';
const inWit = 'failed to resolve directory while parsing WIT for path [wit]';

test('a root that is not there', async () => {
  const text = 'failed to read path for WIT [nothing.wit]: No such file or directory (os error 2)';
  expect(await compatErrorOf({ wit: 'nothing.wit' }, memoryHost())).toBe(text);
});

test('a file that is not UTF-8, alone and in a folder', async () => {
  const host = brokenHost({ 'wit/b.wit': good }, { 'wit/a.wit': notUtf8 });
  expect(await compatErrorOf({ wit: 'wit/a.wit' }, host)).toBe('input file is not valid utf-8 [wit/a.wit]');
  expect(await compatErrorOf({ wit: 'wit' }, host)).toBe(
    `${inWit}: failed to parse package: wit: failed to read file "wit/a.wit": stream did not contain valid UTF-8`,
  );
});

test('dependencies that cannot be read', async () => {
  const inDeps = `${inWit}: failed to parse dependency directory: wit/deps`;
  const aFile = brokenHost({ 'wit/a.wit': good }, { 'wit/deps/c.wit': 'EACCES: permission denied, open' });
  expect(await compatErrorOf({ wit: 'wit' }, aFile)).toBe(
    `${inDeps}: failed to read path for WIT [wit/deps/c.wit]: Permission denied (os error 13)`,
  );
  const inFolder = brokenHost({ 'wit/a.wit': good }, { 'wit/deps/c/c.wit': 'ELOOP: too many links' });
  expect(await compatErrorOf({ wit: 'wit' }, inFolder)).toBe(
    `${inDeps}: failed to parse package: wit/deps/c: failed to read file "wit/deps/c/c.wit": Too many levels of symbolic links (os error 40)`,
  );
});

test('what cannot be read has its turn among the dependencies', async () => {
  const files = { 'wit/a.wit': good, 'wit/deps/b.wit': wrong, 'wit/deps/d.wit': wrong };
  const after = brokenHost(files, { 'wit/deps/c.wit': notUtf8 });
  expect(await compatErrorOf({ wit: 'wit' }, after)).toMatch(/wit\/deps: name `no` does not exist\n/);
  const before = brokenHost(files, { 'wit/deps/a.wit': notUtf8 });
  expect(await compatErrorOf({ wit: 'wit' }, before)).toMatch(/wit\/deps: input file is not valid utf-8 /);
});

test('a folder is named as it was given', async () => {
  const host = memoryHost({ 'wit/a.wit': wrong });
  expect(await compatErrorOf({ wit: 'wit/' }, host)).toMatch(
    /^failed to resolve directory while parsing WIT for path \[wit\/\]: failed to parse package: wit\/: name `no`.*\n {5}--> wit\/a\.wit:2:26\n/,
  );
});

test('later roots know the packages of earlier ones, and an error of the first is the first', async () => {
  const host = memoryHost({
    'a.wit': 'package a:b;\ninterface i { type t = u8; }\n',
    'b.wit': 'package c:d;\ninterface j { use a:b/i.{t}; use e:f/g.{h}; }\n',
    'c.wit': wrong,
  });
  expect(await compatErrorOf({ wit: ['a.wit', 'b.wit'] }, host)).toMatch(
    /^package 'e:f' not found\. known packages:\n {4}a:b\n {4}c:d\n {5}--> b\.wit:2:34\n/,
  );
  expect(await compatErrorOf({ wit: ['c.wit', 'b.wit'] }, host)).toMatch(/^name `no` does not exist\n/);
});
