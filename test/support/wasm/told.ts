/** What the programs of `test/hostile` tell of values, told of values in JavaScript. */
import { told, toldOfText } from './lies.js';

interface Tagged {
  readonly tag: string;
  readonly val?: unknown;
}

const colours = ['red', 'green', 'blue'];

/** A function for each kind of value; what it is given is of the type of that kind. */
const tellers = {
  bool: (value: boolean) => Number(value),
  small: (value: number) => value >>> 0,
  letter: (value: string) => value.codePointAt(0) ?? -1,
  colour: (value: string) => colours.indexOf(value),
  access: ({ read, write, run }: Record<string, boolean>) =>
    Number(read) + 2 * Number(write) + 4 * Number(run),
  shape: (value: Tagged): number => {
    if (value.tag === 'name') return toldOfText(String(value.val));
    if (value.tag === 'letter') return String(value.val).codePointAt(0) ?? -1;
    return Number(value.val ?? 0);
  },
  option: (value: number | undefined) => value ?? 404,
  result: (value: Tagged) =>
    value.tag === 'ok' ? Number(value.val) : 1000 + tellers.letter(String(value.val)),
  text: toldOfText,
  numbers: (values: Uint32Array) => told([...values]),
  bools: (values: readonly boolean[]) => told(values.map(tellers.bool)),
  letters: (values: readonly string[]) => told(values.map(tellers.letter)),
  colours: (values: readonly string[]) => told(values.map(tellers.colour)),
  texts: (values: readonly string[]) => told(values.map(toldOfText)),
  entries: (values: readonly { readonly key: number; readonly value: Tagged }[]) =>
    told(values.map(({ key, value }) => 1000 * key + tellers.shape(value))),
  thing: () => 0,
};

/** The number for a value of a kind. */
export function toldOfValue(kind: string, value: unknown): number {
  // The keys are the kinds, and values are of their kinds unless the glue is wrong.
  const tell = tellers[kind as keyof typeof tellers] as (value: unknown) => number;
  return tell(value);
}

/** A result that a function returns or throws, as it is elsewhere. */
export function resultOf(call: () => unknown): Tagged {
  try {
    return { tag: 'ok', val: call() };
  } catch (error) {
    if (error instanceof Object && 'payload' in error) return { tag: 'err', val: error.payload };
    throw error;
  }
}
