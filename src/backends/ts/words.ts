/** A name as the key of an object or as a member of an interface, in quotes where it is not a word. */
export const keyOf = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`);

/** What JavaScript has everywhere and emitted code mentions by its bare name. */
export const globals: readonly string[] = [
  ...[
    'Array',
    'BigInt',
    'BigInt64Array',
    'BigUint64Array',
    'Disposable',
    'Error',
    'Float32Array',
    'Float64Array',
  ],
  ...['Int16Array', 'Int32Array', 'Int8Array', 'Map', 'Number', 'Object', 'ReadonlyArray', 'ReadonlyMap'],
  ...['String', 'Symbol', 'URL', 'Uint16Array', 'Uint32Array', 'Uint8Array', 'WebAssembly', 'undefined'],
];

/** What every object has by itself, of names that WIT may have for members, too: functions, which no value of WIT is. */
export const membersOfObjects: ReadonlySet<string> = new Set([
  ...['constructor', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString', 'toString'],
  'valueOf',
]);

/** The functions of every class, by names that static functions of WIT may have, too. */
export const functionsOfClasses: ReadonlySet<string> = new Set([
  ...membersOfObjects,
  'apply',
  'bind',
  'call',
]);

/** These and what else is known of every class. */
export const membersOfClasses: ReadonlySet<string> = new Set([
  ...functionsOfClasses,
  ...['arguments', 'caller', 'length', 'name'],
]);

/** What cannot be the name of a function or parameter: keywords of modules, which are strict, and names with a meaning of their own. */
export const reservedWords: ReadonlySet<string> = new Set([
  ...['arguments', 'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default'],
  ...['delete', 'do', 'else', 'enum', 'eval', 'export', 'extends', 'false', 'finally', 'for', 'function'],
  ...['globalThis', 'if', 'implements', 'import', 'in', 'instanceof', 'interface', 'let', 'new', 'null'],
  ...['package', 'private', 'protected', 'public', 'return', 'static', 'super', 'switch', 'this', 'throw'],
  ...['true', 'try', 'typeof', 'undefined', 'var', 'void', 'while', 'with', 'yield'],
]);
