/** Which types of an interface or world refer to which. */
import type { InterfaceItem, Name, Typedef, WorldItemNode } from '../syntax/ast.js';
import { namesInType } from '../syntax/walk.js';
import { isTypedef, isUse } from './item-kinds.js';

/** The names of types in the order of the text, those of `use` among them. */
export interface TypeGraph {
  /** What a name is defined as; a used type is defined elsewhere. */
  readonly typedefs: readonly (Typedef | undefined)[];
  /** Where the definition of a name refers to other names of the graph. */
  readonly references: readonly (readonly Name[])[];
  /** The same as numbers of these names. */
  readonly edges: readonly (readonly number[])[];
}

/** The types among the items of a body, which are in the order of the text. */
export function typeGraph(items: readonly (InterfaceItem | WorldItemNode)[]): TypeGraph {
  const nodes = new Map<string, Typedef | undefined>();
  for (const item of items) {
    if (isTypedef(item)) nodes.set(item.name.text, item);
    else if (isUse(item)) {
      for (const { name, alias = name } of item.names) nodes.set(alias.text, undefined);
    }
  }
  const numbers = new Map([...nodes.keys()].map((name, index) => [name, index]));
  const typedefs = [...nodes.values()];
  const references = typedefs.map((node) =>
    (node ? namesInTypedef(node) : []).filter((name) => numbers.has(name.text)),
  );
  const edges = references.map((names) => names.map(({ text }) => numbers.get(text) ?? 0));
  return { typedefs, references, edges };
}

/** The names of declared types that a definition refers to, in the order of the text. */
function namesInTypedef(node: Typedef): readonly Name[] {
  switch (node.kind) {
    case 'type-alias':
      return namesInType(node.type);
    case 'record':
      return node.fields.flatMap((field) => namesInType(field.type));
    case 'variant':
      return node.cases.flatMap(({ type }) => (type ? namesInType(type) : []));
    case 'enum':
    case 'flags':
    case 'resource':
      return [];
  }
}
