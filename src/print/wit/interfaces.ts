/** Interfaces. */
import type { Interface } from '../../resolve/model.js';
import { declarationLines, useLines } from './declarations.js';
import { functionLines, membersOf } from './functions.js';
import { braced, type Lines, spaced } from '../../base/lines.js';
import { writtenName } from '../../syntax/names.js';
import { noteLines } from './notes.js';

/** A named interface. */
export function interfaceLines(item: Interface): Lines {
  return [...noteLines(item), ...braced(`interface ${writtenName(item.name)}`, interfaceBody(item))];
}

/** What stands between the braces: `use`, types, then the functions that belong to no resource. */
export function interfaceBody({ types, functions, package: from }: Interface): Lines {
  const free = functions.filter(({ form }) => form.kind === 'free');
  return spaced(useLines(types, from), [
    ...declarationLines(types, membersOf(functions)),
    ...free.map((func) => functionLines(func)),
  ]);
}
