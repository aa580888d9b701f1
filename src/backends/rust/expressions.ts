/** Expressions of more than a call, broken as rustfmt breaks them. */
import type { Block, Inline } from '../../emit/code.js';
import {
  choice,
  followedBy,
  headOf,
  lineBreak,
  nested,
  oneLine,
  reserved,
  within,
} from '../../emit/layout.js';
import { areShort, call, compound, isCompound } from './lists.js';
import { chainWidth } from './rustfmt.js';

/** `receiver.name(argument, …)`. Arguments that would take three lines or more are broken where they stand. */
export function method(receiver: Inline, name: string, ...items: readonly Inline[]): Inline {
  const called = call(`.${name}`, ...items);
  const underneath = reserved([oneLine(receiver), nested(lineBreak, oneLine(called))], 1);
  const inPlace = [oneLine(receiver), called];
  const among = items.length < 3 || areShort(items) ? [underneath, inPlace] : [inPlace];
  const flat = oneLine([receiver, called]);
  const broken = reserved([oneLine(receiver), nested(lineBreak, called)], 1);
  const whole = compound(choice(flat, ...among, broken));
  if (!headOf(receiver).ends) return whole;
  const opened = isCompound(receiver) ? (receiver.hugged?.broken ?? receiver) : receiver;
  const all = choice(...whole.among, reserved([opened, lineBreak, called], 1));
  return compound(all, { preferred: whole });
}

/** `receiver.a().b()`, of two calls or more. */
export const chain = (receiver: Inline, ...calls: readonly Inline[]): Inline =>
  choice(
    oneLine(oneLine([receiver, calls], { widest: chainWidth })),
    reserved([receiver, nested(calls.map((each) => [lineBreak, each]))]),
  );

/** `value as Type`. */
export const cast = (value: Inline, type: string): Inline => followed(value, `as ${type}`);

/** `value != 0`. */
export const isNotZero = (value: Inline): Inline => followed(value, '!= 0');

/** A value and what makes another one of it, on a line of its own if the value is whole. */
function followed(value: Inline, suffix: string): Inline {
  const whole = choice(oneLine([value, ` ${suffix}`]), [oneLine(value), nested(lineBreak, suffix)]);
  const all = choice(...whole.among, [followedBy(0, value), ` ${suffix}`]);
  if (!isCompound(value) || value.hugged?.kind !== 'call') return all;
  return compound(all, { preferred: whole });
}

/** `a | b | …`. */
export const either = (operands: readonly Inline[]): Inline => {
  const [first = '', ...others] = operands;
  return choice(oneLine([first, ...others.map((each) => [' | ', each])]), [
    first,
    nested(others.map((each) => [lineBreak, '| ', each])),
  ]);
};

/** `match value { … }`. */
export const matched = (value: Inline, arms: Block): Inline => [
  choice([oneLine(['match ', value]), ' {'], ['match ', value, lineBreak, '{']),
  within(arms),
  '}',
];

/** `unsafe { … }` around one expression, on one line if it fits. */
export const unsafely = (value: Inline): Inline =>
  choice(oneLine(['unsafe { ', value, ' }']), ['unsafe {', within({ line: value }), '}']);

/** `pattern => expression,`. */
export const arm = (pattern: Inline, value: Inline): Inline =>
  choice(
    oneLine([pattern, ' => ', value, ',']),
    [pattern, ' => {', nested(lineBreak, oneLine(value)), lineBreak, '}'],
    [pattern, ' => ', reserved(value), ','],
    [pattern, ' => {', nested(lineBreak, value), lineBreak, '}'],
  );
