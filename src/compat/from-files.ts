/** What the reference implementation refuses while it reads the files of a group: their text, and their headers. */
import { packageNameText } from '../resolve/model.js';
import { packageNameOf } from '../resolve/packages.js';
import type { PackageHeader } from '../syntax/ast.js';
import type { Candidate } from './candidates.js';
import type { Root } from './finding.js';
import type { Problem } from './problem.js';
import { syntaxProblem } from './syntax-problem.js';
import type { GroupUnits } from './units.js';

/** The problems of all files, each with its turn. */
export function fromFiles({ groups }: Root): readonly Candidate[] {
  return groups.flatMap((units, group) =>
    fromGroup(units).map(({ turn, problem }) => {
      return { turn: [0, group, ...turn], problem, group: units.group.path };
    }),
  );
}

/** A problem of a group: which file it is of, and when it comes up there. */
interface InGroup {
  readonly turn: readonly [file: number, part: number];
  readonly problem: Problem;
}

const parts = { text: 0, header: 2 } as const;

function fromGroup({ group: { files }, main }: GroupUnits): readonly InGroup[] {
  const texts = files.map(({ file }) => file);
  const found = texts.flatMap((file, index) => inGroup([index, parts.text], syntaxProblem(file, texts)));
  const earlier: PackageHeader[] = [];
  for (const [index, { ast }] of files.entries()) {
    if (!ast.header) continue;
    found.push(...inGroup([index, parts.header], headerProblem(ast.header, earlier)));
    earlier.push(ast.header);
  }
  return main ? found : [...found, { turn: [files.length, 0], problem: noHeader }];
}

function inGroup(turn: InGroup['turn'], problem: Problem | undefined): readonly InGroup[] {
  return problem ? [{ turn, problem }] : [];
}

const noHeader: Problem = {
  text: 'no `package` header was found in any WIT file for this package',
  mark: undefined,
};

function headerProblem(header: PackageHeader, earlier: readonly PackageHeader[]): Problem | undefined {
  const [name, [other]] = [nameOf(header), earlier.map(nameOf)];
  if (other !== undefined && other !== name) {
    const text = `package identifier \`${name}\` does not match previous package name of \`${other}\``;
    return { text, mark: header.name.span };
  }
  if (!header.docs || !earlier.some(({ docs }) => docs)) return undefined;
  return { text: "found doc comments on multiple 'package' items", mark: header.docs.span };
}

function nameOf({ name }: PackageHeader): string {
  return packageNameText(packageNameOf(name));
}
