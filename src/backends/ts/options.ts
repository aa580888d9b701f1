import type { OptionTable } from '../backend.js';
import { onOrOff } from '../option-kinds.js';
import { presentationOptions, type Presentation } from './presentation.js';

/**
 * What is written.
 *
 * - `types`: types for a program that runs the component.
 * - `guest-types`: types for the component itself, written in JavaScript or TypeScript.
 * - `glue`: the same as `types`, and the code that runs the component's core module.
 */
export type Emission = 'types' | 'guest-types' | 'glue';

/**
 * Who is typed.
 *
 * - `host`: a program that runs the component: it implements what the world imports and uses what it exports.
 * - `guest`: the component itself: the other way round.
 */
export type Side = 'host' | 'guest';

/**
 * How glue reaches a component of the symmetric ABI.
 *
 * - `koffi`: through koffi, which calls functions of shared objects; what the component imports goes through a small C++ file.
 * - `napi`: through a Node-API addon in C++, which is written, too.
 * - `wasm`: as a core module on a memory that it shares with others and with JavaScript.
 */
export type Transport = 'koffi' | 'napi' | 'wasm';

export interface TsOptions extends Presentation {
  readonly emit: Emission;
  /** The usual one if undefined; said, it is for native components. */
  readonly transport: Transport | undefined;
  /** Whether glue disposes of the component's objects that the program has forgotten. */
  readonly finalizers: boolean;
}

/** All transports, the usual first. */
export const transports: readonly Transport[] = ['koffi', 'napi', 'wasm'];

/** All that can be written, the usual first. */
export const emissions: readonly Emission[] = ['types', 'guest-types', 'glue'];

/** Whose types are written. */
export const sideOf = (emit: Emission): Side => (emit === 'guest-types' ? 'guest' : 'host');

export const tsOptions: OptionTable<TsOptions> = {
  emit: {
    help: 'types for the program that runs the component or for a component in TypeScript, or code that runs it',
    placeholder: emissions.join('|'),
    parse: (text) => emissions.find((emit) => emit === text),
    initial: 'types',
  },
  transport: {
    help: 'how glue reaches a native component, through koffi or an addon in C++, or a core module beside others',
    placeholder: transports.join('|'),
    parse: (text) => transports.find((transport) => transport === text),
    initial: undefined,
  },
  finalizers: onOrOff(
    "whether glue disposes of the component's objects that the program has forgotten",
    true,
  ),
  ...presentationOptions,
};
