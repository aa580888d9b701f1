/** Documentation and gates of an encoded package: JSON in a custom section of its own, which tools agree on. */
import type { Lines } from '../base/lines.js';
import { docLines } from '../syntax/docs.js';
import { writtenName } from '../syntax/names.js';
import { Malformed } from './reader.js';

/** A part of the JSON; what is not there says nothing. */
export class Notes {
  constructor(readonly json: unknown) {}

  /** What is said of something below. */
  at(...keys: readonly string[]): Notes {
    return new Notes(keys.reduce(memberOf, this.json));
  }

  /** Documentation, then gates. */
  get lines(): Lines {
    return [...docLines(this.docs), ...gateLines(memberOf(this.json, 'stability'))];
  }

  /** Old files have nothing but the documentation of a function. */
  get docs(): string | undefined {
    return textOf(this.json) ?? textOf(memberOf(this.json, 'docs'));
  }
}

/** The notes of a file. */
export function notesOf(text: string | undefined): Notes {
  try {
    return new Notes(text === undefined ? undefined : JSON.parse(text));
  } catch {
    throw new Malformed('its documentation is not JSON');
  }
}

/** `@since` or `@unstable`, and `@deprecated`. */
export function gateLines(stability: unknown): Lines {
  const [stable, unstable] = [memberOf(stability, 'stable'), memberOf(stability, 'unstable')];
  const since = textOf(memberOf(stable, 'since'));
  const feature = textOf(memberOf(unstable, 'feature'));
  const deprecated = textOf(memberOf(stable ?? unstable, 'deprecated'));
  return [
    ...(since === undefined ? [] : [`@since(version = ${since})`]),
    ...(feature === undefined ? [] : [`@unstable(feature = ${writtenName(feature)})`]),
    ...(deprecated === undefined ? [] : [`@deprecated(version = ${deprecated})`]),
  ];
}

function memberOf(json: unknown, key: string): unknown {
  const isObject = typeof json === 'object' && json !== null && Object.hasOwn(json, key);
  return isObject ? (json as Readonly<Record<string, unknown>>)[key] : undefined;
}

function textOf(json: unknown): string | undefined {
  return typeof json === 'string' ? json : undefined;
}
