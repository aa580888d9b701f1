/** Strings, and lists of numbers, which lie in memory as JavaScript has them in typed arrays. */
import { invariant } from '../../../base/invariant.js';
import type { OpOf, Sequence } from '../../../abi/plan.js';
import type { Inline } from '../../../emit/code.js';
import { structureOf } from '../../../resolve/model.js';
import type { Body } from './body.js';

type NumberList = Extract<Sequence, { kind: 'list' }>;

/** What the runtime knows of lists of a kind of number. */
function kindOf({ element }: NumberList, body: Body): Inline {
  const structure = structureOf(element);
  invariant(structure.kind === 'primitive', 'lists of numbers alone to lie as they cross');
  return body.cx.runtime(`${structure.name}List`);
}

/** Gives numbers to the component. */
export const spellLowerNumbers = (of: NumberList, value: Inline, path: string, body: Body): Inline => [
  ...[body.cx.runtime('lowerNumbers'), '(memory, ', kindOf(of, body), ', ', value, `, '${path}')`],
];

/** A string or numbers of the component's. */
export function spellLiftSequence({ of, pointer, length }: OpOf<'lift-sequence'>, body: Body): Inline {
  const memory: Inline = [body.use(pointer), ', ', body.use(length), ')'];
  return of.kind === 'string'
    ? [body.cx.runtime('liftText'), '(memory, ', memory]
    : [body.cx.runtime('liftNumbers'), '(memory, ', kindOf(of, body), ', ', memory];
}

/** How large the elements of a list of numbers are. */
export function elementBytes({ element }: NumberList): number {
  const structure = structureOf(element);
  invariant(structure.kind === 'primitive', 'lists of numbers alone to lie as they cross');
  return Number(/\d+/.exec(structure.name)?.[0]) / 8;
}
