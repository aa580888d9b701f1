/** When the reference implementation comes to a place: its turn within a step of its work. */
import { bodyNumber } from './bodies.js';
import { type InBody, turnInBody } from './body-turns.js';
import { mentionsIn } from './paths.js';
import { around, bodyOf, type Place } from './place.js';
import type { Stage, Turn } from './stages.js';

/** What decides the turn of something besides its place. */
export interface TurnHints {
  /** Its number among all that we found. */
  readonly found: number;
  /** How the reference meets it in a body. */
  readonly inBody?: InBody | undefined;
}

type TurnOf = (place: Place, hints: TurnHints) => Turn;

const asFound: TurnOf = (_, { found }) => [found];
const asMentioned: TurnOf = (place) => [mentionNumber(place), place.span.start];
const asInBody: TurnOf = (place, { inBody }) => [bodyTurn(place), ...turnInBody(place, inBody)];

const turns: Readonly<Record<Stage, TurnOf>> = {
  'nested packages': asFound,
  items: asFound,
  'names in files': (place) =>
    around(place, 'interface', 'world') && around(place, 'use', 'include')
      ? [place.file, 1, mentionNumber(place)]
      : [place.file, 0, place.span.start],
  'order of items': asFound,
  'top-level uses': (place) => [place.file, place.span.start],
  'used interfaces': asMentioned,
  bodies: asInBody,
  'two packages of one name': asFound,
  'order of packages': asFound,
  'foreign interfaces': asMentioned,
  'foreign worlds': asMentioned,
  'foreign types': asMentioned,
  'foreign resources': asInBody,
  types: asInBody,
  interfaces: (place) => [isInline(place) ? 1 : 0, bodyTurn(place), place.span.start],
  'interfaces of types': asInBody,
  worlds: (place) => [bodyTurn(place), ...turnInWorld(place)],
  'worlds of types': asInBody,
  includes: (place, { found }) => [bodyTurn(place), around(place, 'include')?.span.start ?? Infinity, found],
};

/** When a place has its turn within a step. */
export function turnOf(stage: Stage, place: Place, hints: TurnHints): Turn {
  return turns[stage](place, hints);
}

function mentionNumber(place: Place): number {
  const use = around(place, 'use');
  const path = around(place, 'use-path') ?? use?.path;
  return place.unit ? mentionsIn(place.unit).number(path) : 0;
}

function bodyTurn(place: Place): number {
  const body = bodyOf(place);
  return body && place.unit ? bodyNumber(body, place.unit) : 0;
}

function isInline(place: Place): boolean {
  return around(place, 'extern-inline') !== undefined;
}

/** Imports come before exports, and types before all else. */
function turnInWorld(place: Place): Turn {
  const extern = around(place, 'extern');
  return [extern?.direction === 'export' ? 1 : 0, extern ? 1 : 0, place.span.start];
}
