/** A fix removes its diagnostic and adds none: of every fixture of an error, and of every wrong case of the corpus. */
import type { Diagnostic, Fix } from '../../src/base/diagnostics.js';
import type { Host } from '../../src/base/host.js';
import { type Resolution, resolve, type ResolveRequest } from '../../src/resolve/resolve.js';
import { corpusCases, corpusHost } from '../support/corpus.js';
import { errorFixtures } from '../support/errors.js';

interface Case {
  readonly name: string;
  readonly host: Host;
  readonly request: ResolveRequest;
}

const fixtures = errorFixtures().map(({ name, root, host }): Case => {
  return { name, host, request: { roots: [root], features: new Set<string>() } };
});

const wrongCorpus = corpusCases().flatMap((entry): readonly Case[] => {
  if (entry.expect !== 'error') return [];
  const features = entry.allFeatures ? 'all' : new Set(entry.features);
  return [{ name: entry.id, host: corpusHost(entry), request: { roots: [entry.path], features } }];
});

/** A host whose files are as a fix leaves them. */
function fixed(host: Host, fix: Fix): Host {
  const edits = [...fix.edits].sort((a, b) => b.span.start - a.span.start);
  return {
    ...host,
    async readFile(path) {
      let text = await host.readFile(path);
      for (const { span, newText } of edits) {
        if (span.file.path !== path || text === undefined) continue;
        text = text.slice(0, span.start) + newText + text.slice(span.end);
      }
      return text;
    },
  };
}

/** How often something is said, by what is said and of which file: places may move. */
function counts(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { code, message, span } of diagnostics) {
    const key = `${span?.file.path ?? ''} ${code}: ${message}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

/** What a fix adds, and its own diagnostic if it does not go away. */
function complaints(before: Resolution, after: Resolution, own: Diagnostic): readonly string[] {
  const known = new Map(counts(before.diagnostics));
  const [key = ''] = counts([own]).keys();
  known.set(key, (known.get(key) ?? 0) - 1);
  return [...counts(after.diagnostics)].flatMap(([said, count]) =>
    count > (known.get(said) ?? 0) ? [said] : [],
  );
}

async function fixesOf({ host, request }: Case) {
  const before = await resolve(request, host);
  const found: { readonly title: string; readonly complaints: readonly string[] }[] = [];
  for (const diagnostic of before.diagnostics) {
    const { fix } = diagnostic;
    if (!fix) continue;
    const after = await resolve(request, fixed(host, fix));
    found.push({ title: fix.title, complaints: complaints(before, after, diagnostic) });
  }
  return found;
}

test.each([...fixtures, ...wrongCorpus])(
  'every fix of $name mends one thing and breaks none',
  async (entry) => {
    expect((await fixesOf(entry)).filter(({ complaints: found }) => found.length > 0)).toEqual([]);
  },
);

test('there are fixes of many kinds', async () => {
  const all = (await Promise.all(fixtures.map(fixesOf))).flat();
  expect([...new Set(all.map(({ title }) => title))].sort()).toMatchInlineSnapshot(`
   [
     "add \`,\`",
     "add \`->\`",
     "add \`;\`",
     "add a space",
     "remove the \`,\`",
     "remove the \`;\`",
     "remove the name of the package",
     "write \`%from\`",
     "write \`%list\`",
     "write \`%record\`",
     "write \`%type\`",
     "write \`16\`",
     "write \`@0.2.1\`",
     "write \`@1.0.1\`",
     "write \`add-item\`",
     "write \`add\`",
     "write \`f32\`",
     "write \`func\`",
     "write \`item-name\`",
     "write \`item\`",
     "write \`record\`",
     "write \`s32\`",
     "write \`string\`",
   ]
  `);
});
