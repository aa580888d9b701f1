/** How each rule of the grammar is laid out: one table over all rules. */
import type { RuleName } from '../../grammar/cst.js';

/** How the members between the brackets of a rule stand. */
export type Brackets =
  /** A line or more each, with blank lines between some. */
  | 'items'
  /** A line each, with a comma after each. */
  | 'members'
  /** In one line if they fit, else a line each and a comma after the last. */
  | 'wrapped'
  /** The same, with spaces inside the brackets. */
  | 'padded'
  /** The same, where no comma is allowed after the last. */
  | 'types';

export interface Style {
  /** Between the parts: spaces as in a phrase, nothing, or line ends. */
  readonly parts: 'phrase' | 'tight' | 'lines';
  /** Present where the rule has brackets around a list. */
  readonly brackets?: Brackets;
  /** What breaks together if it does not fit in a line. */
  readonly breaks?: 'together';
  /** Set apart from its neighbours by blank lines, whatever its size. */
  readonly stands?: 'apart';
}

const phrase: Style = { parts: 'phrase' };
const tight: Style = { parts: 'tight' };
const lines: Style = { parts: 'lines' };
const types: Style = { parts: 'phrase', brackets: 'types' };

/** Of all rules but the file itself. */
export const styles: Readonly<Record<Exclude<RuleName, 'file'>, Style>> = {
  item: lines,
  package: { parts: 'phrase', brackets: 'items', stands: 'apart' },
  packageName: tight,
  version: tight,
  topUse: phrase,
  usePath: tight,
  qualification: tight,
  subPath: tight,
  attribute: phrase,
  attributeArgument: phrase,
  interface: { parts: 'phrase', stands: 'apart' },
  interfaceBody: { parts: 'phrase', brackets: 'items' },
  interfaceItem: lines,
  namedFunction: phrase,
  function: { parts: 'phrase', breaks: 'together' },
  parameters: { parts: 'phrase', brackets: 'wrapped' },
  parameter: phrase,
  functionResult: phrase,
  use: { parts: 'phrase', brackets: 'wrapped', breaks: 'together' },
  useName: phrase,
  world: { parts: 'phrase', brackets: 'items', stands: 'apart' },
  worldItem: lines,
  import: phrase,
  export: phrase,
  extern: phrase,
  externKind: phrase,
  externPath: tight,
  include: { parts: 'phrase', breaks: 'together' },
  includeNames: { parts: 'phrase', brackets: 'padded' },
  includeName: phrase,
  typedef: phrase,
  typeAlias: phrase,
  record: { parts: 'phrase', brackets: 'members' },
  field: phrase,
  variant: { parts: 'phrase', brackets: 'members' },
  case: phrase,
  enum: phrase,
  flags: phrase,
  labels: { parts: 'phrase', brackets: 'members' },
  resource: { parts: 'phrase', brackets: 'items' },
  resourceItem: lines,
  constructorItem: { parts: 'phrase', breaks: 'together' },
  method: phrase,
  type: { parts: 'phrase', breaks: 'together' },
  tupleType: { parts: 'phrase', brackets: 'wrapped' },
  listType: types,
  mapType: types,
  optionType: types,
  resultType: types,
  futureType: phrase,
  streamType: phrase,
  element: types,
  borrowType: types,
  ownType: types,
};
