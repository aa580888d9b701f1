/** What a type is, as JSON: a table over all kinds of types and of declarations. */
import { invariant } from '../../base/invariant.js';
import type { Declared, Type } from '../../resolve/model.js';
import { builtinName } from '../arena/type-rows.js';
import type { Structure, TypeRef, TypeRow } from '../arena/rows.js';
import { docsJson } from './notes.js';
import { type Json, object } from './text.js';

type KindJson<Of extends Structure> = (structure: Of, row: TypeRow) => Json;

const kinds: { readonly [Of in Structure as Of['kind']]: KindJson<Of> } = {
  primitive: builtin,
  string: builtin,
  'error-context': builtin,
  list: (_, { parts }) => object({ list: parts[0] }),
  'fixed-length-list': ({ length }, { parts }) => object({ 'fixed-length-list': [parts[0], length] }),
  map: (_, { parts }) => object({ map: parts }),
  tuple: (_, { parts }) => object({ tuple: object({ types: parts }) }),
  option: (_, { parts }) => object({ option: parts[0] }),
  result: ({ ok, err }, { parts }) => {
    const [okRef, errRef] = aligned([ok, err], parts);
    return object({ result: object({ ok: okRef ?? null, err: errRef ?? null }) });
  },
  future: (_, { parts }) => object({ future: parts[0] ?? null }),
  stream: (_, { parts }) => object({ stream: parts[0] ?? null }),
  own: (_, { target }) => object({ handle: object({ own: target }) }),
  borrow: (_, { target }) => object({ handle: object({ borrow: target }) }),
  record: ({ fields }, { parts }) => {
    const types = aligned(
      fields.map(({ type }) => type),
      parts,
    );
    return object({
      record: object({
        fields: fields.map(({ name, docs }, index) =>
          object({ name, type: types[index], docs: docsJson(docs) }),
        ),
      }),
    });
  },
  variant: ({ cases }, { parts }) => {
    const types = aligned(
      cases.map(({ type }) => type),
      parts,
    );
    return object({
      variant: object({
        cases: cases.map(({ name, docs }, index) =>
          object({ name, type: types[index] ?? null, docs: docsJson(docs) }),
        ),
      }),
    });
  },
  enum: ({ cases }) => object({ enum: object({ cases: cases.map(memberJson) }) }),
  flags: ({ flags }) => object({ flags: object({ flags: flags.map(memberJson) }) }),
  resource: () => 'resource',
  alias: (_, { target }) => object({ type: target }),
};

/** The `kind` of a type. */
export function kindJson(row: TypeRow): Json {
  // The table maps each kind to the function of exactly that kind; TypeScript cannot correlate the two.
  const table = kinds as Readonly<Record<Structure['kind'], KindJson<Structure>>>;
  return table[row.structure.kind](row.structure, row);
}

function builtin(structure: Structure): Json {
  return object({ type: builtinName(structure) });
}

function memberJson({ name, docs }: Declared): Json {
  return object({ name, docs: docsJson(docs) });
}

/** The references of optional types: `parts` has those that are there. */
function aligned(
  types: readonly (Type | undefined)[],
  parts: readonly TypeRef[],
): readonly (TypeRef | undefined)[] {
  const rest = parts.values();
  const refs = types.map((type) => (type ? rest.next().value : undefined));
  invariant(rest.next().done === true, 'a reference for each type');
  return refs;
}
