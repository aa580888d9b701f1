/** What can be wrong with worlds, includes and feature gates. Codes: wit-language map, section 3.4. */
import { entry, m } from '../../base/diagnostics.js';
import { wit } from '../../base/examples.js';

export const worldErrors = {
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
