/** Values of several parts, or of one of several cases: patterns and expressions. */
import type { ArmLabel, Product, Sum, ValueLocal } from '../../abi/plan.js';
import { invariant } from '../../base/invariant.js';
import { line, type Block, type Inline } from '../../emit/code.js';
import { within } from '../../emit/layout.js';
import type { TypeDecl } from '../../resolve/model.js';
import type { OpContext } from './body.js';
import { arm as armOf } from './expressions.js';
import { array, call, struct, tuple, tuplePattern } from './lists.js';
import type { Form } from './modes.js';
import { isNothing } from './statements.js';

/** A record, tuple or array of parts. */
export function product(of: Product, whole: ValueLocal, parts: readonly Inline[], cx: OpContext): Inline {
  if (of.kind === 'tuple') return parts.length === 1 ? ['(', parts, ',)'] : tuple(parts);
  return of.kind === 'fixed-length-list' ? array(parts) : record(of.decl, whole, parts, cx);
}

/** A record or tuple as a pattern. */
export function pattern(
  of: Exclude<Product, { kind: 'fixed-length-list' }>,
  whole: ValueLocal,
  parts: readonly Inline[],
  cx: OpContext,
): Inline {
  if (of.kind === 'tuple') return parts.length === 1 ? ['(', parts, ',)'] : tuplePattern(parts);
  return record(of.decl, whole, parts, cx);
}

function record(decl: TypeDecl, whole: ValueLocal, parts: readonly Inline[], cx: OpContext): Inline {
  const { definition } = decl;
  invariant(definition.kind === 'record', 'a record');
  const fields = definition.fields.map((field, index): Inline => {
    const [name, part = ''] = [cx.types.names.member(field), parts[index]];
    return name === part ? name : [`${name}: `, part];
  });
  return struct(cx.types.path(decl, formOf(whole)), fields);
}

/** A case with its payload, as a pattern or as an expression. */
export function caseOf(of: Sum, whole: ValueLocal, arm: ArmLabel, payload: Inline, cx: OpContext): Inline {
  if (of.kind === 'option') return arm.index === 0 ? 'None' : call('Some', payload);
  if (of.kind === 'result') {
    const type = arm.index === 0 ? of.ok : of.err;
    return call(arm.index === 0 ? 'Ok' : 'Err', type ? payload : '()');
  }
  const { definition } = of.decl;
  invariant(definition.kind === 'variant', 'a variant');
  const named = definition.cases[arm.index];
  invariant(named, `case ${String(arm.index)} of ${of.decl.name}`);
  const path = [cx.types.path(of.decl, formOf(whole)), `::${cx.types.names.member(named)}`];
  return named.type ? call(path, payload) : path;
}

/** Which of its types a record or variant has. */
const formOf = ({ passing }: ValueLocal): Form => (passing === 'view' ? 'view' : 'owner');

/** `pattern => value,`, or with statements before the value a block. */
export function armWith(pattern: Inline, body: Block, value: Inline | undefined): Block {
  if (!isNothing(body))
    return line(pattern, ' => {', within(body, value === undefined ? [] : line(value)), '}');
  return line(value === undefined ? [pattern, ' => {}'] : armOf(pattern, value));
}
