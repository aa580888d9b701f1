/** Whether a later version of an interface has all that an earlier one has. */
import { typeText } from './dump.js';
import {
  type Func,
  type Interface,
  type Type,
  type TypeDecl,
  type TypeDefinition,
  unaliased,
} from './model.js';

/** What keeps the newer interface from standing in for the older one. */
export interface Incompatibility {
  readonly problem: string;
  readonly older: Func | TypeDecl;
  /** Absent if the newer one has nothing of the name. */
  readonly newer: Func | TypeDecl | undefined;
}

/** Types and functions are compared by name and by what they are made of; more of them do no harm. */
export function incompatibilities(older: Interface, newer: Interface): readonly Incompatibility[] {
  const types = new Map(newer.types.map((type) => [type.name, type]));
  const functions = new Map(newer.functions.map((func) => [keyOf(func), func]));
  return [
    ...older.types.flatMap((type) => {
      const other = types.get(type.name);
      if (other && shapeOf(unaliased(other).definition) === shapeOf(unaliased(type).definition)) return [];
      return [{ problem: problemOf('type', type.name, other), older: type, newer: other }];
    }),
    ...older.functions.flatMap((func) => {
      const other = functions.get(keyOf(func));
      if (other && signatureOf(other) === signatureOf(func)) return [];
      return [{ problem: problemOf('function', keyOf(func), other), older: func, newer: other }];
    }),
  ];
}

function problemOf(what: string, name: string, other: object | undefined): string {
  return other ? `${what} \`${name}\` differs` : `it has no ${what} \`${name}\``;
}

/** The name of a function, with its resource. */
function keyOf({ form, name }: Func): string {
  if (form.kind === 'free') return name;
  return form.kind === 'constructor' ? `constructor of ${name}` : `${form.resource.name}.${name}`;
}

function signatureOf({ form, isAsync, parameters, result }: Func): string {
  const list = parameters.map(({ name, type }) => `${name}: ${typeText(type)}`).join(', ');
  return `${form.kind} ${String(isAsync)} (${list}) -> ${optionalText(result)}`;
}

/** What a type is made of, whatever it is called on the way. */
function shapeOf(definition: TypeDefinition): string {
  switch (definition.kind) {
    case 'record':
      return `record ${definition.fields.map(({ name, type }) => `${name}: ${typeText(type)}`).join(', ')}`;
    case 'variant':
      return `variant ${definition.cases.map(({ name, type }) => `${name}(${optionalText(type)})`).join(', ')}`;
    case 'enum':
      return `enum ${definition.cases.map(({ name }) => name).join(', ')}`;
    case 'flags':
      return `flags ${definition.flags.map(({ name }) => name).join(', ')}`;
    case 'resource':
      return 'resource';
    case 'alias':
      return `alias ${definition.target.name}`;
    case 'type':
      return `type ${typeText(definition.type)}`;
  }
}

const optionalText = (type: Type | undefined): string => (type ? typeText(type) : '');
