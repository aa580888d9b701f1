/** What can be wrong with the text of a file. Codes: wit-language map, section 3.4. */
import { entry, m } from '../base/diagnostics.js';

export const errors = {
  controlCharacter: entry({
    code: 'lex-control-char',
    severity: 'error',
    message: m`the control character ${'character'} must not stand in WIT`,
    explain:
      'The only control characters in WIT are newline, carriage return and tab, also in comments. Remove the character.',
  }),
  bidiCharacter: entry({
    code: 'lex-bidi-char',
    severity: 'error',
    message: m`the bidirectional override ${'character'} must not stand in WIT`,
    explain:
      'Characters that change the direction of text make source look like something that it is not. They are refused everywhere, also in comments. Remove the character.',
  }),
  discouragedCharacter: entry({
    code: 'lex-discouraged-char',
    severity: 'error',
    message: m`Unicode discourages the character ${'character'}`,
    explain:
      'Unicode deprecates or strongly discourages this character, and WIT refuses it. Use the recommended spelling.',
  }),
  unexpectedCharacter: entry({
    code: 'lex-unexpected-char',
    severity: 'error',
    message: m`unexpected character ${'character'}`,
    explain: 'No token of WIT starts with this character.',
  }),
  unterminatedComment: entry({
    code: 'lex-unterminated-comment',
    severity: 'error',
    message: m`this block comment is never closed`,
    explain: 'Block comments nest: each `/*` needs a `*/` of its own.',
  }),
  nameCharacter: entry({
    code: 'lex-id-char',
    severity: 'error',
    message: m`\`${'name'}\` is not kebab-case: ${'problem'}`,
    explain:
      'A name is made of words joined by `-`. Each word is all lower-case or all upper-case ASCII letters and digits, and the first starts with a letter.',
  }),
  nameEmptyWord: entry({
    code: 'lex-id-empty-part',
    severity: 'error',
    message: m`\`${'name'}\` is not kebab-case: there is no word ${'place'}`,
    explain: 'A name is made of non-empty words joined by single `-`.',
  }),
  string: entry({
    code: 'lex-string',
    severity: 'error',
    message: m`${'problem'} in a string`,
    explain:
      'A string stands between double quotes on one line. Escapes are `\\"`, `\\\'`, `\\\\`, `\\t`, `\\n`, `\\r`, `\\u{hex}` and two hex digits for a byte; the bytes must be UTF-8.',
  }),
  expected: entry({
    code: 'syntax-expected',
    severity: 'error',
    message: m`expected ${'expected'}, found ${'found'}`,
    explain: 'The text does not follow the grammar of WIT at this place; see grammar/wit.ebnf.',
  }),
  attributeField: entry({
    code: 'attr-field',
    severity: 'error',
    message: m`\`@${'attribute'}\` takes \`${'expected'}\`, not \`${'found'}\``,
    explain:
      'Write `@since(version = 1.2.3)`, `@deprecated(version = 1.2.3)` or `@unstable(feature = name)`.',
  }),
  unknownAttribute: entry({
    code: 'attr-unknown',
    severity: 'error',
    message: m`no attribute named \`@${'attribute'}\``,
    explain: 'The attributes are `@since`, `@unstable`, `@deprecated` and `@external-id`.',
  }),
  attributeOnPackage: entry({
    code: 'attr-on-package',
    severity: 'error',
    message: m`a package takes no attributes`,
    explain: 'Put the attribute on the interfaces and worlds of the package.',
  }),
  packageDepth: entry({
    code: 'package-depth',
    severity: 'error',
    message: m`packages are nested more than ${'limit'} deep`,
    explain: 'Packages nest one deep in WIT; text that nests far deeper is refused as it is.',
  }),
  typeDepth: entry({
    code: 'type-depth',
    severity: 'error',
    message: m`this type is nested more than ${'limit'} deep`,
    explain: 'Give a part of the type a name with `type name = …;`.',
  }),
  listSize: entry({
    code: 'list-size',
    severity: 'error',
    message: m`\`${'length'}\` is too long for a list`,
    explain: 'The length of a list of fixed length is at most 4294967295.',
  }),
  semver: entry({
    code: 'semver',
    severity: 'error',
    message: m`\`${'version'}\` is not a version: ${'problem'}`,
    explain: 'Versions are those of Semantic Versioning 2.0, such as `1.2.3-rc.1`.',
  }),
  nestedNamespace: entry({
    code: 'nested-namespace',
    severity: 'error',
    message: m`nested namespaces and packages are not supported yet`,
    explain:
      'The specification reserves `a:b:c` and `a:b/c/d` for the future. Use one namespace, one package name and one interface name.',
  }),
} as const;
