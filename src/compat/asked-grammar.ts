/**
 * The grammar as the reference implementation asks for it: which token it wants next at each place, and the words
 * for what it wanted. `grammar/parser.ts` is the grammar that we parse with; this one only refuses.
 */
import {
  type Ask,
  type Choice,
  either,
  inOrder,
  later,
  list,
  name,
  named,
  oneOf,
  optional,
  token,
  upTo,
} from './ask.js';
import { checkedName, checkedVersion } from './asked-names.js';
import type { TokenStream } from './token-stream.js';

const depthLimit = 100;

const version: Ask = checkedVersion;
const optionalVersion = optional('@', version);
const packageName = inOrder(name, token(':'), name, optionalVersion);
const qualification = inOrder(name, token('/'), name, optionalVersion);
const usePath = inOrder(name, optional(':', qualification));

const angles = (inside: Ask): Ask => inOrder(token('<'), inside, token('>'));
const type: Ask = (tokens) => {
  if (tokens.typeDepth >= depthLimit) tokens.refuse('type nesting too deep', tokens.peek());
  tokens.typeDepth++;
  typeForm(tokens);
  tokens.typeDepth--;
};

const any: Ask = (tokens) => {
  tokens.take();
};

const listLength: Ask = (tokens) => {
  const length = tokens.take();
  if (length.kind !== 'an integer') tokens.refuseInsteadOf('fixed-length', length);
  if (BigInt(tokens.textOf(length)) < 2n ** 32n) return;
  tokens.refuse('invalid list size: number too large to fit in target type', length);
};

const resultTypes = either('_', inOrder(token(','), type), inOrder(type, optional(',', type)));

const builtins = [
  ...(['u8', 'u16', 'u32', 'u64', 's8', 's16', 's32', 's64', 'f32', 'f64'] as const),
  ...(['char', 'bool', 'string', 'error-context'] as const),
];

const typeForm = oneOf('a type', [
  ...builtins.map((kind): Choice => [kind, any]),
  ['tuple', inOrder(any, list('<', type, '>'))],
  ['list', inOrder(any, angles(inOrder(type, optional(',', listLength))))],
  ['map', inOrder(any, angles(inOrder(type, token(','), type)))],
  ['option', inOrder(any, angles(type))],
  ['result', inOrder(any, optional('<', resultTypes, token('>')))],
  ['future', inOrder(any, optional('<', type, token('>')))],
  ['stream', inOrder(any, optional('<', type, token('>')))],
  ['own', inOrder(any, angles(name))],
  ['borrow', inOrder(any, angles(name))],
  ...named(name),
]);

const parameters = list('(', inOrder(name, token(':'), type), ')');
const result = optional('->', type);
const func = inOrder(optional('async'), token('func'), parameters, result);
const namedFunction = inOrder(name, token(':'), func, token(';'));

const fieldName =
  (expected: string): Ask =>
  (tokens) => {
    const field = checkedName(tokens);
    if (field.text === expected) return;
    tokens.refuse(`expected \`${expected}\`, found \`${field.text}\``, field.token);
  };
const versioned = (field: string): Ask =>
  inOrder(token('('), fieldName(field), token('='), version, token(')'));

const attributeForms: ReadonlyMap<string, Ask> = new Map([
  ['since', versioned('version')],
  ['unstable', inOrder(token('('), fieldName('feature'), token('='), name, token(')'))],
  ['deprecated', versioned('version')],
  ['external-id', inOrder(token('('), token('a string literal'), token(')'))],
]);

/** Asks for attributes and says whether there are any. */
function attributes(tokens: TokenStream): boolean {
  let areThere = false;
  while (tokens.eat('@')) {
    areThere = true;
    const attribute = checkedName(tokens);
    const form = attributeForms.get(attribute.text);
    if (!form) tokens.refuse(`unknown attribute \`${attribute.text}\``, attribute.token);
    form(tokens);
  }
  return areThere;
}

const annotated = (item: Ask): Ask =>
  inOrder((tokens) => {
    attributes(tokens);
  }, item);

const use = inOrder(
  token('use'),
  usePath,
  token('.'),
  list('{', inOrder(name, optional('as', name)), '}'),
  token(';'),
);

