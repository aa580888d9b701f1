/** The abstract syntax tree: readonly nodes, told apart by `kind`. Spec: WIT.md; grammar: `grammar/wit.ebnf`. */
import type { Span } from '../base/source.js';

interface NodeBase {
  readonly span: Span;
}

/** What stands before an item: documentation and attributes. */
interface Annotated extends NodeBase {
  readonly docs: Docs | undefined;
  readonly attributes: readonly Attribute[];
}

/** The comments before an item, as one text. */
export interface Docs {
  readonly text: string;
  readonly span: Span;
}

/** A name as written; `text` is without the `%` of an explicit one. */
export interface Name extends NodeBase {
  readonly kind: 'name';
  readonly text: string;
}

export interface VersionNode extends NodeBase {
  readonly kind: 'version';
  readonly text: string;
}

/** `ns:name@version`; with 🪺 also `ns:nested:name/nested@version`. */
export interface PackagePath extends NodeBase {
  readonly kind: 'package-path';
  readonly namespace: Name;
  /** 🪺 Namespaces within the first one. */
  readonly nestedNamespaces: readonly Name[];
  readonly name: Name;
  /** 🪺 Packages within the first one. */
  readonly nestedPackages: readonly Name[];
  readonly version: VersionNode | undefined;
}

/** `name` or `ns:package/name@version`. */
export interface UsePath extends NodeBase {
  readonly kind: 'use-path';
  readonly package: PackagePath | undefined;
  readonly name: Name;
}

export interface FileNode extends NodeBase {
  readonly kind: 'file';
  readonly header: PackageHeader | undefined;
  /** Whether there is a header that could not be understood; a diagnostic says why. */
  readonly hasBrokenHeader: boolean;
  /** Places of the text at which something may be declared that could not be understood. */
  readonly lost: readonly Span[];
  readonly items: readonly Item[];
}

/** `package a:b;` at the start of a file. */
export interface PackageHeader extends NodeBase {
  readonly kind: 'package-header';
  readonly docs: Docs | undefined;
  readonly name: PackagePath;
}

export type Item = InterfaceNode | WorldNode | TopUse | NestedPackage;

/** `package a:b { … }`. */
export interface NestedPackage extends NodeBase {
  readonly kind: 'nested-package';
  readonly docs: Docs | undefined;
  readonly name: PackagePath;
  readonly items: readonly Item[];
}

/** `use a:b/c as d;` at the top of a file. */
export interface TopUse extends Annotated {
  readonly kind: 'top-use';
  readonly path: UsePath;
  readonly alias: Name | undefined;
}

export interface InterfaceNode extends Annotated {
  readonly kind: 'interface';
  readonly name: Name;
  readonly items: readonly InterfaceItem[];
}

export type InterfaceItem = Use | Typedef | FunctionItem;

export interface WorldNode extends Annotated {
  readonly kind: 'world';
  readonly name: Name;
  readonly items: readonly WorldItemNode[];
}

export type WorldItemNode = Extern | Use | Typedef | Include;

/** `use path.{names};` in an interface or world. */
export interface Use extends Annotated {
  readonly kind: 'use';
  readonly path: UsePath;
  readonly names: readonly UseName[];
}

export interface UseName extends NodeBase {
  readonly kind: 'use-name';
  readonly name: Name;
  readonly alias: Name | undefined;
}

/** `name: func(…);` in an interface. */
export interface FunctionItem extends Annotated {
  readonly kind: 'function-item';
  readonly name: Name;
  readonly function: FunctionNode;
}

export interface FunctionNode extends NodeBase {
  readonly kind: 'function';
  readonly isAsync: boolean;
  readonly parameters: readonly ParameterNode[];
  readonly result: TypeNode | undefined;
}

export interface ParameterNode extends NodeBase {
  readonly kind: 'parameter';
  readonly name: Name;
  readonly type: TypeNode;
}

/** `import …` or `export …` in a world. */
export interface Extern extends Annotated {
  readonly kind: 'extern';
  readonly direction: 'import' | 'export';
  readonly target: ExternTarget;
}

export type ExternTarget = ExternFunction | ExternInline | ExternPath;

