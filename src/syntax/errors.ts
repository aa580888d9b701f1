/** What can be wrong with the text of a file. Codes: wit-language map, section 3.4. */
import { entry, m } from '../base/diagnostics.js';
import { wit } from '../base/examples.js';

export const errors = {
  controlCharacter: entry({
    code: 'lex-control-char',
    severity: 'error',
    message: m`the control character ${'character'} must not stand in WIT`,
    explain: 'The only control characters in WIT are newline, carriage return and tab, also in comments.',
    example: wit`
      package demo:shop;

      // a bell ${'\u0007'} rings
      interface cart {}
    `,
    remedy: 'Remove the character.',
  }),
  bidiCharacter: entry({
    code: 'lex-bidi-char',
    severity: 'error',
    message: m`the bidirectional override ${'character'} must not stand in WIT`,
    explain:
      'Characters that change the direction of text are refused everywhere, also in comments. They make source look like something that it is not.',
    example: wit`
      package demo:shop;

      // turned ${'\u202e'} around
      interface cart {}
    `,
    remedy: 'Remove the character.',
  }),
  discouragedCharacter: entry({
    code: 'lex-discouraged-char',
    severity: 'error',
    message: m`Unicode discourages the character ${'character'}`,
    explain: 'WIT refuses the few characters that Unicode deprecates or strongly discourages.',
    example: wit`
      package demo:shop;

      // ŉ has a better spelling
      interface cart {}
    `,
    remedy: 'Use the spelling that Unicode recommends, for example the two characters `ʼn` for `ŉ`.',
  }),
  unexpectedCharacter: entry({
    code: 'lex-unexpected-char',
    severity: 'error',
    message: m`unexpected character ${'character'}`,
    explain: 'No token of WIT starts with this character.',
    example: wit`
      package demo:shop;

      interface cart {
        total: func() → u32;
      }
    `,
    remedy: 'Remove the character, or write what WIT has for it: an arrow is `->`.',
  }),
  unterminatedComment: entry({
    code: 'lex-unterminated-comment',
    severity: 'error',
    message: m`this block comment is never closed`,
    explain: 'A block comment ends at its own `*/`. Block comments nest, so each `/*` inside needs one, too.',
    example: wit`
      package demo:shop;

      /* outer /* inner */
      interface cart {}
    `,
    remedy: 'Close the comment with `*/`, or remove the `/*` inside it.',
  }),
  nameCharacter: entry({
    code: 'lex-id-char',
    severity: 'error',
    message: m`\`${'name'}\` is not kebab-case: ${'problem'}`,
    explain:
      'A name is made of words of ASCII letters and digits, joined by `-`. Each word is all lower-case or all upper-case, and the first starts with a letter.',
    example: wit`
      package demo:shop;

      interface cart {
        addItem: func();
      }
    `,
    remedy: 'Write the name in kebab-case: `add-item`. Generated code has the case of its own language.',
  }),
  nameEmptyWord: entry({
    code: 'lex-id-empty-part',
    severity: 'error',
    message: m`\`${'name'}\` is not kebab-case: there is no word ${'place'}`,
    explain: 'A name is made of words that are not empty, joined by single `-`.',
    example: wit`
      package demo:shop;

      interface cart {
        add--item: func();
      }
    `,
    remedy: 'Remove the `-` that has no word on both sides: `add-item`.',
  }),
  string: entry({
    code: 'lex-string',
    severity: 'error',
    message: m`${'problem'} in a string`,
    explain:
      'A string stands between double quotes on one line. Escapes are `\\"`, `\\\'`, `\\\\`, `\\t`, `\\n`, `\\r`, `\\u{hex}` and two hex digits for a byte; the bytes must be UTF-8.',
    example: wit`
      package demo:shop;

      world app {
        @external-id("C:\users")
        import load: func();
      }
    `,
    remedy: 'Close the string on its line, and write a backslash as `\\\\`.',
  }),
  expected: entry({
    code: 'syntax-expected',
    severity: 'error',
    message: m`expected ${'expected'}, found ${'found'}`,
    explain: 'The text does not follow the grammar of WIT at this place.',
    example: wit`
      package demo:shop;

      interface cart {
        add: func(name: string)
      }
    `,
    remedy:
      'Write what is expected; `grammar/wit.ebnf` has every rule. A name that is a keyword of WIT is written with `%`: `%list`.',
  }),
  unclosedBrace: entry({
    code: 'syntax-unclosed',
    severity: 'error',
    message: m`this \`{\` is not closed`,
    explain:
      'Each `{` needs a `}`. Where the braces of a file do not match, its indentation tells which one is missing: a block ends before the first line that is not indented deeper than the line of its `{`.',
    example: wit`
      package demo:shop;

      interface cart {
        record item {
          name: string,

        add: func(what: item);
      }
    `,
    remedy: 'Write `}` where the block ends.',
  }),
  attributeField: entry({
    code: 'attr-field',
    severity: 'error',
    message: m`\`@${'attribute'}\` takes \`${'expected'}\`, not \`${'found'}\``,
    explain: 'Each attribute takes one field of a fixed name.',
    example: wit`
      package demo:shop@1.0.0;

      @since(feature = carts)
      interface cart {}
    `,
    remedy: 'Write `@since(version = 1.2.3)`, `@deprecated(version = 1.2.3)` or `@unstable(feature = name)`.',
  }),
  unknownAttribute: entry({
    code: 'attr-unknown',
    severity: 'error',
    message: m`no attribute named \`@${'attribute'}\``,
    explain: 'The attributes are `@since`, `@unstable`, `@deprecated` and `@external-id`.',
    example: wit`
      package demo:shop@1.0.0;

      @stable(version = 1.0.0)
      interface cart {}
    `,
    remedy: 'Use one of the attributes, or make it a comment.',
  }),
  attributeOnPackage: entry({
    code: 'attr-on-package',
    severity: 'error',
    message: m`a package takes no attributes`,
    explain: 'Only what stands in a package has attributes, not the package itself.',
    example: wit`
      @unstable(feature = shops)
      package demo:shop;

      interface cart {}
    `,
    remedy: 'Put the attribute on the interfaces and worlds of the package.',
  }),
  packageDepth: entry({
    code: 'package-depth',
    severity: 'error',
    message: m`packages are nested more than ${'limit'} deep`,
    explain: 'Text that nests packages very deep is refused as it is. WIT allows one level.',
    example: { told: 'A hundred and one `package a:b {` inside each other.' },
    remedy: 'Put each package at the top of a file.',
  }),
  typeDepth: entry({
    code: 'type-depth',
    severity: 'error',
    message: m`this type is nested more than ${'limit'} deep`,
    explain: 'Types nest to a limited depth.',
    example: { told: 'A parameter of type `list<list<…>>` with a hundred and one `list`.' },
    remedy: 'Make the type flatter, for example with a record, or with indices into one list.',
  }),
  listSize: entry({
    code: 'list-size',
    severity: 'error',
    message: m`\`${'length'}\` is too long for a list`,
    explain: 'The length of a list of fixed length is at most 4294967295.',
    example: wit`
      package demo:shop;

      interface cart {
        type items = list<u8, 4294967296>;
      }
    `,
    remedy: 'Use a smaller length, or a `list` without one.',
  }),
  leadingZero: entry({
    code: 'leading-zero',
    severity: 'warning',
    lint: 'stricter',
    message: m`the length \`${'length'}\` has a leading zero`,
    explain: 'Numbers of WIT have no leading zeros, although the reference implementation reads them.',
    example: { told: 'A type `list<u8, 04>`.' },
    remedy: 'Leave out the zeros.',
  }),
  semver: entry({
    code: 'semver',
    severity: 'error',
    message: m`\`${'version'}\` is not a version: ${'problem'}`,
    explain: 'Versions are those of Semantic Versioning 2.0, such as `1.2.3-rc.1`.',
    example: wit`
      package demo:shop@1.02.0;

      interface cart {}
    `,
    remedy: 'Write three numbers without leading zeros, then perhaps a pre-release and a build: `1.2.0`.',
  }),
} as const;