const alias = inOrder(token('type'), name, token('='), type, token(';'));
const record = inOrder(token('record'), name, list('{', inOrder(name, token(':'), type), '}'));
const variant = inOrder(
  token('variant'),
  name,
  list('{', inOrder(name, optional('(', type, token(')'))), '}'),
);
const enumeration = inOrder(token('enum'), name, list('{', name, '}'));
const flags = inOrder(token('flags'), name, list('{', name, '}'));

const constructor = inOrder(token('constructor'), parameters, result, token(';'));
const method = inOrder(name, token(':'), optional('static'), func, token(';'));
const resourceItem = annotated(
  oneOf('`constructor` or identifier', [['constructor', constructor], ...named(method)]),
);
const resource = inOrder(token('resource'), name, either('{', upTo('}', resourceItem), token(';')));

const typedefs: readonly Choice[] = [
  ['type', alias],
  ['record', record],
  ['variant', variant],
  ['enum', enumeration],
  ['flags', flags],
  ['resource', resource],
];

const interfaceItem = annotated(
  oneOf('`type`, `resource` or `func`', [...typedefs, ['use', use], ...named(namedFunction)]),
);
const interfaceBody = inOrder(token('{'), upTo('}', interfaceItem));

const functionStatement = inOrder(func, token(';'));
const pathStatement = inOrder(usePath, token(';'));

/** After `name:` stands a function, an interface, a path that the name labels, or the rest of the name's own path. */
const extern: Ask = (tokens) => {
  const { position } = tokens;
  name(tokens);
  const rest = tokens.eat(':') ? afterColon(tokens) : undefined;
  if (!rest) tokens.position = position;
  (rest ?? pathStatement)(tokens);
};

function afterColon(tokens: TokenStream): Ask | undefined {
  const { kind } = tokens.peek();
  if (kind === 'func' || kind === 'async') return functionStatement;
  if (tokens.eat('interface')) return interfaceBody;
  return isFollowedBySlash(tokens) ? undefined : pathStatement;
}

/** Does a name come next, and a slash after it? What is no token is no reason to refuse yet. */
function isFollowedBySlash(tokens: TokenStream): boolean {
  const { position } = tokens;
  try {
    name(tokens);
    return tokens.peek().kind === '/';
  } catch {
    return false;
  } finally {
    tokens.position = position;
  }
}

const include = inOrder(
  token('include'),
  usePath,
  either('with', list('{', inOrder(name, token('as'), name), '}'), token(';')),
);

const worldItem = annotated(
  oneOf('`import`, `export`, `include`, `use`, or type definition', [
    ['import', inOrder(token('import'), extern)],
    ['export', inOrder(token('export'), extern)],
    ...typedefs,
    ['use', use],
    ['include', include],
  ]),
);

const world = inOrder(token('world'), name, token('{'), upTo('}', worldItem));
const interfaceItself = inOrder(token('interface'), name, interfaceBody);
const topUse = inOrder(token('use'), usePath, optional('as', name), token(';'));

const packageBody = inOrder(
  packageName,
  token('{'),
  upTo(
    '}',
    later(() => item),
  ),
);

const item: Ask = (tokens) => {
  const hasAttributes = attributes(tokens);
  const nested: Ask = () => {
    const keyword = tokens.take();
    if (hasAttributes) tokens.refuse('cannot place attributes on nested packages', keyword);
    if (tokens.packageDepth >= depthLimit) tokens.refuse('package nesting too deep', keyword);
    tokens.packageDepth++;
    packageBody(tokens);
    tokens.packageDepth--;
  };
  const choices: readonly Choice[] = [
    ['interface', interfaceItself],
    ['world', world],
    ['use', topUse],
    ['package', nested],
  ];
  oneOf('`world`, `interface` or `use`', choices)(tokens);
};

/** Asks for a whole file. `package a:b` is its header if a semicolon follows, else an item. */
export function file(tokens: TokenStream): void {
  const { position } = tokens;
  const isHeader = tokens.eat('package') && (packageName(tokens), tokens.eat(';'));
  if (!isHeader) tokens.position = position;
  while (tokens.peek().kind !== 'eof') item(tokens);
}
