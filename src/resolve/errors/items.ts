/** What can be wrong with the interfaces and worlds of a package, and paths to them. Codes: wit-language map, section 3.4. */
import { entry, m } from '../../base/diagnostics.js';
import { wit } from '../../base/examples.js';

export const itemErrors = {
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
} as const;
