/** The examples of the catalogues that are calls are carried out. */
import { exampleFiles } from '../../src/base/examples.js';
import { catalogue } from '../../src/driver/catalogue.js';
import { folder, witGenIn } from '../support/cli.js';

const calls = catalogue.flatMap(({ code, severity, example }) =>
  'command' in example
    ? [{ code, severity, command: example.command, wit: 'wit' in example ? example.wit : undefined }]
    : [],
);

test.each(calls)('`$command` answers with $code', async ({ code, severity, command, wit }) => {
  const root = folder(wit === undefined ? {} : exampleFiles(wit));
  const [program, ...argv] = command.split(' ');
  const answer = await witGenIn(root, ...argv);
  expect(program).toBe('wit-gen');
  expect(answer.code).toBe(severity === 'error' ? 1 : 0);
  const codes = [...`${answer.out}${answer.err}`.matchAll(/^(?:error|warning)\[([^\]]+)\]/gm)].map(
    ([, found]) => found,
  );
  expect(codes).toEqual([code]);
});
