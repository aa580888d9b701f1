/** What can be wrong with the meaning of WIT. Codes: wit-language map, section 3.4. */
import { entry, m } from '../base/diagnostics.js';
import { wit } from '../base/examples.js';

export const errors = {
  unreadable: entry({
    code: 'io-unreadable',
    severity: 'error',
    message: m`cannot read \`${'path'}\`: ${'reason'}`,
    explain: 'A file or folder is there but cannot be read, or is not UTF-8 text.',
    example: { told: 'A file `wit/shop.wit` that holds the single byte `ff`.' },
    remedy: 'Save the file as UTF-8, and look at its permissions.',
  }),
  notFound: entry({
    code: 'io-not-found',
    severity: 'error',
    message: m`there is no file or folder \`${'path'}\``,
    explain: 'There is nothing at the path that was asked for.',
    example: { command: 'wit-gen check missing.wit' },
    remedy: 'Name a `.wit` file, or a folder with `.wit` files and perhaps a `deps` folder.',
  }),
  wasmDependency: entry({
    code: 'io-wasm-dependency',
    severity: 'error',
    message: m`\`${'path'}\` holds no WIT package: ${'problem'}`,
    explain:
      'Where WIT is read, a `.wasm` or `.wat` file is a WIT package encoded as WebAssembly. A component that does something, and a core module, are not.',
    example: { told: 'A file `wit/deps/clocks.wasm` that holds a component.' },
    remedy:
      'Encode the package: `wasm-tools component wit clocks.wit --wasm -o clocks.wasm`. The WIT of a component is told by `wasm-tools component wit component.wasm`.',
  }),
  noPackage: entry({
    code: 'no-package',
    severity: 'error',
    message: m`no \`package\` header in ${'path'}`,
    explain: 'One file of each package says its name.',
    example: wit`
      interface cart {}
    `,
    remedy: 'Start one file with `package namespace:name;`.',
  }),
  packageMismatch: entry({
    code: 'package-mismatch',
    severity: 'error',
    message: m`this file says package \`${'name'}\`, another one of the same folder \`${'other'}\``,
    explain: 'All files of a folder belong to one package.',
    example: wit`
      // file: cart.wit
      package demo:shop;

      interface cart {}

      // file: shelf.wit
      package demo:store;

      interface shelf {}
    `,
    remedy:
      'Give both files the same package, or move one of them to a folder of its own, such as `deps/store`.',
  }),
  packageDocs: entry({
    code: 'package-docs-dup',
    severity: 'error',
    message: m`the package is already documented in another file`,
    explain: 'Only one file of a package has documentation before its `package` header.',
    example: wit`
      // file: cart.wit
      /// A shop.
      package demo:shop;

      interface cart {}

      // file: shelf.wit
      /// The same shop.
      package demo:shop;

      interface shelf {}
    `,
    remedy: 'Keep the documentation in one file. Any comment before the header counts, also a licence.',
  }),
  nestedPackage: entry({
    code: 'nested-not-top',
    severity: 'error',
    message: m`package \`${'name'}\` stands inside another package`,
    explain: 'A `package … { … }` stands at the top of a file, not inside another one.',
    example: wit`
      package demo:shop;

      package demo:outer {
        package demo:inner {}
      }
    `,
    remedy: 'Move the inner package to the top of the file.',
  }),
  duplicatePackage: entry({
    code: 'dup-package',
    severity: 'error',
    message: m`package \`${'name'}\` is defined more than once`,
    explain: 'Each version of a package is defined in one place.',
    example: wit`
      package demo:shop;

      package demo:clock {
        interface now {}
      }

      package demo:clock {
        interface later {}
      }
    `,
    remedy: 'Remove one of the two, or join them.',
  }),
  packageCycle: entry({
    code: 'package-cycle',
    severity: 'error',
    message: m`package \`${'name'}\` depends on itself`,
    explain: 'Packages may not use each other in a circle, and none refers to itself by its full name.',
    example: wit`
      package demo:shop;

      interface cart {}

      world app {
        import demo:shop/cart;
      }
    `,
    remedy:
      'Refer to items of the same package by their plain names. Move what two packages share into a third.',
  }),
  packageNotFound: entry({
    code: 'package-not-found',
    severity: 'error',
    message: m`no package named \`${'name'}\``,
    explain:
      'A package is found in `deps/` beside the WIT files, or as `package … { … }`. Versions must match exactly.',
    example: wit`
      package demo:shop;

      world app {
        import demo:clock/now@0.2.0;
      }
    `,
    remedy: 'Put the package into `deps/`, or correct its name or version.',
  }),
  duplicateItem: entry({
    code: 'dup-item',
    severity: 'error',
    message: m`\`${'name'}\` is already ${'earlier'} of this package`,
    explain: 'Interfaces and worlds of a package share one set of names, over all of its files.',
    example: wit`
      package demo:shop;

      interface cart {}

      world cart {}
    `,
    remedy: 'Rename one of the two.',
  }),
  duplicateFileName: entry({
    code: 'dup-file-name',
    severity: 'error',
    message: m`\`${'name'}\` already has a meaning in this file`,
    explain:
      'What a top-level `use` brings in and what the package defines share one set of names in a file.',
    example: wit`
      package demo:shop;

      use demo:stock/shelf as cart;

      interface cart {}

      package demo:stock {
        interface shelf {}
      }
    `,
    remedy: 'Give the used interface another name: `use demo:stock/shelf as other;`.',
  }),
  itemNotFound: entry({
    code: 'item-not-found',
    severity: 'error',
    message: m`no interface or world named \`${'name'}\` in ${'scope'}`,
    explain: 'A plain name is an interface or world of this package, or a top-level `use` of this file.',
    example: wit`
      package demo:shop;

      interface cart {}

      world app {
        import crat;
      }
    `,
    remedy: 'Correct the name, or name the package, too: `namespace:package/interface`.',
  }),
  itemCycle: entry({
    code: 'item-cycle',
    severity: 'error',
    message: m`${'item'} depends on itself: ${'path'}`,
    explain: 'Interfaces may not `use`, and worlds may not `include`, each other in a circle.',
    example: wit`
      package demo:shop;

      interface cart {
        use shelf.{item};

        type order = list<item>;
      }

      interface shelf {
        use cart.{order};

        type item = option<order>;
      }
    `,
    remedy: 'Move what both need into a third interface or world.',
  }),
  attributeOnUse: entry({
    code: 'attr-on-use',
    severity: 'error',
    message: m`a top-level \`use\` takes no attributes`,
    explain: 'A top-level `use` takes no attributes, because it only gives a name within its file.',
    example: wit`
      package demo:shop@1.0.0;

      interface cart {}

      @since(version = 1.0.0)
      use cart as basket;
    `,
    remedy: 'Remove the attribute, and gate what uses the name.',
  }),
  worldNotInterface: entry({
    code: 'world-not-interface',
    severity: 'error',
    message: m`\`${'name'}\` is a world, not an interface`,
    explain: 'Only interfaces are used, imported and exported. This is a world.',
    example: wit`
      package demo:shop;

      world small {}

      world large {
        import small;
      }
    `,
    remedy: 'Include the world: `include small;`.',
  }),
  interfaceNotWorld: entry({
    code: 'interface-not-world',
    severity: 'error',
    message: m`\`${'name'}\` is ${'meaning'}`,
    explain: 'Only worlds are included. This is an interface.',
    example: wit`
      package demo:shop;

      interface cart {}

      world app {
        include cart;
      }
    `,
    remedy: 'Write `import cart;` or `export cart;`.',
  }),
  interfaceNotFound: entry({
    code: 'interface-not-found',
    severity: 'error',
    message: m`no interface named \`${'name'}\` in package \`${'package'}\``,
    explain: 'The package exists, but it has no interface of this name.',
    example: wit`
      package demo:shop;

      world app {
        import demo:stock/shelve;
      }

      package demo:stock {
        interface shelf {}
      }
    `,
    remedy: 'Correct the name; a world of a package cannot be imported.',
  }),
  worldNotFound: entry({
    code: 'world-not-found',
    severity: 'error',
    message: m`no world named \`${'name'}\` in package \`${'package'}\``,
    explain: 'The package exists, but it has no world of this name.',
    example: wit`
      package demo:shop;

      world app {
        include demo:stock/shelf;
      }

      package demo:stock {
        interface shelf {}
      }
    `,
    remedy: 'Correct the name; an interface is imported or exported, not included.',
  }),
  duplicateName: entry({
    code: 'dup-name',
    severity: 'error',
    message: m`\`${'name'}\` is defined more than once`,
    explain: 'Types, used types and functions of an interface share one set of names.',
    example: wit`
      package demo:shop;

      interface cart {
        total: func() -> u32;
        total: func() -> u64;
      }
    `,
    remedy: 'Rename one of the two. A used type is renamed with `use shelf.{item as other};`.',
  }),
  typeNotFound: entry({
    code: 'type-not-found',
    severity: 'error',
    message: m`no type named \`${'name'}\` in ${'scope'}`,
    explain: 'A name in type position is a builtin, a type of this interface, or brought in with `use`.',
    example: wit`
      package demo:shop;

      interface cart {
        record item {
          name: strng,
        }
      }
    `,
    remedy: 'Correct the name, define the type, or bring it in: `use shelf.{item};`.',
  }),
  typeCycle: entry({
    code: 'type-cycle',
    severity: 'error',
    message: m`type \`${'name'}\` contains itself: ${'path'}`,
    explain:
      'A type cannot contain itself, not even in a list, because values of WIT are finite trees of known shape.',
    example: wit`
      package demo:shop;

      interface cart {
        record folder {
          folders: list<folder>,
        }
      }
    `,
    remedy: 'Use a resource, or keep all values in one list and let them refer to each other by index.',
  }),
  nameNotFound: entry({
    code: 'name-not-found',
    severity: 'error',
    message: m`no type named \`${'name'}\` in ${'scope'}`,
    explain: 'The types of a signature and the names of a `use` must exist in that interface.',
    example: wit`
      package demo:shop;

      interface cart {
        add: func(to: basket);
      }
    `,
    remedy: 'Correct the name, define the type, or bring it in: `use shelf.{item};`.',
  }),
  foreignTypeNotFound: entry({
    code: 'foreign-type-not-found',
    severity: 'error',
    message: m`no type named \`${'name'}\` in ${'scope'}`,
    explain: 'The interface of the other package has no type of this name.',
    example: wit`
      package demo:shop;

      interface cart {
        use demo:stock/shelf.{itme};
      }

      package demo:stock {
        interface shelf {
          type item = string;
        }
      }
    `,
    remedy: 'Correct the name, or use a version of the package that has the type.',
  }),
  functionAsType: entry({
    code: 'func-as-type',
    severity: 'error',
    message: m`\`${'name'}\` is a function, not a type`,
    explain: 'Functions and types share one set of names. A type is expected here, and this is a function.',
    example: wit`
      package demo:shop;

      interface cart {
        total: func() -> u32;
        show: func(what: total);
      }
    `,
    remedy: 'Name a type.',
  }),
  useOfFunction: entry({
    code: 'use-func',
    severity: 'error',
    message: m`\`${'name'}\` is a function, and only types can be used`,
    explain: '`use` brings in types, and this is a function.',
    example: wit`
      package demo:shop;

      interface shelf {
        count: func() -> u32;
      }

      interface cart {
        use shelf.{count};
      }
    `,
    remedy: 'To call a function of another interface, import that interface into the world.',
  }),
  handleNotResource: entry({
    code: 'handle-not-resource',
    severity: 'error',
    message: m`\`${'name'}\` is not a resource`,
    explain: '`own` and `borrow` take the name of a resource.',
    example: wit`
      package demo:shop;

      interface cart {
        record item {
          name: string,
        }

        add: func(item: borrow<item>);
      }
    `,
    remedy: 'Pass the value itself, without a handle, or make the type a resource.',
  }),
  handleNotResourceForeign: entry({
    code: 'handle-not-resource-foreign',
    severity: 'error',
    message: m`\`${'name'}\` of package \`${'package'}\` is not a resource`,
    explain: '`own` and `borrow` take the name of a resource, and this type of another package is none.',
    example: wit`
      package demo:shop;

      interface cart {
        use demo:stock/shelf.{item};

        add: func(item: own<item>);
      }

      package demo:stock {
        interface shelf {
          type item = string;
        }
      }
    `,
    remedy: 'Pass the value itself, without a handle.',
  }),
  mapKey: entry({
    code: 'map-key',
    severity: 'error',
    message: m`the key of a \`map\` must be \`bool\`, an integer, \`char\` or \`string\``,
    explain:
      'The key of a `map` is `bool`, an integer, `char` or `string`, written out and not through an alias.',
    example: wit`
      package demo:shop;

      interface cart {
        by-price: func() -> map<f32, string>;
      }
    `,
    remedy: 'Use one of these types, or a list of pairs: `list<tuple<f32, string>>`.',
  }),
  emptyVariant: entry({
    code: 'empty-variant',
    severity: 'error',
    message: m`variant \`${'name'}\` has no cases`,
    explain: 'A variant has at least one case. Without cases it would have no values.',
    example: wit`
      package demo:shop;

      interface cart {
        variant payment {}
      }
    `,
    remedy: 'Give it a case.',
  }),
  emptyEnum: entry({
    code: 'empty-enum',
    severity: 'error',
    message: m`enum \`${'name'}\` has no cases`,
    explain: 'An enum has at least one case. Without cases it would have no values.',
    example: wit`
      package demo:shop;

      interface cart {
        enum size {}
      }
    `,
    remedy: 'Give it a case.',
  }),
  duplicateConstructor: entry({
    code: 'dup-ctor',
    severity: 'error',
    message: m`resource \`${'resource'}\` has more than one constructor`,
    explain: 'A resource has at most one constructor.',
    example: wit`
      package demo:shop;

      interface cart {
        resource basket {
          constructor();
          constructor(name: string);
        }
      }
    `,
    remedy:
      'Use a static function for other ways to make the resource: `named: static func(name: string) -> basket;`.',
  }),
  duplicateMethod: entry({
    code: 'dup-method',
    severity: 'error',
    message: m`resource \`${'resource'}\` already has a function \`${'name'}\``,
    explain: 'Methods and static functions of a resource share one set of names.',
    example: wit`
      package demo:shop;

      interface cart {
        resource basket {
          add: func(name: string);
          add: static func() -> u32;
        }
      }
    `,
    remedy: 'Rename one of the two.',
  }),
  duplicateParameter: entry({
    code: 'dup-param',
    severity: 'error',
    message: m`there is already a parameter \`${'name'}\``,
    explain: 'Parameters of a function have different names. A method already has `self`.',
    example: wit`
      package demo:shop;

      interface cart {
        add: func(name: string, name: u32);
      }
    `,
    remedy: 'Rename one of the two.',
  }),
  constructorNotResult: entry({
    code: 'ctor-not-result',
    severity: 'error',
    message: m`a constructor of \`${'resource'}\` can only return \`result<${'resource'}, …>\``,
    explain: 'A constructor returns its resource without saying so. Only one that can fail has a result.',
    example: wit`
      package demo:shop;

      interface cart {
        resource basket {
          constructor() -> basket;
        }
      }
    `,
    remedy: 'Remove the result, or write `-> result<basket, error>` with a type of yours for the error.',
  }),
  constructorOkType: entry({
    code: 'ctor-ok-type',
    severity: 'error',
    message: m`the \`result\` of this constructor must have \`${'resource'}\` as its first type`,
    explain: 'A constructor that can fail returns `result` of its own resource.',
    example: wit`
      package demo:shop;

      interface cart {
        resource basket {
          constructor() -> result<string, u32>;
        }
      }
    `,
    remedy:
      'Write `result<basket>` or `result<basket, error>`. To return something else use a static function.',
  }),
  attributeCombination: entry({
    code: 'attr-combination',
    severity: 'error',
    message: m`${'problem'}`,
    explain:
      'An item has either `@since` or `@unstable`, and `@deprecated` only beside one of them, each at most once.',
    example: wit`
      package demo:shop@1.0.0;

      @since(version = 1.0.0)
      @unstable(feature = carts)
      interface cart {}
    `,
    remedy: 'Keep one of the two. Give something deprecated a `@since`, too.',
  }),
  interfaceTwice: entry({
    code: 'iface-twice',
    severity: 'error',
    message: m`\`${'name'}\` is already ${'direction'}ed by this world`,
    explain: 'A world imports an interface once and exports it once.',
    example: wit`
      package demo:shop;

      interface cart {}

      world app {
        import cart;
        import cart;
      }
    `,
    remedy: 'Remove one of the two. To have the interface twice give one a label: `import other: cart;`.',
  }),
  worldConflict: entry({
    code: 'world-conflict',
    severity: 'error',
    message: m`this world already ${'verb'} ${'kind'} \`${'name'}\``,
    explain: 'Plain names of the imports of a world must differ, and so must those of its exports.',
    example: wit`
      package demo:shop;

      world app {
        export run: func();
        export run: interface {}
      }
    `,
    remedy: 'Rename one of the two.',
  }),
  gateWithoutVersion: entry({
    code: 'gate-no-version',
    severity: 'error',
    message: m`\`@since\` needs a package with a version, and \`${'package'}\` has none`,
    explain: '`@since` speaks of versions of the package, so the package needs one.',
    example: wit`
      package demo:shop;

      @since(version = 1.0.0)
      interface cart {}
    `,
    remedy: 'Give the package a version, `package demo:shop@1.0.0;`, or remove the attribute.',
  }),
  gateUnreleased: entry({
    code: 'gate-unreleased',
    severity: 'error',
    message: m`\`@since(version = ${'since'})\` is later than the package, which is at ${'version'}`,
    explain: 'Something cannot exist since a version that the package has not reached.',
    example: wit`
      package demo:shop@1.0.0;

      @since(version = 1.1.0)
      interface cart {}
    `,
    remedy: 'Raise the version of the package, or lower that of `@since`.',
  }),
  gatedReference: entry({
    code: 'gated-reference',
    severity: 'error',
    message: m`\`${'referrer'}\` refers to ${'item'}, which is left out unless the feature \`${'feature'}\` is on`,
    explain: 'What refers to an item behind `@unstable` is left out with it, or is behind the same feature.',
    example: wit`
      package demo:shop;

      interface cart {
        @unstable(feature = prices)
        type price = u64;

        total: func() -> price;
      }
    `,
    remedy: 'Put what refers to the item behind the same feature, or switch it on: `--features prices`.',
  }),
  borrowInResult: entry({
    code: 'borrow-in-result',
    severity: 'error',
    message: m`the result of \`${'function'}\` contains a \`borrow\``,
    explain:
      'A function cannot return a borrowed handle, because the handle ends with the call that it was lent to.',
    example: wit`
      package demo:shop;

      interface cart {
        resource basket;
        first: func() -> borrow<basket>;
      }
    `,
    remedy: 'Return an owned handle: `-> basket`.',
  }),
  borrowInStream: entry({
    code: 'borrow-in-stream',
    severity: 'error',
    lint: 'stricter',
    message: m`a \`${'kind'}\` here carries a \`borrow\``,
    explain: 'What travels in a stream or future outlives the call, and a borrowed handle ends with it.',
    example: wit`
      package demo:shop;

      interface cart {
        resource basket;
        watch: func(all: stream<borrow<basket>>);
      }
    `,
    remedy: 'Pass owned handles: `stream<basket>`.',
  }),
  streamOfChar: entry({
    code: 'stream-of-char',
    severity: 'error',
    lint: 'stricter',
    message: m`a \`stream\` of \`char\` has no encoding yet`,
    explain: 'The specification leaves streams of characters for later, because they have no encoding yet.',
    example: wit`
      package demo:shop;

      interface cart {
        read: func() -> stream<char>;
      }
    `,
    remedy: 'Stream bytes: `stream<u8>`.',
  }),
  emptyType: entry({
    code: 'empty-type',
    severity: 'warning',
    lint: 'stricter',
    message: m`${'what'}`,
    explain:
      'Components refuse records, flags and tuples without members, although the grammar of WIT has them.',
    example: wit`
      package demo:shop;

      interface cart {
        record item {}
      }
    `,
    remedy: 'Add a member, or leave the type out. A function that returns nothing has no result.',
  }),
  emptyList: entry({
    code: 'empty-list',
    severity: 'error',
    lint: 'stricter',
    message: m`a list of fixed length here has length 0`,
    explain: 'A list of fixed length has at least one element.',
    example: wit`
      package demo:shop;

      interface cart {
        none: func(items: list<u8, 0>);
      }
    `,
    remedy: 'Use a greater length, or leave the list out.',
  }),
  tooManyFlags: entry({
    code: 'too-many-flags',
    severity: 'error',
    lint: 'stricter',
    message: m`flags \`${'name'}\` has more than ${'limit'} flags`,
    explain: 'Flags are passed in 32 bits, so a type has at most 32 of them.',
    example: wit`
      package demo:shop;

      interface cart {
        flags options {
          option-0, option-1, option-2, option-3, option-4, option-5,
          option-6, option-7, option-8, option-9, option-10, option-11,
          option-12, option-13, option-14, option-15, option-16, option-17,
          option-18, option-19, option-20, option-21, option-22, option-23,
          option-24, option-25, option-26, option-27, option-28, option-29,
          option-30, option-31, option-32,
        }
      }
    `,
    remedy: 'Split them into two types.',
  }),
  typeSize: entry({
    code: 'type-size',
    severity: 'warning',
    lint: 'stricter',
    message: m`type \`${'name'}\` is made of more than ${'limit'} types`,
    explain:
      'Components refuse types that are made of very many types. A type counts all that it contains, as often as it contains it.',
    example: wit`
      package demo:shop;

      interface cart {
        type t0 = tuple<u8, u8>;
        type t1 = tuple<t0, t0, t0, t0, t0, t0, t0, t0, t0, t0>;
        type t2 = tuple<t1, t1, t1, t1, t1, t1, t1, t1, t1, t1>;
        type t3 = tuple<t2, t2, t2, t2, t2, t2, t2, t2, t2, t2>;
        type t4 = tuple<t3, t3, t3, t3, t3, t3, t3, t3, t3, t3>;
        type t5 = tuple<t4, t4, t4, t4, t4, t4, t4, t4, t4, t4>;
        type t6 = tuple<t5, t5, t5, t5, t5, t5, t5, t5, t5, t5>;
      }
    `,
    remedy: 'Put a part of the type into a resource, or use lists.',
  }),
  duplicateMember: entry({
    code: 'dup-member',
    severity: 'error',
    lint: 'stricter',
    message: m`\`${'type'}\` already has a member \`${'name'}\``,
    explain:
      'Members of a type have different names, and differ in more than case. Not every language tells case apart.',
    example: wit`
      package demo:shop;

      interface cart {
        record item {
          name: string,
          name: u32,
        }
      }
    `,
    remedy: 'Rename one of the two.',
  }),
  uppercasePackage: entry({
    code: 'package-case',
    severity: 'error',
    lint: 'stricter',
    message: m`the name of package \`${'name'}\` has upper-case letters`,
    explain: 'Namespaces and names of packages are lower-case words joined by `-`.',
    example: wit`
      package DEMO:shop;

      interface cart {}
    `,
    remedy: 'Write the name in lower case.',
  }),
  nestedNamespace: entry({
    code: 'nested-namespace',
    severity: 'error',
    lint: 'further',
    message: m`nested namespaces and packages are not part of WIT yet (${'sign'}, ${'status'})`,
    explain:
      'Namespaces in namespaces (`a:b:c`) and packages in packages (`a:b/c/d`) are a future extension of WIT. Everything that reads and prints WIT takes them if this lint is allowed; nothing is generated for them.',
    example: wit`
      package demo:shop:cart;

      interface items {}
    `,
    remedy:
      'Use one namespace, one package name and one interface name. After `import` and `export` a space tells a label from a namespace: `import label: a:b/c;`.',
  }),
  includeRename: entry({
    code: 'include-rename',
    severity: 'error',
    message: m`world \`${'world'}\` has no import or export with the plain name \`${'name'}\``,
    explain:
      '`include … with` renames what has a plain name. Interfaces that are imported by their path keep it.',
    example: wit`
      package demo:shop;

      world small {
        import log: func();
      }

      world large {
        include small with { lgo as print }
      }
    `,
    remedy: 'Correct the name, or leave it out of `with`.',
  }),
  includeShadow: entry({
    code: 'include-shadow',
    severity: 'error',
    message: m`the ${'direction'} \`${'name'}\` of the included world \`${'world'}\` is already there`,
    explain: 'What an included world brings in must not have the name of something that is already there.',
    example: wit`
      package demo:shop;

      world small {
        import log: func();
      }

      world large {
        import log: func(text: string);
        include small;
      }
    `,
    remedy: 'Rename it: `include small with { log as other }`.',
  }),
  caseDuplicate: entry({
    code: 'case-dup',
    severity: 'error',
    message: m`the ${'direction'} \`${'name'}\` of world \`${'world'}\` differs from \`${'other'}\` only in upper and lower case`,
    explain:
      'Names of imports must differ in more than case, and so must those of exports. Not every language tells case apart.',
    example: wit`
      package demo:shop;

      world shop {
        import parse-xml: func();
        import parse-XML: func();
      }
    `,
    remedy: 'Rename one of the two.',
  }),
  similarName: entry({
    code: 'similar-name',
    severity: 'error',
    lint: 'stricter',
    message: m`\`${'name'}\` and \`${'other'}\` are the same name in a component`,
    explain:
      'Names of one scope must differ in more than case. A component compares them without case, methods and static functions alike, and takes a method that is named like its resource for the resource.',
    example: wit`
      package demo:shop;

      interface cart {
        parse-xml: func();
        parse-XML: func();
      }
    `,
    remedy: 'Rename one of the two.',
  }),
  externalIdIgnored: entry({
    code: 'external-id-ignored',
    severity: 'warning',
    lint: 'stricter',
    message: m`\`@external-id\` means nothing before ${'what'}`,
    explain:
      'An external id belongs to a function, a type, an import or an export. Elsewhere it is accepted and forgotten.',
    example: wit`
      package demo:shop;

      @external-id("cart")
      interface cart {}
    `,
    remedy: 'Put it before the statement that imports or exports the item, or leave it out.',
  }),
  gateMismatch: entry({
    code: 'gate-mismatch',
    severity: 'warning',
    lint: 'stricter',
    message: m`\`${'name'}\` ${'relation'} \`${'other'}\`, which is \`${'gate'}\`, but ${'own'}`,
    explain:
      'What refers to a gated item, or stands in one, must not be there before it. The specification asks for a gate that is the same or later.',
    example: wit`
      package demo:shop@1.1.0;

      interface cart {
        @since(version = 1.1.0)
        type item = string;

        add: func(what: item);
      }
    `,
    remedy: 'Give it the same `@since` or `@unstable`, or a later `@since`.',
  }),
  shadowedType: entry({
    code: 'shadowed-type',
    severity: 'error',
    lint: 'stricter',
    message: m`type \`${'name'}\` is hidden by a \`use\` of the same name`,
    explain:
      'A name means one thing in an interface. The reference implementation forgets a type when a `use` after it brings in the same name.',
    example: wit`
      package demo:shop;

      interface shelf {
        type item = string;
      }

      interface cart {
        type item = u32;

        use shelf.{item};
      }
    `,
    remedy: 'Rename one of the two: `use shelf.{item as shelf-item};`.',
  }),
  labelSpace: entry({
    code: 'label-space',
    severity: 'warning',
    lint: 'stricter',
    message: m`\`${'label'}\` is the label of \`${'name'}\` here, not its package`,
    explain:
      'A label stands before an interface, with a space after the colon. Without the space it looks like the name of a package, which cannot be imported.',
    example: wit`
      package demo:shop;

      interface cart {}

      world shop {
        import mine:cart;
      }
    `,
    remedy: 'Write a space after the colon.',
  }),
  emptyUse: entry({
    code: 'empty-use',
    severity: 'warning',
    lint: 'stricter',
    message: m`this \`use\` brings in nothing`,
    explain: 'A `use` names the types that it brings in.',
    example: wit`
      package demo:shop;

      interface shelf {}

      interface cart {
        use shelf.{};
      }
    `,
    remedy: 'Name a type, or remove the `use`.',
  }),
  typeNesting: entry({
    code: 'type-nesting',
    severity: 'error',
    lint: 'stricter',
    message: m`type \`${'name'}\` is nested more than ${'limit'} deep through the names in it`,
    explain: 'Components refuse types that are nested deeper, also where names hide how deep they are.',
    example: { told: 'A hundred and two types, each of which is a `list` of the one before.' },
    remedy: 'Make the type flatter, for example with indices into one list.',
  }),
  fixedLengthList: entry({
    code: 'gated-fixed-length-list',
    severity: 'warning',
    lint: 'stricter',
    message: m`lists of fixed length are not part of WIT yet (${'sign'}, ${'status'})`,
    explain:
      'The specification has lists of fixed length behind a gate. Runtimes do not accept them unless they are told to.',
    example: wit`
      package demo:shop;

      interface cart {
        type grid = list<u8, 4>;
      }
    `,
    remedy: 'Use a `list` or a `tuple`, or allow the lint where your runtime knows them.',
  }),
  errorContext: entry({
    code: 'gated-error-context',
    severity: 'warning',
    lint: 'stricter',
    message: m`\`error-context\` is not part of WIT yet (${'sign'}, ${'status'})`,
    explain:
      'The specification has error contexts behind a gate. Runtimes do not accept them unless they are told to.',
    example: wit`
      package demo:shop;

      interface cart {
        add: func() -> result<_, error-context>;
      }
    `,
    remedy: 'Use a type of your own, or allow the lint where your runtime knows it.',
  }),
  exportTransitive: entry({
    code: 'export-transitive',
    severity: 'error',
    message: m`world \`${'world'}\` exports \`${'interface'}\` in a way that needs one interface both imported and exported`,
    explain:
      'An export would need one interface both imported and exported. An exported interface takes its types from the export of the interface that it uses, if that is exported too, else from an import. On the way from one to the other every interface must be exported, or none.',
    example: wit`
      package demo:shop;

      interface base {
        type id = u32;
      }

      interface middle {
        use base.{id};

        type key = id;
      }

      interface top {
        use middle.{key};
      }

      world app {
        export base;
        export top;
      }
    `,
    remedy: 'Export the interface between them, too: `export middle;`.',
  }),
  stabilityMismatch: entry({
    code: 'stability-mismatch',
    severity: 'error',
    message: m`\`${'name'}\` is \`${'theirs'}\` in the included world, but \`${'ours'}\` here`,
    explain: 'Where two worlds bring in the same interface their `@since` and `@unstable` must agree.',
    example: wit`
      package demo:shop@1.1.0;

      interface cart {}

      world small {
        @since(version = 1.0.0)
        import cart;
      }

      world large {
        @since(version = 1.1.0)
        import cart;
        include small;
      }
    `,
    remedy: 'Give both the same attributes, or leave out the one that the included world brings in anyway.',
  }),
  tooMany: entry({
    code: 'too-many',
    severity: 'warning',
    message: m`${'count'} more problems of this file are not shown`,
    explain: 'Of each file a hundred errors and a hundred warnings are shown.',
    example: { told: 'A file that is not WIT at all.' },
    remedy: 'Mend the problems that are shown, and check again.',
  }),
  mergeIncompatible: entry({
    code: 'merge-incompatible',
    severity: 'error',
    message: m`\`${'older'}\` cannot give way to \`${'newer'}\`: ${'problem'}`,
    explain:
      'Imports of several versions of an interface are merged to the latest one if that has all that the others have.',
    example: {
      ...wit`
        package demo:app;

        world app {
          import demo:shop/cart@0.1.0;
          import demo:shop/cart@0.1.1;
        }

        package demo:shop@0.1.0 {
          interface cart {
            size: func() -> u32;
          }
        }

        package demo:shop@0.1.1 {
          interface cart {
            size: func() -> u64;
          }
        }
      `,
      command: 'wit-gen inspect wit --format wit --merge-imports app',
    },
    remedy:
      'Give the later version a number that does not claim to be compatible, or leave the imports as they are.',
  }),
  worldAmbiguous: entry({
    code: 'world-ambiguous',
    severity: 'error',
    message: m`${'problem'}`,
    explain: 'There are several worlds, or several versions of one, and none was chosen.',
    example: {
      ...wit`
      package demo:shop;

      world app {}

      world plugin {}
    `,
      command: 'wit-gen inspect wit --format symbols',
    },
    remedy: 'Name a world, `--world app`, and its version where there are several.',
  }),
  worldUnknown: entry({
    code: 'world-unknown',
    severity: 'error',
    message: m`no world named \`${'name'}\``,
    explain: 'There is no world of the name that was asked for.',
    example: {
      ...wit`
      package demo:shop;

      world app {}
    `,
      command: 'wit-gen inspect wit --format symbols --world ap',
    },
    remedy: 'Name a world plainly if it is of the main package, else as `namespace:package/world@version`.',
  }),
} as const;
