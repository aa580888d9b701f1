/**
 * Random WIT that is right by construction: a package with interfaces and worlds, and two versions of a
 * package that it depends on. Resolve it with all features.
 */
import fc from 'fast-check';
import { Annotations } from './random/annotations.js';
import { type Constructs, synchronousCore, wholeLanguage } from './random/constructs.js';
import { Draw, Names, unkindNames } from './random/draw.js';
import { type Declared, Scope, type ScopeContext } from './random/scope.js';
import type { WitFiles } from './wit.js';

export { synchronousCore, wholeLanguage, type Constructs };

/** A package's name as it is written, with its version or nothing. */
interface PackageId {
  readonly namespace: string;
  readonly name: string;
  readonly version: string;
}

/** What packages are made with. */
interface PackageContext {
  readonly draw: Draw;
  readonly constructs: Constructs;
  readonly id: PackageId;
  /** Interfaces of other packages that may be used. */
  readonly others: readonly Declared[];
  /** What interfaces of other packages are called by `use … as …;`. */
  readonly aliases: ReadonlyMap<Declared, string>;
}

/** A package in its text without the header, and what others can use of it. */
interface Package {
  readonly items: readonly string[];
  readonly interfaces: readonly Declared[];
}

const block = (head: string, items: readonly string[]): string => `${head} {\n${items.join('\n')}\n}\n`;

const prefixOf = ({ namespace, name }: PackageId): string => `%${namespace}:%${name}/`;
const headOf = ({ namespace, name, version }: PackageId): string =>
  `package %${namespace}:%${name}${version}`;

/** How items of a package see the world: short names for what is near, aliases, full paths. */
function scopeContext(cx: PackageContext, nearby: readonly string[]): ScopeContext {
  const { draw, constructs, id, aliases } = cx;
  const prefix = prefixOf(id);
  const pathOf = (each: Declared): string => {
    const local = each.path.startsWith(prefix) ? each.name : aliases.get(each);
    return local === undefined ? each.path : draw.spell(local);
  };
  const annotations = new Annotations(draw, constructs, id.version !== '');
  return { draw, constructs, annotations, pathOf, nearby };
}

/** The body of an interface that may use some others. */
function interfaceScope(cx: ScopeContext, others: readonly Declared[]): Scope {
  const scope = new Scope(cx);
  scope.use(cx.draw.some(others, 3));
  scope.declareTypes(cx.draw.upTo(6));
  scope.declareFunctions(cx.draw.upTo(5));
  return scope;
}

function packageOf(cx: PackageContext): Package {
  const { draw, id } = cx;
  const taken = new Names(draw, cx.aliases.values());
  const interfaces: Declared[] = [];
  const items = draw.list(1, 3, () => {
    const name = taken.take([id.namespace, id.name, 'exports']);
    const inside = scopeContext(cx, [name, id.namespace, id.name]);
    const { types, dependencies, items } = interfaceScope(inside, [...cx.others, ...interfaces]);
    const path = `${prefixOf(id)}%${name}${id.version}`;
    interfaces.push({ name, path, types: types.known, dependencies });
    return block(`${inside.annotations.item()}interface ${draw.spell(name)}`, items);
  });
  return { interfaces, items };
}

/** Interfaces with all that they use, directly or not: as exports they never need one on both sides. */
function closure(roots: Iterable<Declared>): ReadonlySet<Declared> {
  const all = new Set<Declared>();
  const visit = (each: Declared): void => {
    if (all.has(each)) return;
    for (const dependency of each.dependencies) visit(dependency);
    all.add(each);
  };
  for (const root of roots) visit(root);
  return all;
}

/** A world in its text, with the names in it that an `include` can change. */
interface World {
  readonly name: string;
  readonly text: string;
  readonly renamable: readonly string[];
}

