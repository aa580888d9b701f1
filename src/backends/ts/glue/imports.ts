/** What the host gives: all of it is looked for before anything runs, and what the code makes use of has a name. */
import type { ResourcePlan } from '../../../abi/plan.js';
import { indent, line, type Block } from '../../../emit/code.js';
import type { TypeDecl } from '../../../resolve/model.js';
import type { GlueContext } from './context.js';
import { loweredResources } from './facts.js';
import { givenTo, lookedFor, type Given } from './import-names.js';

/** Looks for everything, and declares what the code makes use of. */
export function importConstants(cx: GlueContext): Block {
  const all = givenTo(cx.plan, cx);
  if (all.length === 0) return [];
  const lowered = loweredResources(cx.plan);
  return [
    line(cx.runtime('checkImports'), '(imports, {'),
    indent(lookedFor(all)),
    '});',
    all
      .filter((each) => isUsed(each, lowered))
      .map(({ what, key }) => `const ${cx.importOf(what)} = imports['${key}'];`),
  ];
}

/** Whether the code calls something of it, or has to know its classes: a method is called on the object that has it. */
function isUsed({ scope, what }: Given, lowered: ReadonlySet<ResourcePlan>): boolean {
  if ('core' in what) return true;
  const isMeant = (decl: TypeDecl): boolean => !('definition' in what) || what === decl;
  return (
    scope.resources.some((resource) => isMeant(resource.decl) && lowered.has(resource)) ||
    scope.functions.some(({ func: { form } }) =>
      form.kind === 'free' ? !('definition' in what) : form.kind !== 'method' && isMeant(form.resource),
    )
  );
}
