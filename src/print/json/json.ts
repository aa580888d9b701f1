/** `wit-gen inspect --format json`: all packages, as the reference implementation writes them. docs/inspect.md describes it. */
import { packageNameText, type Func, type Resolved } from '../../resolve/model.js';
import { arenaOf } from '../arena/arena.js';
import type {
  FunctionRow,
  InterfaceRow,
  ItemRow,
  Named,
  PackageRow,
  TypeRow,
  WorldRow,
} from '../arena/rows.js';
import { docsJson, stabilityJson } from './notes.js';
import { type Json, JsonObject, jsonText, object } from './text.js';
import { kindJson } from './types.js';

/** The text ends without a line break, as the reference's does. */
export function printJson(resolved: Resolved): string {
  const { worlds, interfaces, types, packages } = arenaOf(resolved);
  const root = object({
    worlds: worlds.map(worldJson),
    interfaces: interfaces.map(interfaceJson),
    types: types.map(typeJson),
    packages: packages.map(packageJson),
  });
  return jsonText(root);
}

function worldJson({ world, imports, exports, package: packageId }: WorldRow): Json {
  return object({
    name: world.name,
    imports: mapJson(imports, itemJson),
    exports: mapJson(exports, itemJson),
    package: packageId,
    docs: docsJson(world.docs),
    stability: stabilityJson(world.stability),
  });
}

function itemJson(item: ItemRow): Json {
  switch (item.kind) {
    case 'interface': {
      const { docs, stability, externalId } = item.notes;
      return object({
        interface: object({
          id: item.id,
          stability: stabilityJson(stability),
          external_id: externalId,
          docs: docsJson(docs),
        }),
      });
    }
    case 'function':
      return object({ function: functionJson(item.function) });
    case 'type':
      return object({ type: item.id });
  }
}

function interfaceJson(row: InterfaceRow): Json {
  return object({
    name: row.name ?? null,
    types: mapJson(row.types, (id) => id),
    functions: new JsonObject(row.functions.map((func) => [func.name, functionJson(func)])),
    docs: docsJson(row.docs),
    stability: stabilityJson(row.stability),
    package: row.package,
    clone_of: row.copyOf,
  });
}

function functionJson(row: FunctionRow): Json {
  const { docs, stability, externalId } = row.func;
  return object({
    name: row.name,
    kind: functionKind(row.func, row.resource),
    params: row.parameters.map(([name, type]) => object({ name, type })),
    result: row.result,
    docs: docsJson(docs),
    stability: stabilityJson(stability),
    external_id: externalId,
  });
}

function functionKind({ form, isAsync }: Func, resource: number | undefined): Json {
  const prefix = isAsync ? 'async-' : '';
  return form.kind === 'free' ? `${prefix}freestanding` : object({ [`${prefix}${form.kind}`]: resource });
}

function typeJson(row: TypeRow): Json {
  const { name, owner, docs, stability, externalId } = row;
  return object({
    name: name ?? null,
    kind: kindJson(row),
    owner: owner ? object({ [owner.kind]: owner.id }) : null,
    docs: docsJson(docs),
    stability: stabilityJson(stability),
    external_id: externalId,
  });
}

function packageJson({ package: { name, docs }, interfaces, worlds }: PackageRow): Json {
  return object({
    name: packageNameText(name),
    docs: docsJson(docs),
    interfaces: mapJson(interfaces, (id) => id),
    worlds: mapJson(worlds, (id) => id),
  });
}

function mapJson<Value>(entries: Named<Value>, json: (value: Value) => Json): Json {
  return new JsonObject(entries.map(([name, value]) => [name, json(value)]));
}