/** A world of interfaces, inline ones and items of its own. */
function worldOf(cx: PackageContext, name: string, known: readonly Declared[]): World {
  const { draw, constructs } = cx;
  const inside = scopeContext(cx, [name]);
  const { pathOf, annotations } = inside;
  const scope = new Scope(inside);
  const exported = [...closure(draw.some(known, 3))];
  const renamable: string[] = [];
  const take = (tempting: readonly string[]): string => {
    const taking = scope.names.take(tempting);
    renamable.push(taking);
    return draw.spell(taking);
  };
  scope.items.push(...draw.some(known, 2).map((each) => `${annotations.docs()}import ${pathOf(each)};`));
  scope.items.push(...exported.map((each) => `${annotations.docs()}export ${pathOf(each)};`));
  scope.use(draw.some(known, 4));
  scope.declareTypes(draw.upTo(3));
  for (const side of ['import', 'export', 'import', 'export']) {
    if (draw.chance(2)) scope.items.push(scope.function(4, `${side} `));
    if (!draw.chance(3)) continue;
    // What an exported interface uses is exported, too.
    const others = exported;
    const key = take(['exports', 'imports', name, ...others.map((each) => each.name)]);
    const { items } = interfaceScope({ ...inside, nearby: [name] }, others);
    scope.items.push(block(`${annotations.docs()}${side} ${key}: interface`, items));
  }
  if (constructs.labels) {
    for (const each of draw.some(known, 4)) {
      scope.items.push(`${annotations.docs()}import ${take([each.name])}: ${pathOf(each)};`);
    }
  }
  const text = block(`${annotations.item()}world ${draw.spell(name)}`, scope.items);
  return { name, text, renamable };
}

/** A world that is another one, with some names changed. */
function includingWorld(cx: PackageContext, name: string, included: World): string {
  const { draw, constructs } = cx;
  const renamed = constructs.renames ? draw.some(included.renamable, 2) : [];
  // Nothing in the included world has a name like these.
  const pairs = renamed.map((each, index) => `${draw.spell(each)} as renamed-${String(index)}`);
  const ending = pairs.length === 0 ? ';' : ` with { ${pairs.join(', ')} }`;
  return block(`world ${draw.spell(name)}`, [`include ${draw.spell(included.name)}${ending}`]);
}

/** `use … as …;` for some interfaces of other packages. */
function aliasesFor(draw: Draw, constructs: Constructs, others: readonly Declared[]): Map<Declared, string> {
  const names = new Names(draw);
  const aliased = constructs.topLevelUses ? draw.some(others, 3) : [];
  return new Map(aliased.map((each) => [each, names.take([each.name])]));
}

/** A package with the given number of worlds and its dependencies, as files below `wit`. */
function filesOf(draw: Draw, worlds: number, constructs: Constructs): WitFiles {
  const simple = { draw, constructs, others: [], aliases: new Map<Declared, string>() };
  const oldId = { namespace: 'dep', name: 'lib', version: '@1.0.0' };
  const recentId = { namespace: 'dep', name: 'lib', version: '@1.1.0-rc.1' };
  const nestedId = { namespace: 'dep', name: 'nested', version: draw.one(['', '@0.1.2+build.3']) };
  const [old, recent] = [packageOf({ ...simple, id: oldId }), packageOf({ ...simple, id: recentId })];
  const hasNested = constructs.nestedPackages && draw.chance(2);
  const nested = hasNested ? packageOf({ ...simple, id: nestedId, others: recent.interfaces }) : undefined;

  const others = [...old.interfaces, ...recent.interfaces, ...(nested?.interfaces ?? [])];
  const aliases = aliasesFor(draw, constructs, others);
  const lowerCase = unkindNames.filter((name) => name === name.toLowerCase());
  const [namespace, name, version] = [draw.one(lowerCase), draw.one(lowerCase), draw.one(['', '@0.2.0'])];
  const cx = { draw, constructs, id: { namespace, name, version }, others, aliases };
  const main = packageOf(cx);

  const taken = new Names(draw, [...main.interfaces.map((each) => each.name), ...aliases.values()]);
  const known = [...others, ...main.interfaces];
  const made = Array.from({ length: worlds }, () => worldOf(cx, taken.take([name]), known));
  const [first] = made;
  const uses = [...aliases].map(([each, alias]) => `use ${each.path} as ${draw.spell(alias)};\n`);
  return {
    'wit/main.wit': [
      `${headOf(cx.id)};\n`,
      ...uses,
      ...(nested ? [block(headOf(nestedId), nested.items)] : []),
      ...main.items,
      ...made.map(({ text }) => text),
      ...(first ? [includingWorld(cx, taken.take(), first)] : []),
    ].join('\n'),
    'wit/deps/old.wit': [`${headOf(oldId)};\n`, ...old.items].join('\n'),
    'wit/deps/recent.wit': [`${headOf(recentId)};\n`, ...recent.items].join('\n'),
  };
}

/** Packages with this many worlds, and one world more that includes the first. */
export const randomWit = (worlds: number, constructs: Constructs = wholeLanguage): fc.Arbitrary<WitFiles> =>
  fc.gen().map((generate) => filesOf(new Draw(generate), worlds, constructs));
