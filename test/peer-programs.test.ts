/**
 * wit-bindgen's own runtime tests against our bindings. Its programs are not part of this repository: the suite runs
 * where `WIT_GEN_PEER` names checkouts, separated by `:`, and is skipped elsewhere. See docs/peer-programs.md.
 */
import { repository } from './support/golden.js';
import { run } from './support/toolchains.js';

const checkouts = (process.env.WIT_GEN_PEER ?? '').split(':').filter((folder) => folder !== '');

if (checkouts.length === 0) {
  const remedy = 'skipped: `WIT_GEN_PEER=<checkout> npm run unit -- test/peer-programs.test.ts`';
  test.skip(`wit-bindgen’s own programs (${remedy})`, () => undefined);
} else {
  const hours = 3_600_000;
  test.each(checkouts)(
    'the runtime tests of %s',
    (checkout) => {
      const args = ['run', '--silent', 'peer-programs', '--', '--checkout', checkout];
      const { code, output } = run('npm', args, { cwd: repository });
      expect({ code, output }).toMatchObject({ code: 0 });
    },
    hours,
  );
}
