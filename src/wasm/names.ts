/** Names of the binary format. Spec: Binary.md `nameattributes`, Explainer.md "Import and Export Definitions". */
import type { ExternName, InterfaceId } from './items.js';
import { type ByteReader, Malformed } from './reader.js';

/** A label: the name of a member, a parameter, a type or a plain import. */
export function readLabel(reader: ByteReader): string {
  return checkedLabel(reader.text());
}

/** The name of an import or export with its attributes. */
export function readExternName(reader: ByteReader): ExternName {
  const form = reader.byte();
  if (form > 2) throw new Malformed(`it has names of an unknown form ${String(form)}`);
  const text = reader.text();
  const attributes = new Map(form === 2 ? reader.list((at) => [at.byte(), at.text()]) : []);
  const implemented = attributes.get(0);
  return {
    text,
    id: text.includes('/') ? idOf(text, attributes.get(1) ?? '') : undefined,
    implements: implemented === undefined ? undefined : idOf(implemented, ''),
    externalId: attributes.get(2),
  };
}

/** How a function belongs to a resource: `[method]r.m`. */
export interface FunctionName {
  readonly form: 'free' | 'constructor' | 'method' | 'static';
  readonly name: string;
  readonly resource: string | undefined;
}

const memberPattern = /^\[(?:(constructor)\]([^.]+)|(method|static)\]([^.]+)\.(.+))$/;

/** The parts of a function's name. */
export function functionNameOf(text: string): FunctionName {
  const [isMember, constructor, made, form, resource, name] = memberPattern.exec(text) ?? [];
  if (isMember === undefined) return { form: 'free', name: checkedLabel(text), resource: undefined };
  if (constructor !== undefined) return { form: 'constructor', name: '', resource: checkedLabel(made ?? '') };
  return {
    form: form === 'static' ? 'static' : 'method',
    name: checkedLabel(name ?? ''),
    resource: checkedLabel(resource ?? ''),
  };
}

const labelPattern = /^[a-zA-Z][a-zA-Z0-9]*(?:-[a-zA-Z0-9]+)*$/;

/** A label, which goes into text and so must be one. */
export function checkedLabel(text: string): string {
  if (!labelPattern.test(text)) throw new Malformed(`${JSON.stringify(text)} in it is no name`);
  return text;
}

const idPattern =
  /^((?:[a-z][a-z0-9-]*:)+[a-z][a-z0-9-]*(?:\/[a-z][a-z0-9-]*)*)\/([a-zA-Z][a-zA-Z0-9-]*)(@[0-9A-Za-z.+-]+)?$/;

/** The version of a canonical name is shortened; what was cut off is an attribute. */
function idOf(text: string, versionSuffix: string): InterfaceId {
  const [, packageName, name, version = ''] = idPattern.exec(text) ?? [];
  if (packageName === undefined || name === undefined) {
    throw new Malformed(`${JSON.stringify(text)} in it does not name an interface`);
  }
  return { package: packageName + version + versionSuffix, name };
}
