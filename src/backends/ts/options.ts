import type { OptionTable } from '../backend.js';

/**
 * Who is typed.
 *
 * - `host`: a program that runs the component: it implements what the world imports and uses what it exports.
 * - `guest`: the component itself, written in JavaScript or TypeScript: the other way round.
 */
export type Side = 'host' | 'guest';

export interface TsOptions {
  readonly types: Side;
}

/** All sides, the usual one first. */
export const sides: readonly Side[] = ['host', 'guest'];

export const tsOptions: OptionTable<TsOptions> = {
  types: {
    help: 'types for the program that runs the component, or for a component written in TypeScript',
    placeholder: sides.join('|'),
    parse: (text) => sides.find((side) => side === text),
    initial: 'host',
  },
};
