/**
 * Plans as text, for `wit-gen inspect --format plan` and for goldens: a change of the ABI is read
 * here once, not once for each language.
 */
import { decoratedName, qualifiedName, type Type } from '../resolve/model.js';
import { coreItems } from './core-items.js';
import { hexadecimal } from './fingerprint.js';
import { symbolTable } from './native-symbols.js';
import type {
  FunctionPlan,
  HelperPlan,
  Layout,
  Linkage,
  Local,
  Op,
  OpOf,
  Operand,
  Place,
  Product,
  ResourcePlan,
  Scalar,
  ScopePlan,
  Size,
  Sum,
  ValueLocal,
  WorldPlan,
} from './plan.js';

/** Lines about one thing: a scope, a resource, a function, a helper. */
export interface PlanBlock {
  /** The same in all plans of a world, whatever the convention. Helpers of one type may have it in common. */
  readonly subject: string;
  readonly lines: readonly string[];
}

/** The whole plan of a world. */
export function dumpPlan(plan: WorldPlan): string {
  const blocks = [[planTitle(plan)], ...planBlocks(plan).map(({ lines }) => lines)];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The world and the convention. */
export function planTitle({ world, convention }: WorldPlan): string {
  return `world ${qualifiedName(world)}, ${convention}`;
}

/** What a plan consists of, in its order. */
export function planBlocks(plan: WorldPlan): readonly PlanBlock[] {
  return [
    ...plan.scopes.flatMap(dumpScope),
    ...plan.helpers.map(dumpHelper),
    ...dumpErrors(plan),
    ...dumpRealloc(plan),
  ];
}

/**
 * What is linked, one a line. Native symbols are written as nm does: `T` is defined here, `U` is expected of others, `w` is
 * asked if it is there. Of a core module: `import "module" "name"` and `export "name"`.
 */
export function dumpSymbols(plan: WorldPlan): string {
  const { defined, needed, optional } = symbolTable(plan);
  const { imports, exports } = coreItems(plan);
  const rows = [
    ...defined.map(({ symbol }) => `T ${symbol}`),
    ...needed.map(({ symbol }) => `U ${symbol}`),
    ...optional.map(({ symbol }) => `w ${symbol}`),
    ...imports.map(({ module, name }) => `import "${module}" "${name}"`),
    ...exports.map((name) => `export "${name}"`),
  ];
  return rows.map((row) => `${row}\n`).join('');
}

function dumpScope(scope: ScopePlan): readonly PlanBlock[] {
  const title = `${scope.direction} ${scopeName(scope)}`;
  return [
    { subject: title, lines: [title, ...dumpFingerprint(scope)] },
    ...scope.resources.map((resource) => ({
      subject: `${title}, resource ${resource.decl.name}`,
      lines: dumpResource(resource),
    })),
    ...scope.functions.map((plan) => ({
      subject: `${title}, ${decoratedName(plan.func)}`,
      lines: dumpFunction(plan),
    })),
  ];
}

function dumpRealloc({ realloc }: WorldPlan): readonly PlanBlock[] {
  if (!realloc) return [];
  const subject = 'memory for the host';
  return [{ subject, lines: [`${subject} ${linkageText(realloc)}`] }];
}

function dumpFingerprint({ fingerprint, direction }: ScopePlan): readonly string[] {
  if (!fingerprint) return [];
  const { value, linkage } = fingerprint;
  const where = `${direction === 'export' ? 'told' : 'checked'} by ${linkageText(linkage)}`;
  return [`  fingerprint ${hexadecimal(value)}, ${where}`];
}

function scopeName({ path, owner }: ScopePlan): string {
  if (path.kind === 'inline') return path.name;
  return path.kind === 'world' ? `world ${path.name}` : qualifiedName(owner);
}

/** Types that are the error of some function. */
function dumpErrors({ errors }: WorldPlan): readonly PlanBlock[] {
  const names = [...errors].map(({ name }) => name);
  return names.length > 0 ? [{ subject: 'errors', lines: [`errors ${names.join(', ')}`] }] : [];
}

function dumpResource({ decl, home, handle, drop, table, lentIsDropped }: ResourcePlan): readonly string[] {
  const rows = [
    `resource ${decl.name}: ${home}, handle ${handle}`,
    `  ${home === 'imported' ? 'drop by' : 'dropped by'} ${linkageText(drop)}`,
  ];
  if (lentIsDropped) rows.push('  drops what is lent to it');
  if (table) {
    rows.push(
      `  new ${linkageText(table.new)}`,
      `  rep ${linkageText(table.rep)}`,
      `  drop ${linkageText(table.drop)}`,
    );
  }
  return rows;
}

function dumpFunction(plan: FunctionPlan): readonly string[] {
  const text = new Text();
  const core = plan.core.parameters.map((each) => `${text.name(each)}: ${each.type}`).join(', ');
  const values = [
    ...(plan.self ? [`${text.name(plan.self)}: ${typeText(plan.self.type)}`] : []),
    ...plan.parameters.map(
      (each) => `${text.name(each.local)}: ${each.passing} ${typeText(each.local.type)}`,
    ),
  ];
  const rows = [
    `${plan.role} ${decoratedName(plan.func)}(${values.join(', ')})${plan.result ? ` -> ${typeText(plan.result)}` : ''}`,
    `  core ${linkageText(plan.linkage)}(${core})${plan.core.result ? ` -> ${plan.core.result}` : ''}`,
    ...scratchText(plan),
    ...text.ops(plan.body, '  '),
  ];
  if (plan.release) {
    const { linkage, arguments: results } = plan.release;
    rows.push(`  release by ${linkageText(linkage)}(${text.list(results)})`);
  }
  if (plan.postReturn) {
    const after = new Text();
    rows.push(
      `  post-return ${linkageText(plan.postReturn.linkage)}(${after.name(plan.postReturn.parameter)}: pointer)`,
    );
    rows.push(...after.ops(plan.postReturn.body, '    '));
  }
  return rows;
}

function dumpHelper(helper: HelperPlan): PlanBlock {
  const text = new Text();
  const { direction, decl, base, value, body } = helper;
  return {
    subject: `helper ${direction} ${decl.name}`,
    lines: [
      `helper ${direction} ${helperText(helper)}(${text.name(base)}: pointer, ${text.name(value)})`,
      ...scratchText(helper),
      ...text.ops(body, '  '),
    ],
  };
}

/** Whether there is something to release when the function returns. */
const scratchText = ({ usesScratch }: Pick<FunctionPlan, 'usesScratch'>): readonly string[] =>
  usesScratch ? ['  keeps scratch memory'] : [];

const linkageText = (linkage: Linkage): string => {
  switch (linkage.kind) {
    case 'native':
      return linkage.symbol;
    case 'wasm-import':
      return `import "${linkage.module}" "${linkage.name}"`;
    case 'wasm-export':
      return `export "${linkage.name}"`;
  }
};

const optionalText = (type: Type | undefined): string => (type ? typeText(type) : '_');

/** A type as WIT writes it, but for `own`, which is always said. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'primitive':
      return type.name;
    case 'string':
    case 'error-context':
      return type.kind;
    case 'list':
    case 'fixed-length-list':
      return `list<${typeText(type.element)}${'length' in type ? `, ${String(type.length)}` : ''}>`;
    case 'map':
      return `map<${typeText(type.key)}, ${typeText(type.value)}>`;
    case 'tuple':
      return `tuple<${type.items.map(typeText).join(', ')}>`;
    case 'option':
      return `option<${typeText(type.inner)}>`;
    case 'result':
      return `result<${optionalText(type.ok)}, ${optionalText(type.err)}>`;
    case 'future':
    case 'stream':
      return `${type.kind}<${optionalText(type.element)}>`;
    case 'own':
    case 'borrow':
      return `${type.kind}<${type.resource.name}>`;
    case 'named':
      return type.decl.name;
  }
}

const sizeText = ({ bytes, pointers }: Size): string => {
  if (pointers === 0) return String(bytes);
  const many = pointers === 1 ? 'P' : `${String(pointers)}P`;
  return bytes === 0 ? many : `${String(bytes)}+${many}`;
};

const layoutText = ({ size, align }: Layout): string =>
  `${sizeText(size)}/${align === 'pointer' ? 'P' : String(align)}`;

const scalarText = (of: Scalar): string => (of.kind === 'enum' ? of.decl.name : of.name);

const productText = (of: Product): string => (of.kind === 'record' ? of.decl.name : typeText(of));

const sumText = (of: Sum): string => (of.kind === 'variant' ? of.decl.name : typeText(of));

/** What a helper converts; that a value is a view is said where it is one. */
const helperText = ({ ownership, decl, value }: HelperPlan): string =>
  `${ownership} ${value.passing === 'view' ? 'view of ' : ''}${decl.name}`;

/** What is built so is kept until the function returns. */
const keptText = ({ passing }: ValueLocal): string => (passing === 'owner' ? '' : 'kept ');

type DumpOp = { readonly [Kind in Op['kind']]: (op: OpOf<Kind>, text: Text) => string };

/** One line for each operation; bodies are printed by `Text.ops`. */
const dumpOp: DumpOp = {
  'scalar-to-core': (op, t) => `${t.typed(op.out)} = ${t.name(op.value)} as ${scalarText(op.of)}`,
  'flags-to-core': (op, t) => `${t.list(op.outs)} = bits of ${t.name(op.value)}`,
  fields: (op, t) =>
    `${t.list(op.outs)} = fields of ${op.ownership} ${productText(op.of)} ${t.name(op.value)}`,
  match: (op, t) =>
    `${op.outs.length > 0 ? `${op.outs.map((out) => t.typed(out)).join(', ')} = ` : ''}match ${op.ownership} ${sumText(op.of)} ${t.name(op.value)}`,
  data: (op, t) =>
    `${t.name(op.pointer)}, ${t.name(op.length)} = ${op.ownership} memory of ${t.name(op.value)}`,
  length: (op, t) => `${t.name(op.out)} = length of ${t.name(op.value)}`,
  allocate: (op, t) =>
    `${t.name(op.out)} = allocate ${op.lifetime} ${t.name(op.count)} * ${layoutText(op.element)}`,
  each: (op, t) =>
    `for ${t.name(op.item)} of ${op.ownership} ${t.name(op.list)}, ${t.name(op.slot)} from ${t.from(op.base)} by ${sizeText(op.stride)}`,
  'each-entry': (op, t) =>
    `for ${t.name(op.key)}, ${t.name(op.entry)} of ${op.ownership} ${t.name(op.map)}, ${t.name(op.slot)} from ${t.from(op.base)} by ${sizeText(op.stride)}`,
  'opaque-to-core': (op, t) => `${t.typed(op.out)} = ${op.of.kind} of ${t.name(op.value)}`,
  'handle-to-core': (op, t) => `${t.typed(op.out)} = ${op.handle} handle of ${t.name(op.value)}`,
  'core-to-scalar': (op, t) => `${t.name(op.out)} = ${scalarText(op.of)} from ${t.name(op.value)}`,
  'core-to-flags': (op, t) => `${t.name(op.out)} = ${op.decl.name} from bits ${t.list(op.values)}`,
  make: (op, t) => `${t.name(op.out)} = make ${productText(op.of)} of ${t.list(op.parts)}`,
  switch: (op, t) => `${t.name(op.out)} = ${sumText(op.of)} by ${t.name(op.discriminant)}`,
  'lift-sequence': (op, t) =>
    `${t.name(op.out)} = ${op.how === 'adopt' ? keptText(op.out) : ''}${op.how} ${typeText(op.of)} at ${t.name(op.pointer)}, ${t.name(op.length)}`,
  'build-list': (op, t) =>
    `${t.name(op.out)} = ${keptText(op.out)}list of ${t.name(op.length)}, ${t.name(op.slot)} from ${t.name(op.pointer)} by ${sizeText(op.stride)}`,
  'build-array': (op, t) =>
    `${t.name(op.out)} = ${String(op.count)} elements, ${t.name(op.slot)} from ${t.from(op.base)} by ${sizeText(op.stride)}`,
  'build-map': (op, t) =>
    `${t.name(op.out)} = ${keptText(op.out)}map of ${t.name(op.length)}, ${t.name(op.slot)} from ${t.name(op.pointer)} by ${sizeText(op.stride)}`,
  'core-to-opaque': (op, t) => `${t.name(op.out)} = ${op.of.kind} from ${t.name(op.value)}`,
  'core-to-handle': (op, t) =>
    `${t.name(op.out)} = ${op.handle} of ${op.resource.home} ${op.resource.decl.name} ${t.name(op.value)}`,
  store: (op, t) => `${op.width} ${t.place(op.at)} = ${t.operand(op.value)}`,
  load: (op, t) => `${t.name(op.out)} = ${op.width} ${t.place(op.at)}`,
  'store-scalar': (op, t) => `${op.width} ${t.place(op.at)} = ${t.name(op.value)} as ${scalarText(op.of)}`,
  'load-scalar': (op, t) => `${t.name(op.out)} = ${scalarText(op.of)} from ${op.width} ${t.place(op.at)}`,
  'call-store': (op, t) => `store ${helperText(op.helper)} ${t.place(op.at)} = ${t.name(op.value)}`,
  'call-load': (op, t) => `${t.name(op.out)} = load ${helperText(op.helper)} ${t.place(op.at)}`,
  area: (op, t) => `${t.name(op.out)} = ${op.storage} area ${layoutText(op.layout)}`,
  free: (op, t) =>
    `free ${t.name(op.pointer)}, ${op.count ? `${t.name(op.count)} * ` : ''}${layoutText(op.element)}`,
  'each-slot': (op, t) =>
    `for ${t.name(op.slot)} from ${t.from(op.base)} by ${sizeText(op.stride)}, ${t.operand(op.count)} times`,
  branch: (op, t) => `by ${t.name(op.discriminant)}`,
  cast: (op, t) => `${t.typed(op.out)} = bits of ${t.name(op.value)}`,
  'call-core': (op, t) => `${op.out ? `${t.name(op.out)} = ` : ''}call core(${t.list(op.arguments)})`,
  'call-user': (op, t) =>
    `${op.out ? `${t.name(op.out)} = ` : ''}call user(${t.list([...(op.self ? [op.self] : []), ...op.arguments])})`,
  return: (op, t) => `return${op.value ? ` ${t.name(op.value)}` : ''}`,
};

/** Text of one body: its locals get names on first mention. */
class Text {
  readonly #names = new Map<Local, string>();
  readonly #taken = new Map<string, number>();

  name(local: Local): string {
    const known = this.#names.get(local);
    if (known !== undefined) return known;
    const count = (this.#taken.get(local.hint) ?? 0) + 1;
    this.#taken.set(local.hint, count);
    const name = count === 1 ? local.hint : `${local.hint}~${String(count)}`;
    this.#names.set(local, name);
    return name;
  }

  typed(local: Local): string {
    return local.kind === 'core' ? `${this.name(local)}: ${local.type}` : this.name(local);
  }

  list(locals: readonly Local[]): string {
    return locals.map((local) => this.name(local)).join(', ');
  }

  operand(operand: Operand): string {
    return operand.kind === 'constant' ? String(operand.value) : this.name(operand);
  }

  place(place: Place): string {
    return `[${this.from(place)}]`;
  }

  /** A place as the beginning of several. */
  from({ base, offset }: Place): string {
    const behind = sizeText(offset);
    return `${this.name(base)}${behind === '0' ? '' : `+${behind}`}`;
  }

  ops(ops: readonly Op[], indent: string): readonly string[] {
    return ops.flatMap((op) => [indent + this.#op(op), ...this.#bodies(op, `${indent}  `)]);
  }

  #op<Kind extends Op['kind']>(op: OpOf<Kind>): string {
    // The table maps each kind to a function of exactly that kind; TypeScript cannot follow the correlation.
    const print = dumpOp[op.kind] as unknown as (op: OpOf<Kind>, text: Text) => string;
    return print(op, this);
  }

  #bodies(op: Op, indent: string): readonly string[] {
    switch (op.kind) {
      case 'each':
      case 'each-entry':
      case 'each-slot':
        return this.ops(op.body, indent);
      case 'build-map':
        return [...this.ops(op.body, indent), `${indent}add ${this.name(op.key)}, ${this.name(op.entry)}`];
      case 'build-list':
      case 'build-array':
        return [...this.ops(op.body, indent), `${indent}add ${this.name(op.item)}`];
      case 'match':
        return op.arms.flatMap((arm) => [
          `${indent}${arm.name}${arm.payload ? ` ${this.name(arm.payload)}` : ''}:`,
          ...this.ops(arm.body, `${indent}  `),
          ...(arm.yields.length > 0
            ? [`${indent}  ${arm.yields.map((each) => this.operand(each)).join(', ')}`]
            : []),
        ]);
      case 'switch':
        return op.arms.flatMap((arm) => [
          `${indent}${String(arm.index)}:`,
          ...this.ops(arm.body, `${indent}  `),
          `${indent}  ${arm.name}${arm.payload ? ` ${this.name(arm.payload)}` : ''}`,
        ]);
      case 'branch':
        return op.arms.flatMap((arm) => [
          `${indent}${String(arm.index)}:`,
          ...this.ops(arm.body, `${indent}  `),
        ]);
      default:
        return [];
    }
  }
}
