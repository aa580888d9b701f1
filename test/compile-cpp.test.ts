/** The C++ snapshots through every compiler, with every warning an error. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtureGoldens } from './support/fixtures.js';
import { repository } from './support/golden.js';
import { buildFolder, checkCpp, checkSyntaxOfCpp, cppCompilers } from './support/compile.js';
import { describeWith } from './support/toolchains.js';

const goldens = await fixtureGoldens('cpp');

/** Where the support headers are that wit-gen puts beside the emitted files. */
const runtime = [`-I${join(repository, 'templates/cpp/runtime')}`];

/** The one source file among the emitted files of a world. */
function sourceIn(folder: string): string {
  const source = readdirSync(folder).find((file) => file.endsWith('.cpp'));
  if (source === undefined) throw new Error(`no C++ source in ${folder}`);
  return join(folder, source);
}

/**
 * The first compiler has nothing ready, and finds whatever is not included and what is not used; the others have the
 * support headers, and look for nothing but what differs between compilers, libraries and standards.
 */
for (const [index, compiler] of cppCompilers.entries()) {
  describeWith([compiler.command], compiler.title, () => {
    test.each(goldens)('$folder', ({ folder }) => {
      const source = sourceIn(join(repository, 'snapshots', folder));
      if (index === 0) checkCpp(compiler, source, runtime);
      else checkSyntaxOfCpp(compiler, [source]);
    });

    test.each([
      ['narrows', 'int narrowed(long x) { return x; }', /conversion/],
      ['uses what it does not include', 'std::stack<int> missing();', /'stack'|‘stack’/],
    ])('text that %s is refused', (_what, text, answer) => {
      const source = join(buildFolder('refused'), 'refused.cpp');
      writeFileSync(source, `#include "wit.h"\n${text}\n`);
      expect(() => {
        checkSyntaxOfCpp(compiler, [source]);
      }).toThrow(answer);
    });
  });
}

/**
 * The prototypes of the worked example as a C header. The emitted declarations are `extern "C"`, so a
 * compiler that sees both refuses any that differ. Nothing may throw across the boundary.
 */
const prototypes = `#include <stddef.h>
#include <stdint.h>
#define P(name) demoX3AappX2FapiX401X2E2X2E3X00##name
extern "C" {
void P(X5Bresource_dropX5Dcounter)(uint8_t *) noexcept;
uint8_t *P(X5BconstructorX5Dcounter)(int32_t, uint8_t *, size_t) noexcept;
int64_t P(X5BmethodX5DcounterX2Eadd)(uint8_t *, int64_t) noexcept;
void P(X5BmethodX5DcounterX2Elabel)(uint8_t *, uint8_t *) noexcept;
uint8_t *P(X5BstaticX5DcounterX2Emerge)(uint8_t *, uint8_t *) noexcept;
void P(greet)(uint8_t *, size_t, uint8_t *) noexcept;
void P(move_point)(int32_t, uint8_t *, size_t, uint8_t *) noexcept;
void P(sum)(uint8_t *, size_t, uint8_t *) noexcept;
void P(find)(int32_t, int64_t, uint8_t *) noexcept;
void P(parse)(uint8_t *, size_t, uint8_t *) noexcept;
void P(all)(uint8_t *) noexcept;
}
`;

describeWith(['g++'], 'the worked example', () => {
  const gpp = cppCompilers.filter(({ command }) => command === 'g++').slice(0, 1);
  test.each(['importer', 'exporter'])('the %s declares the prototypes of the description', (world) => {
    const source = sourceIn(join(repository, 'snapshots/worked-example', world, 'symmetric/cpp'));
    const checkWith = (header: string): void => {
      const file = join(buildFolder('prototypes'), 'prototypes.h');
      writeFileSync(file, header);
      for (const compiler of gpp) checkCpp(compiler, source, ['-include', file, ...runtime]);
    };
    checkWith(prototypes);
    // The comparison can fail: with one parameter changed, the compiler refuses.
    const changed = prototypes.replace('void P(parse)(uint8_t *, size_t', 'void P(parse)(uint8_t *, int32_t');
    expect(() => {
      checkWith(changed);
    }).toThrow(/conflicting declaration|ambiguating new declaration/);
  });
});
