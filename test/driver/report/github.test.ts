import * as fc from 'fast-check';
import { githubReport } from '../../../src/driver/report/github.js';
import { diagnostic, marked } from '../../support/diagnostics.js';

const report = (...diagnostics: readonly ReturnType<typeof diagnostic>[]): string =>
  githubReport({ diagnostics, files: [], folder: '/shop' });

test('without problems nothing is written', () => {
  expect(report()).toBe('');
});

test('a problem is a command with its place and code', () => {
  const span = marked('/shop/wit/a.wit', 'one\n  ‹two›\n');
  expect(report(diagnostic({ span }), diagnostic({ span, severity: 'warning' }))).toBe(
    '::error file=wit/a.wit,line=2,col=3,endLine=2,endColumn=6,title=type-not-found::no type named `a`\n' +
      '::warning file=wit/a.wit,line=2,col=3,endLine=2,endColumn=6,title=type-not-found::no type named `a`\n',
  );
});

test('a range over several lines has no columns', () => {
  const span = marked('a.wit', 'a ‹b\nc›');
  expect(report(diagnostic({ span }))).toMatch(/^::error file=a\.wit,line=1,endLine=2,title=/);
});

test('a problem without a place has only a title', () => {
  expect(report(diagnostic())).toBe('::error title=type-not-found::no type named `a`\n');
});

test('notes and the hint are further lines of the message', () => {
  const related = [{ span: marked('/shop/b.wit', 'x\n ‹y›'), message: 'first here' }];
  expect(report(diagnostic({ related, hint: 'rename it' }))).toBe(
    '::error title=type-not-found::no type named `a`%0Anote: first here (b.wit:2:2)%0Ahelp: rename it\n',
  );
});

test('what would end a property or the message is escaped', () => {
  const span = marked('/shop/50%, a:b.wit', '‹x›');
  expect(report(diagnostic({ span, message: '100%: a,\r\nb::c' }))).toBe(
    '::error file=50%25%2C a%3Ab.wit,line=1,col=1,endLine=1,endColumn=2,title=type-not-found::100%25: a,%0D%0Ab::c\n',
  );
});

test('a runner reads back what was meant, whatever the texts', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary', minLength: 1 }),
      (message, name) => {
        fc.pre(!/[/\0]/.test(name) && name !== '.' && name !== '..');
        const written = report(diagnostic({ message, span: marked(`/shop/${name}`, '‹x›') }));
        expect(written.match(/\n|\r/g)).toEqual(['\n']);
        expect(asRunnerReads(written)).toMatchObject({ message, file: name, line: '1' });
      },
    ),
  );
});

/** As the runner does: the first `::` after the start ends the properties, which are split at `,` and `=`. */
function asRunnerReads(line: string): Readonly<Record<string, string>> {
  const [, properties = '', data = ''] = /^::error (.*?)::(.*)\n$/su.exec(line) ?? [];
  const pairs = properties.split(',').map((property) => {
    const [name = '', ...value] = property.split('=');
    return [name, unescaped(value.join('='))] as const;
  });
  return { ...Object.fromEntries(pairs), message: unescaped(data) };
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
