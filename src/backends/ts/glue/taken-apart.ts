/** Records that are taken apart before anybody has looked whether they are objects. */
import type { ValueLocal } from '../../../abi/plan.js';
import { line, type Block, type Inline } from '../../../emit/code.js';
import { structureOf, type Type } from '../../../resolve/model.js';
import { memberNames } from '../presentation.js';
import { isNullable } from '../types.js';
import type { Body } from './body.js';

/** What strings, symbols and functions have that could pass for a field. */
const foundElsewhere = new Set(['arguments', 'caller', 'description', 'length', 'name', 'prototype']);

/**
 * Whether nothing but an object, or a function that was given the fields, passes for a record of the type: a field has to be
 * there that no other value has. Then the question for the type of each record, which takes as long as to write two numbers, is
 * asked only when something is wrong.
 */
export function isTakenApart(type: Type): boolean {
  const structure = structureOf(type);
  if (structure.kind !== 'declared' || structure.decl.definition.kind !== 'record') return false;
  const { fields } = structure.decl.definition;
  const names = memberNames(fields);
  return fields.some(({ type: of }, index) => !isNullable(of) && !foundElsewhere.has(names[index] ?? ''));
}

/**
 * What is thrown where a part of a value fails: the error, said of the whole. `value` is the part, which was taken apart
 * unseen if its type is such.
 */
export function failedAt(place: Inline, { type }: ValueLocal, value: Inline, body: Body): Block {
  const [failed, more]: readonly [string, Inline] = isTakenApart(type)
    ? ['withinObject', [', ', value]]
    : ['within', ''];
  return line('throw ', body.cx.runtime(failed), '(error, ', place, more, ');');
}
