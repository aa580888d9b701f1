/** `wit-gen explain` as a user meets it. */
import { catalogue } from '../../src/driver/catalogue.js';
import { witGen } from '../support/cli.js';

test('a code is explained with its meaning, remedy, example, and what wit-gen says of it', async () => {
  expect(await witGen('explain', 'borrow-in-result')).toEqual({
    code: 0,
    err: '',
    out: `borrow-in-result: error

A function cannot return a borrowed handle, because the handle ends with the
call that it was lent to.

Remedy: Return an owned handle: \`-> basket\`.

Example:

    package demo:shop;

    interface cart {
      resource basket;
      first: func() -> borrow<basket>;
    }

wit-gen says:

    error[borrow-in-result]: the result of \`first\` contains a \`borrow\`
     --> wit/shop.wit:5:3
      |
    5 |   first: func() -> borrow<basket>;
      |   ^^^^^
`,
  });
});

test('a lint says how its level is chosen', async () => {
  const { out } = await witGen('explain', 'empty-type');
  expect(out).toMatch(/^empty-type: warning, unless `--lint empty-type=allow\|warn\|deny` says otherwise\n/);
});

test.each(catalogue)('$code can be explained, in lines that fit a terminal', async ({ code, example }) => {
  const { code: exit, out } = await witGen('explain', code);
  expect(exit).toBe(0);
  expect(out).toContain('\nRemedy: ');
  expect(out).toContain('\nExample:\n');
  expect(out.includes('wit-gen says:')).toBe('wit' in example && example.command === undefined);
  const prose = out.split('\nExample:\n')[0] ?? '';
  expect(
    Math.max(
      ...prose
        .split('\n')
        .slice(1)
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(80);
  // What a terminal would obey instead of showing it.
  expect(out).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
});

test('without a code all are listed, a line each, and lints are marked', async () => {
  const { code, out } = await witGen('explain');
  expect(code).toBe(0);
  const lines = out.split('\n').filter((line) => line.startsWith('  '));
  expect(lines).toHaveLength(catalogue.length);
  for (const entry of catalogue) {
    const line = lines.find((each) => each.startsWith(`  ${entry.code} `));
    expect(line?.includes('(lint)')).toBe(entry.lint !== undefined);
  }
});

test('a code that there is not is a problem with a hint', async () => {
  expect(await witGen('explain', 'type-notfound')).toEqual({
    code: 1,
    out: '',
    err: 'error[code-not-found]: there is no diagnostic with the code `type-notfound`\nhelp: did you mean `type-not-found`?\n\n1 error\n',
  });
});
