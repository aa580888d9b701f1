/** What can be wrong with the meaning of WIT. Codes: wit-language map, section 3.4. */
import { entry, m } from '../base/diagnostics.js';

export const errors = {
  unreadable: entry({
    code: 'io-unreadable',
    severity: 'error',
    message: m`cannot read \`${'path'}\`: ${'reason'}`,
    explain: 'The file exists but could not be read as UTF-8 text.',
  }),
  notFound: entry({
    code: 'io-not-found',
    severity: 'error',
    message: m`there is no file or folder \`${'path'}\``,
    explain: 'Give a `.wit` file, or a folder with `.wit` files and optionally a `deps` folder.',
  }),
  wasmDependency: entry({
    code: 'io-wasm-dependency',
    severity: 'error',
    message: m`\`${'path'}\` is a binary package, which cannot be read yet`,
    explain:
      'A dependency may be a WIT package encoded as WebAssembly. Turn it into text with `wasm-tools component wit`.',
  }),
  noPackage: entry({
    code: 'no-package',
    severity: 'error',
    message: m`no \`package\` header in ${'path'}`,
    explain: 'One file of each package starts with its name: `package namespace:name;`.',
  }),
  packageMismatch: entry({
    code: 'package-mismatch',
    severity: 'error',
    message: m`this file says package \`${'name'}\`, another one of the same folder \`${'other'}\``,
    explain: 'All files of a folder belong to one package.',
  }),
  packageDocs: entry({
    code: 'package-docs-dup',
    severity: 'error',
    message: m`the package is already documented in another file`,
    explain: 'Only one file of a package may have documentation before its `package` header.',
  }),
  nestedPackage: entry({
    code: 'nested-not-top',
    severity: 'error',
    message: m`package \`${'name'}\` stands inside another package`,
    explain: 'Write `package … { … }` at the top of a file, not inside another one.',
  }),
  duplicatePackage: entry({
    code: 'dup-package',
    severity: 'error',
    message: m`package \`${'name'}\` is defined more than once`,
    explain: 'Each version of a package is defined in one place. Remove one of the copies.',
  }),
  packageCycle: entry({
    code: 'package-cycle',
    severity: 'error',
    message: m`package \`${'name'}\` depends on itself`,
    explain:
      'Packages may not use each other in a circle, and a package refers to its own items by their plain names.',
  }),
  packageNotFound: entry({
    code: 'package-not-found',
    severity: 'error',
    message: m`no package named \`${'name'}\``,
    explain:
      'A package is found in `deps/` next to the WIT files, or as `package … { … }`. Versions must match exactly.',
  }),
  duplicateItem: entry({
    code: 'dup-item',
    severity: 'error',
    message: m`\`${'name'}\` is already ${'earlier'} of this package`,
    explain: 'Interfaces and worlds of a package share one set of names, over all of its files.',
  }),
  duplicateFileName: entry({
    code: 'dup-file-name',
    severity: 'error',
    message: m`\`${'name'}\` already has a meaning in this file`,
    explain: 'Give the used interface another name: `use a:b/c as other;`.',
  }),
  itemNotFound: entry({
    code: 'item-not-found',
    severity: 'error',
    message: m`no interface or world named \`${'name'}\` in ${'scope'}`,
    explain: 'A plain name is an interface or world of this package, or a top-level `use` of this file.',
  }),
  itemCycle: entry({
    code: 'item-cycle',
    severity: 'error',
    message: m`${'item'} depends on itself: ${'path'}`,
    explain: 'Interfaces may not `use`, and worlds may not `include`, each other in a circle.',
  }),
  attributeOnUse: entry({
    code: 'attr-on-use',
    severity: 'error',
    message: m`a top-level \`use\` takes no attributes`,
    explain: 'A top-level `use` only gives a name within its file; gate what uses it.',
  }),
  worldNotInterface: entry({
    code: 'world-not-interface',
    severity: 'error',
    message: m`\`${'name'}\` is a world, not an interface`,
    explain: 'Only interfaces are used, imported and exported. A world is included with `include`.',
  }),
  interfaceNotWorld: entry({
    code: 'interface-not-world',
    severity: 'error',
    message: m`\`${'name'}\` is an interface, not a world`,
    explain: 'Only worlds are included. An interface is imported with `import` or `export`ed.',
  }),
  interfaceNotFound: entry({
    code: 'interface-not-found',
    severity: 'error',
    message: m`no interface named \`${'name'}\` in package \`${'package'}\``,
    explain: 'The package exists, but it has no interface of this name.',
  }),
  worldNotFound: entry({
    code: 'world-not-found',
    severity: 'error',
    message: m`no world named \`${'name'}\` in package \`${'package'}\``,
    explain: 'The package exists, but it has no world of this name.',
  }),
  duplicateName: entry({
    code: 'dup-name',
    severity: 'error',
    message: m`\`${'name'}\` is defined more than once`,
    explain: 'Types, used types and functions of an interface share one set of names.',
  }),
  typeNotFound: entry({
    code: 'type-not-found',
    severity: 'error',
    message: m`no type named \`${'name'}\` in ${'scope'}`,
    explain: 'A name in type position is a builtin, a type of this interface, or brought in with `use`.',
  }),
  typeCycle: entry({
    code: 'type-cycle',
    severity: 'error',
    message: m`type \`${'name'}\` contains itself: ${'path'}`,
    explain:
      'Values of WIT are finite trees of known shape, so a type cannot contain itself, not even in a list. Use a resource, or indices into a list.',
  }),
  nameNotFound: entry({
    code: 'name-not-found',
    severity: 'error',
    message: m`no type named \`${'name'}\` in ${'scope'}`,
    explain: 'The types of a signature and the names of a `use` must exist in that interface.',
  }),
  foreignTypeNotFound: entry({
    code: 'foreign-type-not-found',
    severity: 'error',
    message: m`no type named \`${'name'}\` in ${'scope'}`,
    explain: 'The interface of the other package has no type of this name.',
  }),
  functionAsType: entry({
    code: 'func-as-type',
    severity: 'error',
    message: m`\`${'name'}\` is a function, not a type`,
    explain: 'Functions and types share one set of names; a type was expected here.',
  }),
  useOfFunction: entry({
    code: 'use-func',
    severity: 'error',
    message: m`\`${'name'}\` is a function, and only types can be used`,
    explain: '`use` brings in types. To call a function of another interface, import that interface.',
  }),
  handleNotResource: entry({
    code: 'handle-not-resource',
    severity: 'error',
    message: m`\`${'name'}\` is not a resource`,
    explain: '`own` and `borrow` take the name of a resource; other values are passed as they are.',
  }),
  handleNotResourceForeign: entry({
    code: 'handle-not-resource-foreign',
    severity: 'error',
    message: m`\`${'name'}\` of package \`${'package'}\` is not a resource`,
    explain: '`own` and `borrow` take the name of a resource; other values are passed as they are.',
  }),
  mapKey: entry({
    code: 'map-key',
    severity: 'error',
    message: m`the key of a \`map\` must be \`bool\`, an integer, \`char\` or \`string\``,
    explain: 'Only these builtin types are keys, and they are written out, not through an alias.',
  }),
  emptyVariant: entry({
    code: 'empty-variant',
    severity: 'error',
    message: m`variant \`${'name'}\` has no cases`,
    explain: 'A variant without cases has no values. Give it at least one case.',
  }),
  emptyEnum: entry({
    code: 'empty-enum',
    severity: 'error',
    message: m`enum \`${'name'}\` has no cases`,
    explain: 'An enum without cases has no values. Give it at least one case.',
  }),
  duplicateConstructor: entry({
    code: 'dup-ctor',
    severity: 'error',
    message: m`resource \`${'resource'}\` has more than one constructor`,
    explain: 'Use a static function for other ways to make the resource.',
  }),
  duplicateMethod: entry({
    code: 'dup-method',
    severity: 'error',
    message: m`resource \`${'resource'}\` already has a function \`${'name'}\``,
    explain: 'Methods and static functions of a resource share one set of names.',
  }),
  duplicateParameter: entry({
    code: 'dup-param',
    severity: 'error',
    message: m`there is already a parameter \`${'name'}\``,
    explain: 'Parameters of a function have different names. A method already has `self`.',
  }),
  constructorNotResult: entry({
    code: 'ctor-not-result',
    severity: 'error',
    message: m`a constructor of \`${'resource'}\` can only return \`result<${'resource'}, …>\``,
    explain:
      'A constructor returns its resource without saying so. If it can fail it returns `result` of the resource.',
  }),
  constructorOkType: entry({
    code: 'ctor-ok-type',
    severity: 'error',
    message: m`the \`result\` of this constructor must have \`${'resource'}\` as its first type`,
    explain:
      'A constructor that can fail returns `result` of its own resource: `result<r>` or `result<r, error>`.',
  }),
  attributeCombination: entry({
    code: 'attr-combination',
    severity: 'error',
    message: m`${'problem'}`,
    explain:
      'An item has either `@since` or `@unstable`, each attribute at most once, and `@deprecated` only beside one of them.',
  }),
  interfaceTwice: entry({
    code: 'iface-twice',
    severity: 'error',
    message: m`\`${'name'}\` is already ${'direction'}ed by this world`,
    explain:
      'An interface is imported once and exported once. To have it twice, label it: `import other: name;`.',
  }),
  worldConflict: entry({
    code: 'world-conflict',
    severity: 'error',
    message: m`this world already ${'verb'} ${'kind'} \`${'name'}\``,
    explain: 'Plain names of the imports of a world must differ, and so must those of its exports.',
  }),
  gateWithoutVersion: entry({
    code: 'gate-no-version',
    severity: 'error',
    message: m`\`@since\` needs a package with a version, and \`${'package'}\` has none`,
    explain: 'Give the package a version: `package a:b@1.0.0;`.',
  }),
  gateUnreleased: entry({
    code: 'gate-unreleased',
    severity: 'error',
    message: m`\`@since(version = ${'since'})\` is later than the package, which is at ${'version'}`,
    explain: 'Something cannot exist since a version that the package has not reached.',
  }),
  gatedReference: entry({
    code: 'gated-reference',
    severity: 'error',
    message: m`\`${'referrer'}\` refers to ${'item'}, which is left out unless the feature \`${'feature'}\` is on`,
    explain:
      'What refers to an item behind `@unstable` must be behind the same feature, or the feature be switched on.',
  }),
  borrowInResult: entry({
    code: 'borrow-in-result',
    severity: 'error',
    message: m`the result of \`${'function'}\` contains a \`borrow\``,
    explain: 'A borrowed handle ends with the call that it was lent to, so a function cannot return one.',
  }),
  borrowInStream: entry({
    code: 'borrow-in-stream',
    severity: 'error',
    lint: true,
    message: m`a \`${'kind'}\` here carries a \`borrow\``,
    explain:
      'What travels in a stream or future outlives the call, and a borrowed handle ends with it. Pass an owned handle.',
  }),
  streamOfChar: entry({
    code: 'stream-of-char',
    severity: 'error',
    lint: true,
    message: m`a \`stream\` of \`char\` has no encoding yet`,
    explain: 'The specification leaves streams of characters for later. Stream bytes: `stream<u8>`.',
  }),
  emptyType: entry({
    code: 'empty-type',
    severity: 'warning',
    lint: true,
    message: m`${'what'}`,
    explain:
      'Components refuse records, flags and tuples without members, although the WIT grammar has them. Add a member.',
  }),
  emptyList: entry({
    code: 'empty-list',
    severity: 'error',
    lint: true,
    message: m`a list of fixed length here has length 0`,
    explain: 'A list of fixed length has at least one element.',
  }),
  tooManyFlags: entry({
    code: 'too-many-flags',
    severity: 'error',
    lint: true,
    message: m`flags \`${'name'}\` has more than ${'limit'} flags`,
    explain: 'Flags are passed in 32 bits. Split them into two types.',
  }),
  typeSize: entry({
    code: 'type-size',
    severity: 'warning',
    lint: true,
    message: m`type \`${'name'}\` is made of more than ${'limit'} types`,
    explain:
      'A type counts all that it contains, as often as it contains it, and components refuse larger ones. Put a part of it into a resource.',
  }),
  duplicateMember: entry({
    code: 'dup-member',
    severity: 'error',
    lint: true,
    message: m`\`${'type'}\` already has a member \`${'name'}\``,
    explain:
      'Members of a type have different names, and differ in more than case, because not every language tells case apart.',
  }),
  uppercasePackage: entry({
    code: 'package-case',
    severity: 'error',
    lint: true,
    message: m`the name of package \`${'name'}\` has upper-case letters`,
    explain: 'Namespaces and names of packages are lower-case words joined by `-`.',
  }),
  includeRename: entry({
    code: 'include-rename',
    severity: 'error',
    message: m`world \`${'world'}\` has no import or export with the plain name \`${'name'}\``,
    explain: '`include … with` renames what has a plain name; interfaces imported by their path keep it.',
  }),
  includeShadow: entry({
    code: 'include-shadow',
    severity: 'error',
    message: m`the ${'direction'} \`${'name'}\` of the included world \`${'world'}\` is already there`,
    explain: 'Rename it: `include … with { name as other }`.',
  }),
  caseDuplicate: entry({
    code: 'case-dup',
    severity: 'error',
    message: m`\`${'name'}\` differs from \`${'other'}\` only in upper and lower case`,
    explain: 'Names must differ in more than case, because not every language tells case apart.',
  }),
  exportTransitive: entry({
    code: 'export-transitive',
    severity: 'error',
    message: m`world \`${'world'}\` exports \`${'interface'}\` in a way that needs one interface both imported and exported`,
    explain:
      'An exported interface takes its types from the export of the interface that it uses, if that is exported too, else from an import. On the way from one to the other every interface must be exported, or none.',
  }),
  stabilityMismatch: entry({
    code: 'stability-mismatch',
    severity: 'error',
    message: m`\`${'name'}\` of the included world has other attributes than the one that is already there`,
    explain: 'Where two worlds bring in the same interface their `@since` and `@unstable` must agree.',
  }),
  worldAmbiguous: entry({
    code: 'world-ambiguous',
    severity: 'error',
    message: m`${'problem'}`,
    explain: 'Name a world, for example with `--world name`, and its version where there are several.',
  }),
  worldUnknown: entry({
    code: 'world-unknown',
    severity: 'error',
    message: m`no world named \`${'name'}\``,
    explain: 'A world is named plainly (of the main package) or as `namespace:package/world@version`.',
  }),
} as const;