/** `name: func(…);` */
export interface ExternFunction extends NodeBase {
  readonly kind: 'extern-function';
  readonly name: Name;
  readonly function: FunctionNode;
}

/** `name: interface { … }` */
export interface ExternInline extends NodeBase {
  readonly kind: 'extern-inline';
  readonly name: Name;
  readonly items: readonly InterfaceItem[];
}

/** `path;` or `label: path;` */
export interface ExternPath extends NodeBase {
  readonly kind: 'extern-path';
  readonly label: Name | undefined;
  readonly path: UsePath;
}

export interface Include extends Annotated {
  readonly kind: 'include';
  readonly path: UsePath;
  readonly names: readonly IncludeName[];
}

/** `name as alias` of an include. */
export interface IncludeName extends NodeBase {
  readonly kind: 'include-name';
  readonly name: Name;
  readonly alias: Name;
}

export type Typedef = TypeAliasNode | RecordNode | VariantNode | EnumNode | FlagsNode | ResourceNode;

export interface TypeAliasNode extends Annotated {
  readonly kind: 'type-alias';
  readonly name: Name;
  readonly type: TypeNode;
}

export interface RecordNode extends Annotated {
  readonly kind: 'record';
  readonly name: Name;
  readonly fields: readonly FieldNode[];
}

export interface FieldNode extends NodeBase {
  readonly kind: 'field';
  readonly docs: Docs | undefined;
  readonly name: Name;
  readonly type: TypeNode;
}

export interface VariantNode extends Annotated {
  readonly kind: 'variant';
  readonly name: Name;
  readonly cases: readonly CaseNode[];
}

export interface CaseNode extends NodeBase {
  readonly kind: 'case';
  readonly docs: Docs | undefined;
  readonly name: Name;
  readonly type: TypeNode | undefined;
}

export interface EnumNode extends Annotated {
  readonly kind: 'enum';
  readonly name: Name;
  readonly cases: readonly LabelNode[];
}

export interface FlagsNode extends Annotated {
  readonly kind: 'flags';
  readonly name: Name;
  readonly flags: readonly LabelNode[];
}

/** A case of an enum, or a flag. */
export interface LabelNode extends NodeBase {
  readonly kind: 'label';
  readonly docs: Docs | undefined;
  readonly name: Name;
}

export interface ResourceNode extends Annotated {
  readonly kind: 'resource';
  readonly name: Name;
  readonly items: readonly ResourceItem[];
}

export type ResourceItem = ConstructorNode | MethodNode;

/** `constructor(…) -> result;` Its name is the keyword. */
export interface ConstructorNode extends Annotated {
  readonly kind: 'constructor';
  readonly name: Name;
  readonly parameters: readonly ParameterNode[];
  readonly result: TypeNode | undefined;
}

export interface MethodNode extends Annotated {
  readonly kind: 'method';
  readonly name: Name;
  readonly isStatic: boolean;
  readonly function: FunctionNode;
}

export type TypeNode =
  | BuiltinTypeNode
  | NamedTypeNode
  | TupleTypeNode
  | ListTypeNode
  | MapTypeNode
  | OptionTypeNode
  | ResultTypeNode
  | FutureTypeNode
  | StreamTypeNode
  | HandleTypeNode
  | ErrorTypeNode;

/** `u8`, `string`, `error-context`, … */
export interface BuiltinTypeNode extends NodeBase {
  readonly kind: 'builtin-type';
  readonly text: string;
}

export interface NamedTypeNode extends NodeBase {
  readonly kind: 'named-type';
  readonly name: Name;
}

export interface TupleTypeNode extends NodeBase {
  readonly kind: 'tuple-type';
  readonly items: readonly TypeNode[];
}

/** `list<element>`, or with a length `list<element, 4>`. */
export interface ListTypeNode extends NodeBase {
  readonly kind: 'list-type';
  readonly element: TypeNode;
  readonly length: number | undefined;
}

export interface MapTypeNode extends NodeBase {
  readonly kind: 'map-type';
  readonly key: TypeNode;
  readonly value: TypeNode;
}

export interface OptionTypeNode extends NodeBase {
  readonly kind: 'option-type';
  readonly inner: TypeNode;
}

