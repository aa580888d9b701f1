/**
 * A resolved model as WIT: the canonical text. It is what other tools print for the same packages, so that texts can be
 * compared. It shows what was resolved, not what was written: see docs/inspect.md for what it does not keep.
 */
import type { Package, Resolved } from '../resolve/model.js';
import { interfaceLines } from './wit/interfaces.js';
import { indented, type Lines } from '../base/lines.js';
import { packageText } from './wit/names.js';
import { docLines } from '../syntax/docs.js';
import { worldLines } from './wit/worlds.js';

/** The main package, then all others as nested packages: one file that resolves to the same model. */
export function printWit({ main, packages }: Resolved): string {
  const nested = packages.filter((each) => each !== main).map(nestedPackage);
  return textOf([
    ...mainPackage(main),
    ...nested.flatMap((lines, index) => (index === 0 ? lines : ['', '', ...lines])),
  ]);
}

/** One package as a file of its own. */
export function printPackage(package_: Package): string {
  return textOf(mainPackage(package_));
}

/** The same text without its documentation: nothing else starts a line with `///`. */
export function withoutDocs(text: string): string {
  return text.replace(/^ *\/\/\/.*\n/gm, '');
}

function textOf(lines: Lines): string {
  return lines.map((line) => `${line}\n`).join('');
}

function mainPackage({ name, docs, interfaces, worlds }: Package): Lines {
  return [
    ...docLines(docs),
    `package ${packageText(name)};`,
    '',
    ...interfaces.flatMap((item) => [...interfaceLines(item), '']),
    ...worlds.flatMap(worldLines),
  ];
}

function nestedPackage({ name, docs, interfaces, worlds }: Package): Lines {
  const items = [...interfaces.flatMap(interfaceLines), ...worlds.flatMap(worldLines)];
  return [...docLines(docs), `package ${packageText(name)} {`, ...indented(items), '}'];
}
