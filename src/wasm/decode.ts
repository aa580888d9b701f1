/** Packages encoded as WebAssembly to WIT. Spec: Binary.md; how a package is encoded: wit-language map, section 4.5. */
import { braced, indented, type Lines } from '../base/lines.js';
import { writtenName } from '../syntax/names.js';
import type { ComponentType, Extern, InterfaceId } from './items.js';
import { type Notes, notesOf } from './notes.js';
import { type EncodedPackage, readPackage } from './read-package.js';
import { Malformed } from './reader.js';
import { addTo, type Body, emptyBody, interfaceBody, worldBody } from './write-bodies.js';
import { packageText } from './write-types.js';

/** WIT, or why there is none. */
export type Decoded = { readonly text: string } | { readonly problem: string };

/**
 * A package as one file of WIT. The packages that it uses are nested in the file, as far as it uses them.
 */
export function decodePackage(bytes: Uint8Array): Decoded {
  try {
    return { text: packageFile(readPackage(bytes)) };
  } catch (error) {
    if (error instanceof Malformed) return { problem: error.message };
    throw error;
  }
}

/** One of the interfaces or worlds of the package. */
interface Own {
  readonly id: InterfaceId;
  readonly lines: Lines;
}

function packageFile({ items, notes: noteText }: EncodedPackage): string {
  const notes = notesOf(noteText);
  const own = items.map((item) => ownItem(item, notes));
  const main = own[0]?.id.package ?? '';
  if (own.some(({ id }) => id.package !== main)) throw new Malformed('its items belong to several packages');
  const lines = [
    ...notes.lines,
    `package ${packageText(main)};`,
    ...own.flatMap((item) => item.lines),
    ...otherInterfaces(items, main, own),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The single export says what the item is: an instance is an interface, a component a world. */
function ownItem({ exports }: ComponentType, notes: Notes): Own {
  const [extern, ...others] = exports;
  const id = extern?.name.id;
  if (!extern || !id || others.length > 0) throw new Malformed('an item of it has not exactly one name');
  const { item } = extern;
  if (item.kind === 'component') {
    const about = notes.at('worlds', id.name);
    return {
      id,
      lines: [...about.lines, ...braced(`world ${writtenName(id.name)}`, worldBody(item, id.package, about))],
    };
  }
  if (item.kind !== 'instance') throw new Malformed('an item of it is neither interface nor world');
  const about = notes.at('interfaces', id.name);
  const body = emptyBody();
  addTo(body, item.exports);
  const lines = braced(`interface ${writtenName(id.name)}`, interfaceBody(body, id.package, about));
  return { id, lines: [...about.lines, ...lines] };
}

/**
 * What is known of the interfaces that stand elsewhere: in other packages, or in this one where only a world of it is
 * encoded.
 */
function otherInterfaces(items: readonly ComponentType[], main: string, own: readonly Own[]): Lines {
  const packages = new Map<string, Map<string, Body>>();
  for (const item of items) {
    for (const extern of mentionedIn(item)) collect(extern, packages);
  }
  for (const { id } of own) packages.get(id.package)?.delete(id.name);
  return [...packages].flatMap(([name, interfaces]) => {
    const lines = [...interfaces].flatMap(([each, body]) =>
      braced(`interface ${writtenName(each)}`, interfaceBody(body, name, notesOf(undefined))),
    );
    return name === main ? lines : [`package ${packageText(name)} {`, ...indented(lines), '}'];
  });
}

function mentionedIn({ imports, exports }: ComponentType): readonly Extern[] {
  const worlds = exports.flatMap(({ item }) => (item.kind === 'component' ? [item] : []));
  return [...imports, ...worlds.flatMap((world) => [...world.imports, ...world.exports])];
}

function collect({ name, item }: Extern, packages: Map<string, Map<string, Body>>): void {
  const id = name.id ?? name.implements;
  if (!id || item.kind !== 'instance') return;
  const interfaces = packages.get(id.package) ?? new Map<string, Body>();
  const body = interfaces.get(id.name) ?? emptyBody();
  packages.set(id.package, interfaces.set(id.name, body));
  addTo(body, item.exports);
}