export interface ResultTypeNode extends NodeBase {
  readonly kind: 'result-type';
  readonly ok: TypeNode | undefined;
  readonly err: TypeNode | undefined;
}

export interface FutureTypeNode extends NodeBase {
  readonly kind: 'future-type';
  readonly element: TypeNode | undefined;
}

export interface StreamTypeNode extends NodeBase {
  readonly kind: 'stream-type';
  readonly element: TypeNode | undefined;
}

/** `own<r>` or `borrow<r>`. */
export interface HandleTypeNode extends NodeBase {
  readonly kind: 'handle-type';
  readonly ownership: 'own' | 'borrow';
  readonly resource: Name;
}

/** A type that could not be parsed; a diagnostic says why. */
export interface ErrorTypeNode extends NodeBase {
  readonly kind: 'error-type';
}

export type Attribute = SinceAttribute | UnstableAttribute | DeprecatedAttribute | ExternalIdAttribute;

/** `name` of each attribute is the word after the `@`. */
export interface SinceAttribute extends NodeBase {
  readonly kind: 'since';
  readonly name: Name;
  readonly version: VersionNode;
}

export interface UnstableAttribute extends NodeBase {
  readonly kind: 'unstable';
  readonly name: Name;
  readonly feature: Name;
}

export interface DeprecatedAttribute extends NodeBase {
  readonly kind: 'deprecated';
  readonly name: Name;
  readonly version: VersionNode;
}

export interface ExternalIdAttribute extends NodeBase {
  readonly kind: 'external-id';
  readonly name: Name;
  readonly value: string;
}

/** Every node of the tree. */
export type AstNode =
  | FileNode
  | PackageHeader
  | PackagePath
  | UsePath
  | VersionNode
  | Name
  | Item
  | InterfaceItem
  | WorldItemNode
  | UseName
  | FunctionNode
  | ParameterNode
  | ExternTarget
  | IncludeName
  | FieldNode
  | CaseNode
  | LabelNode
  | ResourceItem
  | TypeNode
  | Attribute;

/** Which members of each kind of node hold its children, in the order of the text. */
export const childKeys: {
  readonly [Node in AstNode as Node['kind']]: readonly (keyof Node)[];
} = {
  file: ['header', 'items'],
  'package-header': ['name'],
  'package-path': ['namespace', 'nestedNamespaces', 'name', 'nestedPackages', 'version'],
  'use-path': ['package', 'name'],
  version: [],
  name: [],
  'nested-package': ['name', 'items'],
  'top-use': ['attributes', 'path', 'alias'],
  interface: ['attributes', 'name', 'items'],
  world: ['attributes', 'name', 'items'],
  use: ['attributes', 'path', 'names'],
  'use-name': ['name', 'alias'],
  'function-item': ['attributes', 'name', 'function'],
  function: ['parameters', 'result'],
  parameter: ['name', 'type'],
  extern: ['attributes', 'target'],
  'extern-function': ['name', 'function'],
  'extern-inline': ['name', 'items'],
  'extern-path': ['label', 'path'],
  include: ['attributes', 'path', 'names'],
  'include-name': ['name', 'alias'],
  'type-alias': ['attributes', 'name', 'type'],
  record: ['attributes', 'name', 'fields'],
  field: ['name', 'type'],
  variant: ['attributes', 'name', 'cases'],
  case: ['name', 'type'],
  enum: ['attributes', 'name', 'cases'],
  flags: ['attributes', 'name', 'flags'],
  label: ['name'],
  resource: ['attributes', 'name', 'items'],
  constructor: ['attributes', 'name', 'parameters', 'result'],
  method: ['attributes', 'name', 'function'],
  'builtin-type': [],
  'named-type': ['name'],
  'tuple-type': ['items'],
  'list-type': ['element'],
  'map-type': ['key', 'value'],
  'option-type': ['inner'],
  'result-type': ['ok', 'err'],
  'future-type': ['element'],
  'stream-type': ['element'],
  'handle-type': ['resource'],
  'error-type': [],
  since: ['name', 'version'],
  unstable: ['name', 'feature'],
  deprecated: ['name', 'version'],
  'external-id': ['name'],
};
