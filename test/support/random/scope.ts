/** Random items of one interface or world. */
import type { Annotations } from './annotations.js';
import type { Constructs } from './constructs.js';
import { type Draw, Names } from './draw.js';
import { type Known, type Lending, Types } from './types.js';

/** An interface of some package. */
export interface Declared {
  readonly name: string;
  /** How other packages name it. */
  readonly path: string;
  readonly types: readonly Known[];
  readonly dependencies: ReadonlySet<Declared>;
}

/** What the items of a scope are made with. */
export interface ScopeContext {
  readonly draw: Draw;
  readonly constructs: Constructs;
  readonly annotations: Annotations;
  /** How an interface is named here. */
  readonly pathOf: (each: Declared) => string;
  /** Names of what is around, which are names here, too, where they can be. */
  readonly nearby: readonly string[];
}

/** Writes the items of one interface or world. */
export class Scope {
  readonly types: Types;
  readonly names: Names;
  readonly items: string[] = [];
  readonly dependencies = new Set<Declared>();

  constructor(private readonly cx: ScopeContext) {
    this.types = new Types(cx.draw, cx.constructs);
    this.names = new Names(cx.draw);
  }

  use(others: readonly Declared[]): void {
    const { draw, pathOf } = this.cx;
    for (const other of others) {
      const used = draw.some(other.types, 2).slice(0, 3);
      if (used.length === 0) continue;
      const names = used.map((type) => {
        const isKept = !draw.chance(3) && this.names.add(type.name);
        const name = isKept ? type.name : this.names.take([other.name]);
        this.types.known.push({ ...type, name });
        return isKept ? draw.spell(name) : `${draw.spell(type.name)} as ${draw.spell(name)}`;
      });
      this.items.push(`use ${pathOf(other)}.{${names.join(', ')}};`);
      this.dependencies.add(other);
    }
  }

  declareTypes(count: number): void {
    for (let made = 0; made < count; made++) this.#declareType();
  }

  declareFunctions(count: number): void {
    for (let made = 0; made < count; made++) this.items.push(this.function(5));
  }

  /** `name: func(…);` with what stands before it; `prefix` is `import` or `export` in worlds. */
  function(parameters: number, prefix = ''): string {
    const name = this.cx.draw.spell(this.names.take(this.#tempting()));
    return `${this.cx.annotations.leaf()}${prefix}${name}: ${this.#signature(parameters)};`;
  }

  #tempting(): readonly string[] {
    return [...this.cx.nearby, ...this.types.names];
  }

  #declareType(): void {
    const { draw } = this.cx;
    const name = this.names.take(this.#tempting());
    const kinds = ['record', 'variant', 'enum', 'flags', 'alias', 'resource', 'record', 'variant'] as const;
    const kind = draw.one(kinds);
    if (kind === 'resource') this.#resource(name);
    else if (kind === 'alias') this.#alias(name);
    else {
      const { text, lends } = this.types.observed(
        () => `${kind} ${draw.spell(name)} { ${this.#members(name, kind)} }`,
      );
      this.#declare({ name, isResource: false, lends }, text);
    }
  }

  #declare(type: Known, text: string): void {
    this.items.push(this.cx.annotations.item() + text);
    this.types.known.push(type);
  }

  #members(owner: string, kind: 'record' | 'variant' | 'enum' | 'flags'): string {
    const { draw } = this.cx;
    const names = new Names(draw);
    const member = (): string =>
      this.cx.annotations.docs() + draw.spell(names.take([owner, ...this.#tempting()]));
    const payload = (): string => (draw.chance(3) ? '' : `(${this.types.type(2)})`);
    const lists = {
      record: () => draw.list(1, 5, () => `${member()}: ${this.types.type(2)}`),
      variant: () => draw.list(1, 5, () => member() + payload()),
      enum: () => draw.list(1, 6, member),
      flags: () => draw.list(1, draw.one([3, 9, 17, 32]), member),
    };
    return this.#separated(lists[kind]());
  }

  #separated(members: readonly string[]): string {
    return members.join(', ') + (this.cx.draw.chance(2) ? ',' : '');
  }

  #alias(name: string): void {
    const { draw } = this.cx;
    const same = draw.chance(3) ? this.types.known.at(-1) : undefined;
    const { text, lends } = this.types.observed(() => (same ? draw.spell(same.name) : this.types.type(3)));
    const isResource = same?.isResource ?? false;
    this.#declare({ name, isResource, lends: same?.lends ?? lends }, `type ${draw.spell(name)} = ${text};`);
  }

  #resource(name: string): void {
    const { draw, annotations } = this.cx;
    const before = annotations.item();
    this.types.known.push({ name, isResource: true, lends: false });
    // A component takes `x.x` for `x`: no member is called like its resource.
    const names = new Names(draw, [name]);
    const constructors = draw.chance(2) ? [annotations.leaf() + this.#initializer(name)] : [];
    const functions = draw.list(0, 4, () => {
      const isStatic = draw.chance(3);
      const signature = isStatic ? `static ${this.#signature(4)}` : this.#signature(4, ['self']);
      return `${annotations.leaf()}${draw.spell(names.take(this.#tempting()))}: ${signature};`;
    });
    const body = [...constructors, ...functions].join('\n');
    this.items.push(`${before}resource ${draw.spell(name)}${body === '' ? ';' : ` {\n${body}\n}`}`);
  }

  #initializer(name: string): string {
    const { draw } = this.cx;
    const error = draw.chance(2) ? `, ${this.types.type(1, 'lends-nothing')}` : '';
    const result = draw.chance(3) ? ` -> result<${draw.spell(name)}${error}>` : '';
    return `constructor(${this.#parameters(3)})${result};`;
  }

  #signature(parameters: number, implied: readonly string[] = []): string {
    const { draw, constructs } = this.cx;
    const isAsync = constructs.concurrency && draw.chance(4);
    const lending: Lending = 'lends-nothing';
    const result = draw.chance(4) ? '' : ` -> ${this.types.type(3, lending)}`;
    return `${isAsync ? 'async ' : ''}func(${this.#parameters(parameters, implied)})${result}`;
  }

  #parameters(max: number, implied: readonly string[] = []): string {
    const { draw } = this.cx;
    const names = new Names(draw, implied);
    const count = draw.chance(8) ? 20 : max;
    const parameter = (): string => `${draw.spell(names.take(this.types.names))}: ${this.types.type(2)}`;
    return draw.list(0, count, parameter).join(', ');
  }
}
