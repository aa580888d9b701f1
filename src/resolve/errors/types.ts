/** What can be wrong with types and functions. Codes: wit-language map, section 3.4. */
import { entry, m } from '../../base/diagnostics.js';
import { wit } from '../../base/examples.js';

export const typeErrors = {
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
} as const;
