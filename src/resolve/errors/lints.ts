/** Rules whose severity is the user's choice: see base/lints.ts. */
import { entry, m } from '../../base/diagnostics.js';
import { wit } from '../../base/examples.js';

export const lints = {
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
} as const;
