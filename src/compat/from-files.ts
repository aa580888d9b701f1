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
    fromGroup(units).map(([turn, problem]) => at(group, turn, problem)),
  );
}

type Numbered = readonly [turn: readonly [file: number, part: number], problem: Problem];

function at(group: number, turn: Numbered[0], problem: Problem): Candidate {
  return { turn: [0, group, ...turn], problem, group };
}

function fromGroup({ group: { files }, main }: GroupUnits): readonly Numbered[] {
  const texts = files.map(({ file }) => file);
  const syntax = texts.flatMap((file, index): readonly Numbered[] => {
    const problem = syntaxProblem(file, texts);
    return problem ? [[[index, 0], problem]] : [];
  });
  const headers = files.flatMap(({ ast }, index) => (ast.header ? [{ header: ast.header, index }] : []));
  return [
    ...syntax,
    ...headers.slice(1).flatMap(({ header, index }) => {
      const problem = secondHeader(
        header,
        headers.slice(
          0,
          headers.findIndex((each) => each.index === index),
        ),
      );
      return problem ? [[[index, 2], problem] as const] : [];
    }),
    ...(main ? [] : [[[files.length, 0], noHeader] as const]),
  ];
}

const noHeader: Problem = {
  text: 'no `package` header was found in any WIT file for this package',
  mark: undefined,
};

function secondHeader(
  header: PackageHeader,
  earlier: readonly { readonly header: PackageHeader }[],
): Problem | undefined {
  const name = nameOf(header);
  const other = earlier.map((each) => nameOf(each.header)).find((each) => each !== name);
  if (other !== undefined) {
    const text = `package identifier \`${name}\` does not match previous package name of \`${other}\``;
    return { text, mark: header.name.span };
  }
  const isDocumented = earlier.some((each) => each.header.docs);
  if (!header.docs || !isDocumented) return undefined;
  return { text: "found doc comments on multiple 'package' items", mark: header.docs.span };
}

function nameOf({ name }: PackageHeader): string {
  return packageNameText(packageNameOf(name));
}
