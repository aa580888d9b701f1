/** Decoded interfaces and worlds as WIT. */
import { braced, type Lines } from '../base/lines.js';
import { writtenName } from '../syntax/names.js';
import { writtenString } from '../syntax/strings.js';
import type { ComponentType, Extern, FunctionType, InstanceType, NamedType, TypeItem } from './items.js';
import { checkedLabel, type FunctionName, functionNameOf } from './names.js';
import { gateLines, Notes } from './notes.js';
import { Malformed } from './reader.js';
import { declarationLines, pathText, typeText } from './write-types.js';

/** Types and functions by their names, in order: those of an interface, or of a world itself. */
export interface Body {
  readonly types: Map<string, NamedType>;
  readonly functions: Map<string, { readonly type: FunctionType; readonly externalId: string | undefined }>;
}

/** Adds what an instance has and the body has not. */
export function addTo(body: Body, externs: readonly Extern[]): void {
  for (const { name, item } of externs) {
    if (item.kind === 'named' && !body.types.has(name.text)) body.types.set(name.text, item);
    if (item.kind !== 'function' || body.functions.has(name.text)) continue;
    body.functions.set(name.text, { type: item, externalId: name.externalId });
  }
}

/** A body that holds nothing. */
export function emptyBody(): Body {
  return { types: new Map(), functions: new Map() };
}

/** What stands between the braces of an interface. */
export function interfaceBody(body: Body, from: string, notes: Notes): Lines {
  return [...typeLines(body, from, notes), ...freeFunctions(body, '', notes.at('funcs'))];
}

function inlineBody({ exports }: InstanceType, from: string, notes: Notes): Lines {
  const body = emptyBody();
  addTo(body, exports);
  return interfaceBody(body, from, notes);
}

function typeLines(body: Body, from: string, notes: Notes): Lines {
  return [...body.types.values()].flatMap((named) => {
    const about = notes.at('types', named.name);
    const members = memberLines(named.name, body, notes.at('funcs'));
    // What `use` brings in has gates, but no documentation.
    return [...about.lines, ...idLines(named.externalId), ...declarationLines(named, members, from, about)];
  });
}

function memberLines(resource: string, { functions }: Body, notes: Notes): Lines {
  return [...functions].flatMap(([text, { type, externalId }]) => {
    const name = functionNameOf(text);
    if (name.resource !== resource) return [];
    return [...notes.at(text).lines, ...idLines(externalId), `${functionText(name, type)};`];
  });
}

function freeFunctions({ functions }: Body, prefix: string, notes: Notes): Lines {
  return [...functions].flatMap(([text, { type, externalId }]) => {
    const name = functionNameOf(text);
    if (name.form !== 'free') return [];
    return [...notes.at(text).lines, ...idLines(externalId), `${prefix}${functionText(name, type)};`];
  });
}

function functionText({ form, name, resource }: FunctionName, type: FunctionType): string {
  const { isAsync, parameters, result } = type;
  const own = form === 'method' ? parameters.slice(1) : parameters;
  const list = own.map(({ label, type: of }) => `${writtenName(label)}: ${typeText(of)}`).join(', ');
  const isPlain = form === 'constructor' && result !== undefined && isOwn(result, resource);
  const returned = result && !isPlain ? ` -> ${typeText(result)}` : '';
  const keyword = isAsync ? 'async func' : 'func';
  if (form === 'constructor') return `constructor(${list})${returned}`;
  return `${writtenName(name)}: ${form === 'static' ? 'static ' : ''}${keyword}(${list})${returned}`;
}

function isOwn(item: TypeItem, name: string | undefined): boolean {
  if (item.kind !== 'value' || item.shape.kind !== 'own') return false;
  const { resource } = item.shape;
  return resource.kind === 'named' && resource.name === name;
}

function idLines(externalId: string | undefined): Lines {
  return externalId === undefined ? [] : [`@external-id(${writtenString(externalId)})`];
}

/** What stands between the braces of a world. */
export function worldBody({ imports, exports }: ComponentType, from: string, notes: Notes): Lines {
  const own = emptyBody();
  addTo(own, imports);
  const outgoing = emptyBody();
  addTo(outgoing, exports);
  const [incomingNotes, outgoingNotes] = [notes.at('funcs'), notes.at('func_exports')];
  return [
    ...imports.flatMap((extern) => interfaceLines('import', extern, from, notes)),
    ...typeLines(own, from, notes),
    ...freeFunctions(own, 'import ', incomingNotes),
    ...exports.flatMap((extern) => interfaceLines('export', extern, from, notes)),
    ...[...outgoing.functions].flatMap(([text, { type, externalId }]) => {
      const isOnBothSides = own.functions.has(text);
      const about = outgoingNotes.at(text);
      const shared = isOnBothSides ? about : new Notes(about.json ?? incomingNotes.at(text).json);
      const signature = functionText({ form: 'free', name: checkedLabel(text), resource: undefined }, type);
      return [...shared.lines, ...idLines(externalId), `export ${signature};`];
    }),
  ];
}

function interfaceLines(
  direction: 'import' | 'export',
  { name, item }: Extern,
  from: string,
  notes: Notes,
): Lines {
  if (item.kind === 'component')
    throw new Malformed(`${JSON.stringify(name.text)} in it is nothing that WIT has`);
  if (item.kind !== 'instance') return [];
  const target = name.id ?? name.implements;
  if (target) {
    const label = name.id ? '' : `${writtenName(checkedLabel(name.text))}: `;
    const docs = new Notes({ docs: notes.at(`interface_${direction}_docs`, name.text).docs });
    const gates = gateLines(notes.at(`interface_${direction}_stability`, name.text).json);
    const statement = `${direction} ${label}${pathText(target, from)};`;
    return [...docs.lines, ...gates, ...idLines(name.externalId), statement];
  }
  const exported = direction === 'export' ? notes.at('interface_exports', name.text) : new Notes(undefined);
  const about = exported.json === undefined ? notes.at('interfaces', name.text) : exported;
  const head = `${direction} ${writtenName(checkedLabel(name.text))}: interface`;
  return [...about.lines, ...idLines(name.externalId), ...braced(head, inlineBody(item, from, about))];
}
