/** All checks over the linked model, in the order in which they run. */
import type { Report } from '../../base/diagnostics.js';
import type { Func, Interface, Package, TypeDecl } from '../model.js';
import type { Check } from './check.js';
import { noBorrowInResult } from './no-borrow-in-result.js';
import { noEmptyChoice } from './no-empty-choice.js';

const checks: readonly Check[] = [noEmptyChoice, noBorrowInResult];

/** Runs every check over what a package declares; copies made by `include` are not shown again. */
export function checkPackage(package_: Package, report: Report): void {
  const { types, functions } = declarationsOf(package_);
  for (const check of checks) {
    for (const decl of types) check.type?.(decl, report);
    for (const func of functions) check.func?.(func, report);
  }
}

interface Declarations {
  readonly types: ReadonlySet<TypeDecl>;
  readonly functions: ReadonlySet<Func>;
}

function declarationsOf(package_: Package): Declarations {
  const types = new Set<TypeDecl>();
  const functions = new Set<Func>();
  const addFunction = (func: Func): void => {
    functions.add(func);
  };
  const addInterface = (interface_: Interface): void => {
    if (interface_.package !== package_) return;
    for (const decl of interface_.types) types.add(decl);
    interface_.functions.forEach(addFunction);
  };
  package_.interfaces.forEach(addInterface);
  for (const world of package_.worlds) {
    for (const decl of world.types) types.add(decl);
    for (const item of [...world.imports, ...world.exports]) {
      if (item.kind === 'interface') addInterface(item.interface);
      else if (item.kind === 'function') addFunction(item.function);
    }
  }
  return { types, functions };
}
