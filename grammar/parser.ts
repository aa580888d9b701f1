/**
 * The grammar of WIT: one rule per production, the executable form of `wit.ebnf`. Spec: WIT.md.
 * The rules are left-factored to LL(1), so that a mistake is reported at the very token. They accept a
 * little more than the language where `syntax` can say more precisely what is wrong: a missing comma
 * between members, `package a:b;` in the middle of a file, nested package paths, attributes.
 */
import { CstParser, Lexer } from './chevrotain.js';
import { GrammarMachine } from './machine.js';
import {
  allTokens,
  Arrow,
  At,
  BuiltinType,
  Colon,
  Comma,
  Equals,
  GreaterThan,
  Integer,
  keyword,
  LeftBrace,
  LeftParen,
  LessThan,
  Name,
  Period,
  RightBrace,
  RightParen,
  Semicolon,
  Semver,
  Slash,
  StringLiteral,
} from './tokens.js';

/**
 * The rules of WIT. Make one instance (`witParser()`) and set its `input` for each file. That the rules are sound, free of
 * ambiguity and left recursion, is checked where the grammar is generated and tested, not at every start.
 */
export class WitParser extends CstParser {
  constructor({ isChecked }: { readonly isChecked: boolean }) {
    super([...allTokens], {
      skipValidations: !isChecked,
      // A wrong text is repaired by `syntax/repair` before it gets here.
      recoveryEnabled: false,
      maxLookahead: 1,
      nodeLocationTracking: 'onlyOffset',
    });
    this.performSelfAnalysis();
  }

  /** `file ::= item*` */
  readonly file = this.RULE('file', () => {
    this.MANY(() => this.SUBRULE(this.item));
  });

  /** `item ::= attribute* ( interface | world | top-use | package )` */
  readonly item = this.RULE('item', () => {
    this.MANY(() => this.SUBRULE(this.attribute));
    this.OR([
      { ALT: () => this.SUBRULE(this.interface) },
      { ALT: () => this.SUBRULE(this.world) },
      { ALT: () => this.SUBRULE(this.topUse) },
      { ALT: () => this.SUBRULE(this.package) },
    ]);
  });

  /**
   * `package ::= 'package' package-name ( ';' | '{' item* '}' )`
   *
   * With `;` it is the header of a file and must stand first in it.
   */
  readonly package = this.RULE('package', () => {
    this.CONSUME(keyword('package'));
    this.SUBRULE(this.packageName);
    this.OR([
      { ALT: () => this.CONSUME(Semicolon) },
      {
        ALT: () => {
          this.CONSUME(LeftBrace);
          this.MANY(() => this.SUBRULE(this.item));
          this.CONSUME(RightBrace);
        },
      },
    ]);
  });

  /**
   * `package-name ::= name ( ':' name )+ ( '/' name )* version?`
   *
   * More than one `:` and any `/` are the nested namespaces and packages 🪺 of the spec.
   */
  readonly packageName = this.RULE('packageName', () => {
    this.CONSUME(Name);
    this.AT_LEAST_ONE(() => {
      this.CONSUME(Colon);
      this.CONSUME1(Name, { LABEL: 'nested' });
    });
    this.MANY(() => {
      this.CONSUME(Slash);
      this.CONSUME2(Name, { LABEL: 'path' });
    });
    this.OPTION(() => this.SUBRULE(this.version));
  });

  /** `version ::= '@' semver` */
  readonly version = this.RULE('version', () => {
    this.CONSUME(At);
    this.CONSUME(Semver);
  });

  /** `top-use ::= 'use' use-path ( 'as' name )? ';'` */
  readonly topUse = this.RULE('topUse', () => {
    this.CONSUME(keyword('use'));
    this.SUBRULE(this.usePath);
    this.OPTION(() => {
      this.CONSUME(keyword('as'));
      this.CONSUME(Name, { LABEL: 'alias' });
    });
    this.CONSUME(Semicolon);
  });

  /** `use-path ::= name qualification?` */
  readonly usePath = this.RULE('usePath', () => {
    this.CONSUME(Name);
    this.OPTION(() => this.SUBRULE(this.qualification));
  });

  /** `qualification ::= ( ':' name )+ sub-path` */
  readonly qualification = this.RULE('qualification', () => {
    this.AT_LEAST_ONE(() => {
      this.CONSUME(Colon);
      this.CONSUME(Name);
    });
    this.SUBRULE(this.subPath);
  });

