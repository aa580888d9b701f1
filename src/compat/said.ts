/** What the reference implementation says where we report something. A new entry of the catalogue does not compile without its line here. */
import type { Entry } from '../base/diagnostics.js';
import type { Span } from '../base/source.js';
import type { errors } from '../resolve/errors.js';
import type { Finding } from './finding.js';
import type { Stage } from './stages.js';
import type { InBody } from './body-turns.js';

type Catalogue = typeof errors;

/** The name of an entry of the catalogue of `resolve`. */
export type EntryName = keyof Catalogue;

/** What fills the holes of an entry. */
export type ValuesOf<Name extends EntryName> =
  Catalogue[Name] extends Entry<infer Hole> ? Readonly<Record<Hole, string>> : never;

/** What is said, where and when. */
export interface Saying<Values> {
  readonly text: (values: Values, finding: Finding) => string;
  /** Undefined where the reference has no objection. */
  readonly stage: (finding: Finding) => Stage | undefined;
  /** What is marked, if anything is; undefined where the reference has no objection. */
  readonly mark: (finding: Finding) => Span | 'nothing' | undefined;
  readonly inBody: InBody | undefined;
}

/** What may be said otherwise than usual: at the place of our diagnostic. */
type Particulars<Values> = Partial<Omit<Saying<Values>, 'text' | 'stage'>>;

/** A saying that always belongs to one step, or for which a function finds it. */
export function said<Values>(
  stage: Stage | Saying<Values>['stage'],
  text: string | Saying<Values>['text'],
  particulars: Particulars<Values> = {},
): Saying<Values> {
  return {
    text: typeof text === 'string' ? () => text : text,
    stage: typeof stage === 'string' ? () => stage : stage,
    mark: ({ place }) => place.span,
    inBody: undefined,
    ...particulars,
  };
}

/** Lines of the table: an entry may be one of which the reference never speaks. */
export type Sayings<Name extends EntryName> = {
  readonly [Each in Name]: Saying<ValuesOf<Each>> | undefined;
};
