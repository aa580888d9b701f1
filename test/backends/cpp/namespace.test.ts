/** Bindings in a namespace of the user's (`-O namespace=`): several worlds that mean one interface, in one program. */
import { join } from 'node:path';
import { cpp } from '../../../src/backends/cpp/index.js';
import { memoryHost } from '../../../src/base/host.js';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate } from '../../../src/driver/generate.js';
import { writeFiles } from '../../../src/driver/write.js';
import { headersAhead, isSupportHeader } from '../../support/ahead.js';
import { buildFolder, cppCompilers } from '../../support/compile.js';
import { fixtureFolder } from '../../support/fixtures.js';
import { repository } from '../../support/golden.js';
import { sanitizerOptions } from '../../support/sanitizers.js';
import { describeWith, mustRun, run } from '../../support/toolchains.js';

const sources = join(repository, 'test/backends/cpp/namespace');

async function generated(world: string, options: Readonly<Record<string, string>>): Promise<string> {
  const request = {
    wit: fixtureFolder('two-users'),
    world,
    abi: 'symmetric',
    backend: cpp,
    options,
  } as const;
  const { files, diagnostics } = await generate(request, nodeHost);
  expect(diagnostics).toEqual([]);
  const folder = buildFolder(`cpp-namespace-${world}`);
  // The classes of exported resources are those of the sources, and the support headers are compiled ahead.
  await writeFiles(
    files.filter(({ path, write }) => write === 'always' && !isSupportHeader(path)),
    folder,
    nodeHost,
  );
  return folder;
}

/** Where namespaces go is no matter of standards: one compiler for each library. */
const compilers = [cppCompilers[0], cppCompilers.at(-1)].flatMap((each) => each ?? []);

describe.each(compilers)('$title', ({ command, flags }) => {
  describeWith([command], 'a program', () => {
    const watched = [...flags, '-g', '-fsanitize=address,undefined', '-fno-sanitize-recover=all', '-fPIC'];
    const ahead = (): readonly string[] => headersAhead(command, watched);

    /** The objects of one user and of its bindings. */
    async function user(
      namespace: string,
      options: Readonly<Record<string, string>>,
    ): Promise<readonly string[]> {
      const folder = await generated('first', options);
      const macros = [`-DNAMESPACE=${namespace}`, `-DNAME="${namespace}"`];
      const found = [`-I${folder}`, `-I${sources}`];
      return [join(sources, 'user.cpp'), join(folder, 'first.cpp')].map((source, at) => {
        const object = join(folder, `${String(at)}.o`);
        mustRun(command, [...watched, ...ahead(), ...macros, ...found, '-c', source, '-o', object]);
        return object;
      });
    }

    test('has two users of an interface, and who provides it', async () => {
      const provider = await generated('provider', { namespace: 'shop::inside' });
      const users = [
        ...(await user('left::own', { namespace: 'left::own' })),
        ...(await user('right', { namespace: 'right' })),
      ];
      const program = [join(sources, 'program.cpp'), join(provider, 'provider.cpp')];
      const executable = join(provider, 'run');
      const found = [`-I${sources}`, `-I${provider}`];
      mustRun(command, [...watched, ...ahead(), ...found, ...program, ...users, '-o', executable]);
      mustRun(executable, [], { env: sanitizerOptions });
    });

    test('cannot have the same classes twice', async () => {
      const folders = [await generated('first', {}), await generated('first', {})];
      const files = folders.map((folder) => join(folder, 'first.cpp'));
      const library = join(folders[0] ?? '', 'twice.so');
      const args = [...watched, ...ahead(), '-shared', ...files, '-o', library];
      const { code, output } = run(command, args);
      expect(output).toMatch(/multiple definition of .*Till/);
      expect(code).not.toBe(0);
    });
  });
});

test.each(['', 'a:b', 'a::', '::a', 'std', 'wit', 'a::wit', 'class', '_a', 'a__b', '1a', 'a b', 'unix'])(
  '`%s` is no namespace',
  async (namespace) => {
    const request = { wit: 'a.wit', abi: 'symmetric', backend: cpp, options: { namespace } } as const;
    const { diagnostics } = await generate(request, memoryHost({ 'a.wit': 'package a:b; world w {}' }));
    expect(diagnostics).toMatchObject([{ code: 'option-value' }]);
  },
);

test('what is in a header of the user’s is where that has it', async () => {
  const options = { namespace: 'own', with: 'a:b/other=mine.h' };
  const wit =
    'package a:b; interface other { record r { x: u8 } } interface i { use other.{r}; f: func(x: r); } world w { import i; }';
  const request = { wit: 'a.wit', abi: 'symmetric', backend: cpp, options } as const;
  const { files, diagnostics } = await generate(request, memoryHost({ 'a.wit': wit }));
  expect(diagnostics).toEqual([]);
  const header = files.find(({ path }) => path === 'w_cpp.h')?.content;
  expect(header).toContain('namespace own::a::b::i {');
  expect(header).toContain('::a::b::other::R');
  expect(header).not.toContain('own::a::b::other');
});