  /** `sub-path ::= ( '/' name )+ version?` */
  readonly subPath = this.RULE('subPath', () => {
    this.AT_LEAST_ONE(() => {
      this.CONSUME(Slash);
      this.CONSUME(Name);
    });
    this.OPTION(() => this.SUBRULE(this.version));
  });

  /** `attribute ::= '@' name '(' attribute-argument ( ',' attribute-argument )* ')'` */
  readonly attribute = this.RULE('attribute', () => {
    this.CONSUME(At);
    this.CONSUME(Name);
    this.CONSUME(LeftParen);
    this.SUBRULE(this.attributeArgument);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE1(this.attributeArgument);
    });
    this.CONSUME(RightParen);
  });

  /** `attribute-argument ::= string-literal | name '=' ( semver | name )` */
  readonly attributeArgument = this.RULE('attributeArgument', () => {
    this.OR([
      { ALT: () => this.CONSUME(StringLiteral) },
      {
        ALT: () => {
          this.CONSUME(Name);
          this.CONSUME(Equals);
          this.OR1([
            { ALT: () => this.CONSUME(Semver) },
            { ALT: () => this.CONSUME1(Name, { LABEL: 'value' }) },
          ]);
        },
      },
    ]);
  });

  /** `interface ::= 'interface' name interface-body` */
  readonly interface = this.RULE('interface', () => {
    this.CONSUME(keyword('interface'));
    this.CONSUME(Name);
    this.SUBRULE(this.interfaceBody);
  });

  /** `interface-body ::= '{' interface-item* '}'` */
  readonly interfaceBody = this.RULE('interfaceBody', () => {
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.interfaceItem));
    this.CONSUME(RightBrace);
  });

  /** `interface-item ::= attribute* ( use | typedef | named-function )` */
  readonly interfaceItem = this.RULE('interfaceItem', () => {
    this.MANY(() => this.SUBRULE(this.attribute));
    this.OR([
      { ALT: () => this.SUBRULE(this.use) },
      { ALT: () => this.SUBRULE(this.typedef) },
      { ALT: () => this.SUBRULE(this.namedFunction) },
    ]);
  });

  /** `named-function ::= name ':' function ';'` */
  readonly namedFunction = this.RULE('namedFunction', () => {
    this.CONSUME(Name);
    this.CONSUME(Colon);
    this.SUBRULE(this.function);
    this.CONSUME(Semicolon);
  });

  /** `function ::= 'async'? 'func' parameters function-result?` */
  readonly function = this.RULE('function', () => {
    this.OPTION(() => this.CONSUME(keyword('async')));
    this.CONSUME(keyword('func'));
    this.SUBRULE(this.parameters);
    this.OPTION1(() => this.SUBRULE(this.functionResult));
  });

  /** `parameters ::= '(' ( parameter ','? )* ')'` */
  readonly parameters = this.RULE('parameters', () => {
    this.CONSUME(LeftParen);
    this.MANY(() => {
      this.SUBRULE(this.parameter);
      this.OPTION(() => this.CONSUME(Comma));
    });
    this.CONSUME(RightParen);
  });

  /** `parameter ::= name ':' type` */
  readonly parameter = this.RULE('parameter', () => {
    this.CONSUME(Name);
    this.CONSUME(Colon);
    this.SUBRULE(this.type);
  });

  /** `function-result ::= '->' type` */
  readonly functionResult = this.RULE('functionResult', () => {
    this.CONSUME(Arrow);
    this.SUBRULE(this.type);
  });

  /** `use ::= 'use' use-path '.' '{' ( use-name ','? )* '}' ';'` */
  readonly use = this.RULE('use', () => {
    this.CONSUME(keyword('use'));
    this.SUBRULE(this.usePath);
    this.CONSUME(Period);
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.useName);
      this.OPTION(() => this.CONSUME(Comma));
    });
    this.CONSUME(RightBrace);
    this.CONSUME(Semicolon);
  });

  /** `use-name ::= name ( 'as' name )?` */
  readonly useName = this.RULE('useName', () => {
    this.CONSUME(Name);
    this.OPTION(() => {
      this.CONSUME(keyword('as'));
      this.CONSUME1(Name, { LABEL: 'alias' });
    });
  });

  /** `world ::= 'world' name '{' world-item* '}'` */
  readonly world = this.RULE('world', () => {
    this.CONSUME(keyword('world'));
    this.CONSUME(Name);
    this.CONSUME(LeftBrace);
    this.MANY(() => this.SUBRULE(this.worldItem));
    this.CONSUME(RightBrace);
  });

  /** `world-item ::= attribute* ( import | export | use | typedef | include )` */
  readonly worldItem = this.RULE('worldItem', () => {
    this.MANY(() => this.SUBRULE(this.attribute));
    this.OR([
      { ALT: () => this.SUBRULE(this.import) },
      { ALT: () => this.SUBRULE(this.export) },
      { ALT: () => this.SUBRULE(this.use) },
      { ALT: () => this.SUBRULE(this.typedef) },
      { ALT: () => this.SUBRULE(this.include) },
    ]);
  });

  /** `import ::= 'import' extern` */
  readonly import = this.RULE('import', () => {
    this.CONSUME(keyword('import'));
    this.SUBRULE(this.extern);
  });

  /** `export ::= 'export' extern` */
  readonly export = this.RULE('export', () => {
    this.CONSUME(keyword('export'));
    this.SUBRULE(this.extern);
  });

  /**
   * `extern ::= name ( ';' | ':' extern-kind )`
   *
   * `a;` is an interface; after `a:` stands what it is called so, or the rest of the path `a:b/c`.
   */
  readonly extern = this.RULE('extern', () => {
    this.CONSUME(Name);
    this.OR([
      { ALT: () => this.CONSUME(Semicolon) },
      {
        ALT: () => {
          this.CONSUME(Colon);
          this.SUBRULE(this.externKind);
        },
      },
    ]);
  });

  /** `extern-kind ::= function ';' | 'interface' interface-body | extern-path ';'` */
  readonly externKind = this.RULE('externKind', () => {
    this.OR([
      {
        ALT: () => {
          this.SUBRULE(this.function);
          this.CONSUME(Semicolon);
        },
      },
      {
        ALT: () => {
          this.CONSUME(keyword('interface'));
          this.SUBRULE(this.interfaceBody);
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.externPath);
          this.CONSUME1(Semicolon);
        },
      },
    ]);
  });

  /**
   * `extern-path ::= name ( sub-path | qualification )?`
   *
   * With a sub-path it continues the path that began before the colon: `import a:b/c;`.
   * Otherwise what stood there is a label: `import label: b;`, `import label: a:b/c;`.
   */
  readonly externPath = this.RULE('externPath', () => {
    this.CONSUME(Name);
    this.OPTION(() =>
      this.OR([{ ALT: () => this.SUBRULE(this.subPath) }, { ALT: () => this.SUBRULE(this.qualification) }]),
    );
  });

  /** `include ::= 'include' use-path ( ';' | include-names )` */
  readonly include = this.RULE('include', () => {
    this.CONSUME(keyword('include'));
    this.SUBRULE(this.usePath);
    this.OR([{ ALT: () => this.CONSUME(Semicolon) }, { ALT: () => this.SUBRULE(this.includeNames) }]);
  });

  /** `include-names ::= 'with' '{' ( include-name ','? )* '}'` */
  readonly includeNames = this.RULE('includeNames', () => {
    this.CONSUME(keyword('with'));
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.includeName);
      this.OPTION(() => this.CONSUME(Comma));
    });
    this.CONSUME(RightBrace);
  });

  /** `include-name ::= name 'as' name` */
  readonly includeName = this.RULE('includeName', () => {
    this.CONSUME(Name);
    this.CONSUME(keyword('as'));
    this.CONSUME1(Name, { LABEL: 'alias' });
  });

  /** `typedef ::= type-alias | record | variant | enum | flags | resource` */
  readonly typedef = this.RULE('typedef', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.typeAlias) },
      { ALT: () => this.SUBRULE(this.record) },
      { ALT: () => this.SUBRULE(this.variant) },
      { ALT: () => this.SUBRULE(this.enum) },
      { ALT: () => this.SUBRULE(this.flags) },
      { ALT: () => this.SUBRULE(this.resource) },
    ]);
  });

  /** `type-alias ::= 'type' name '=' type ';'` */
  readonly typeAlias = this.RULE('typeAlias', () => {
    this.CONSUME(keyword('type'));
    this.CONSUME(Name);
    this.CONSUME(Equals);
    this.SUBRULE(this.type);
    this.CONSUME(Semicolon);
  });

  /** `record ::= 'record' name '{' ( field ','? )* '}'` */
  readonly record = this.RULE('record', () => {
    this.CONSUME(keyword('record'));
    this.CONSUME(Name);
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.field);
      this.OPTION(() => this.CONSUME(Comma));
    });
    this.CONSUME(RightBrace);
  });

  /** `field ::= name ':' type` */
  readonly field = this.RULE('field', () => {
    this.CONSUME(Name);
    this.CONSUME(Colon);
    this.SUBRULE(this.type);
  });

  /** `variant ::= 'variant' name '{' ( case ','? )* '}'` */
  readonly variant = this.RULE('variant', () => {
    this.CONSUME(keyword('variant'));
    this.CONSUME(Name);
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.case);
      this.OPTION(() => this.CONSUME(Comma));
    });
    this.CONSUME(RightBrace);
  });

  /** `case ::= name ( '(' type ')' )?` */
  readonly case = this.RULE('case', () => {
    this.CONSUME(Name);
    this.OPTION(() => {
      this.CONSUME(LeftParen);
      this.SUBRULE(this.type);
      this.CONSUME(RightParen);
    });
  });

  /** `enum ::= 'enum' name labels` */
  readonly enum = this.RULE('enum', () => {
    this.CONSUME(keyword('enum'));
    this.CONSUME(Name);
    this.SUBRULE(this.labels);
  });

  /** `flags ::= 'flags' name labels` */
  readonly flags = this.RULE('flags', () => {
    this.CONSUME(keyword('flags'));
    this.CONSUME(Name);
    this.SUBRULE(this.labels);
  });

  /** `labels ::= '{' ( name ','? )* '}'` */
  readonly labels = this.RULE('labels', () => {
    this.CONSUME(LeftBrace);
    this.MANY(() => {
      this.CONSUME(Name);
      this.OPTION(() => this.CONSUME(Comma));
    });
    this.CONSUME(RightBrace);
  });

  /** `resource ::= 'resource' name ( ';' | '{' resource-item* '}' )` */
  readonly resource = this.RULE('resource', () => {
    this.CONSUME(keyword('resource'));
    this.CONSUME(Name);
    this.OR([
      { ALT: () => this.CONSUME(Semicolon) },
      {
        ALT: () => {
          this.CONSUME(LeftBrace);
          this.MANY(() => this.SUBRULE(this.resourceItem));
          this.CONSUME(RightBrace);
        },
      },
    ]);
  });

  /** `resource-item ::= attribute* ( constructor-item | method )` */
  readonly resourceItem = this.RULE('resourceItem', () => {
    this.MANY(() => this.SUBRULE(this.attribute));
    this.OR([{ ALT: () => this.SUBRULE(this.constructorItem) }, { ALT: () => this.SUBRULE(this.method) }]);
  });

  /** `constructor-item ::= 'constructor' parameters function-result? ';'` */
  readonly constructorItem = this.RULE('constructorItem', () => {
    this.CONSUME(keyword('constructor'));
    this.SUBRULE(this.parameters);
    this.OPTION(() => this.SUBRULE(this.functionResult));
    this.CONSUME(Semicolon);
  });

  /** `method ::= name ':' 'static'? function ';'` */
  readonly method = this.RULE('method', () => {
    this.CONSUME(Name);
    this.CONSUME(Colon);
    this.OPTION(() => this.CONSUME(keyword('static')));
    this.SUBRULE(this.function);
    this.CONSUME(Semicolon);
  });

  /** `type ::= builtin-type | tuple-type | list-type | map-type | option-type | result-type | future-type | stream-type | borrow-type | own-type | name` */
  readonly type = this.RULE('type', () => {
    this.OR([
      { ALT: () => this.CONSUME(BuiltinType) },
      { ALT: () => this.SUBRULE(this.tupleType) },
      { ALT: () => this.SUBRULE(this.listType) },
      { ALT: () => this.SUBRULE(this.mapType) },
      { ALT: () => this.SUBRULE(this.optionType) },
      { ALT: () => this.SUBRULE(this.resultType) },
      { ALT: () => this.SUBRULE(this.futureType) },
      { ALT: () => this.SUBRULE(this.streamType) },
      { ALT: () => this.SUBRULE(this.borrowType) },
      { ALT: () => this.SUBRULE(this.ownType) },
      { ALT: () => this.CONSUME(Name) },
    ]);
  });

  /** `tuple-type ::= 'tuple' '<' ( type ','? )* '>'` */
  readonly tupleType = this.RULE('tupleType', () => {
    this.CONSUME(keyword('tuple'));
    this.CONSUME(LessThan);
    this.MANY(() => {
      this.SUBRULE(this.type);
      this.OPTION(() => this.CONSUME(Comma));
    });
    this.CONSUME(GreaterThan);
  });

  /** `list-type ::= 'list' '<' type ( ',' integer )? '>'` */
  readonly listType = this.RULE('listType', () => {
    this.CONSUME(keyword('list'));
    this.CONSUME(LessThan);
    this.SUBRULE(this.type);
    this.OPTION(() => {
      this.CONSUME(Comma);
      this.CONSUME(Integer);
    });
    this.CONSUME(GreaterThan);
  });

  /** `map-type ::= 'map' '<' type ',' type '>'` */
  readonly mapType = this.RULE('mapType', () => {
    this.CONSUME(keyword('map'));
    this.CONSUME(LessThan);
    this.SUBRULE(this.type, { LABEL: 'key' });
    this.CONSUME(Comma);
    this.SUBRULE1(this.type, { LABEL: 'value' });
    this.CONSUME(GreaterThan);
  });

  /** `option-type ::= 'option' '<' type '>'` */
  readonly optionType = this.RULE('optionType', () => {
    this.CONSUME(keyword('option'));
    this.CONSUME(LessThan);
    this.SUBRULE(this.type);
    this.CONSUME(GreaterThan);
  });

  /** `result-type ::= 'result' ( '<' ( '_' ',' type | type ( ',' type )? ) '>' )?` */
  readonly resultType = this.RULE('resultType', () => {
    this.CONSUME(keyword('result'));
    this.OPTION(() => {
      this.CONSUME(LessThan);
      this.OR([
        {
          ALT: () => {
            this.CONSUME(keyword('_'));
            this.CONSUME(Comma);
            this.SUBRULE(this.type, { LABEL: 'err' });
          },
        },
        {
          ALT: () => {
            this.SUBRULE1(this.type, { LABEL: 'ok' });
            this.OPTION1(() => {
              this.CONSUME1(Comma);
              this.SUBRULE2(this.type, { LABEL: 'err' });
            });
          },
        },
      ]);
      this.CONSUME(GreaterThan);
    });
  });

  /** `future-type ::= 'future' element?` */
  readonly futureType = this.RULE('futureType', () => {
    this.CONSUME(keyword('future'));
    this.OPTION(() => this.SUBRULE(this.element));
  });

  /** `stream-type ::= 'stream' element?` */
  readonly streamType = this.RULE('streamType', () => {
    this.CONSUME(keyword('stream'));
    this.OPTION(() => this.SUBRULE(this.element));
  });

  /** `element ::= '<' type '>'` */
  readonly element = this.RULE('element', () => {
    this.CONSUME(LessThan);
    this.SUBRULE(this.type);
    this.CONSUME(GreaterThan);
  });

  /** `borrow-type ::= 'borrow' '<' name '>'` */
  readonly borrowType = this.RULE('borrowType', () => {
    this.CONSUME(keyword('borrow'));
    this.CONSUME(LessThan);
    this.CONSUME(Name);
    this.CONSUME(GreaterThan);
  });

  /** `own-type ::= 'own' '<' name '>'` */
  readonly ownType = this.RULE('ownType', () => {
    this.CONSUME(keyword('own'));
    this.CONSUME(LessThan);
    this.CONSUME(Name);
    this.CONSUME(GreaterThan);
  });
}

let parser: WitParser | undefined;
let lexer: Lexer | undefined;
let machine: GrammarMachine | undefined;

/** The one parser. Making it analyses the grammar, so it is made when first needed. */
export function witParser(): WitParser {
  parser ??= new WitParser({ isChecked: false });
  return parser;
}

/** A lexer. Its tokens know their offsets; lines and columns are counted where they are shown. */
export function makeLexer({ isChecked }: { readonly isChecked: boolean }): Lexer {
  return new Lexer([...allTokens], {
    ensureOptimizations: true,
    skipValidations: !isChecked,
    positionTracking: 'onlyOffset',
  });
}

/** The one lexer. */
export function witLexer(): Lexer {
  lexer ??= makeLexer({ isChecked: false });
  return lexer;
}

/** The grammar as a machine: for texts that do not follow it. */
export function grammarMachine(): GrammarMachine {
  machine ??= new GrammarMachine(witParser().getGAstProductions());
  return machine;
}
