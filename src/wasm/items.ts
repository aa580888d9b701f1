/** What a package encoded as WebAssembly consists of: types of components, as they refer to each other. */

/** Something with an index in the space of types. */
export type TypeItem = ValueType | NamedType | UsedType | FunctionType | InstanceType | ComponentType;

/** A type by its structure. */
export interface ValueType {
  readonly kind: 'value';
  readonly shape: Shape;
}

export type Shape =
  | { readonly kind: 'primitive'; readonly name: string }
  | { readonly kind: 'record'; readonly fields: readonly Labelled<TypeItem>[] }
  | { readonly kind: 'variant'; readonly cases: readonly Labelled<TypeItem | undefined>[] }
  | { readonly kind: 'enum'; readonly labels: readonly string[] }
  | { readonly kind: 'flags'; readonly labels: readonly string[] }
  | { readonly kind: 'tuple'; readonly items: readonly TypeItem[] }
  | { readonly kind: 'list'; readonly element: TypeItem; readonly length?: number }
  | { readonly kind: 'map'; readonly key: TypeItem; readonly value: TypeItem }
  | { readonly kind: 'option'; readonly inner: TypeItem }
  | { readonly kind: 'result'; readonly ok: TypeItem | undefined; readonly err: TypeItem | undefined }
  | { readonly kind: 'own'; readonly resource: TypeItem }
  | { readonly kind: 'borrow'; readonly resource: TypeItem }
  | { readonly kind: 'future'; readonly element: TypeItem | undefined }
  | { readonly kind: 'stream'; readonly element: TypeItem | undefined };

/** A field, case or parameter. */
export interface Labelled<Type> {
  readonly label: string;
  readonly type: Type;
}

/** A type that an import or export gives a name to; without a definition it is a resource. */
export interface NamedType {
  readonly kind: 'named';
  readonly name: string;
  readonly definition: TypeItem | undefined;
  readonly externalId: string | undefined;
}

/** A type of an imported or exported interface. */
export interface UsedType {
  readonly kind: 'used';
  readonly from: InterfaceId;
  readonly name: string;
}

export interface FunctionType {
  readonly kind: 'function';
  readonly isAsync: boolean;
  readonly parameters: readonly Labelled<TypeItem>[];
  readonly result: TypeItem | undefined;
}

export interface InstanceType {
  readonly kind: 'instance';
  readonly exports: readonly Extern[];
}

export interface ComponentType {
  readonly kind: 'component';
  readonly imports: readonly Extern[];
  readonly exports: readonly Extern[];
}

/** `ns:package/name@version`: an interface or world. */
export interface InterfaceId {
  /** `ns:package@version`. */
  readonly package: string;
  readonly name: string;
}

/** An import or export: a plain name, or an interface by its id. */
export interface ExternName {
  readonly text: string;
  readonly id: InterfaceId | undefined;
  /** Which interface a plain name stands for. */
  readonly implements: InterfaceId | undefined;
  readonly externalId: string | undefined;
}

export interface Extern {
  readonly name: ExternName;
  readonly item: NamedType | FunctionType | InstanceType | ComponentType;
}
