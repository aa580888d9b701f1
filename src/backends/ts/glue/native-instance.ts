/** The function that loads a native component. */
import type { CoreType, FunctionPlan, ResourcePlan, WorldPlan } from '../../../abi/plan.js';
import { indent, line, type Block, type Inline } from '../../../emit/code.js';
import { bindingsFingerprint, bindingsOf } from '../../native-linking/both-halves.js';
import { binderOf, boundFunctions, inHex } from '../../native-linking/import-shim.js';
import type { WorldView } from '../world-view.js';
import { nameIn, type GlueContext } from './context.js';
import { calleeFunction, coreType, helperFunction } from './functions.js';
import { importConstants } from './imports.js';
import { shimFile } from './native-shim.js';
import { resourceClass } from './resources.js';
import { exportLines, usesMemory } from './sides.js';

export function loader(cx: GlueContext, view: WorldView): Block {
  const { plan } = cx;
  const resources = plan.scopes.flatMap((scope) => scope.resources);
  const callers = plan.scopes.flatMap(({ functions }) => functions.filter(({ role }) => role === 'caller'));
  return [
    '/**',
    ` * Loads a component of the world \`${view.worldName}\`: the shared object at a path.`,
    view.imports
      ? [
          ' * As it imports something, that is the one made of the C++ file beside this module and linked with the component. A',
          ' * process loads it once, and keeps it.',
        ]
      : [],
    ' */',
    line(
      `export function ${cx.target.entry.name}(path: string`,
      view.imports ? `, imports: ${view.imports.name}` : '',
      `): ${view.exports.name} {`,
    ),
    indent(
      importConstants(cx),
      usesMemory(plan) ? line('const memory = ', cx.runtime('nativeMemory'), ';') : [],
      resources.some(({ home }) => home === 'imported')
        ? line('const state = ', cx.runtime('alwaysOpen'), ';')
        : [],
      line('const core = new ', cx.runtime('NativeLibrary'), '(path);'),
      shimCheck(cx),
      expectedFingerprints(plan).map((expected) => `core.checkFingerprint(${expected});`),
      resources.filter(({ home }) => home === 'exported').map((resource) => nativeResourceType(resource, cx)),
      plan.helpers.map((helper) => helperFunction(helper, cx)),
      callers.map((each) =>
        line(`const ${cx.coreFunction(each)} = core.function(`, signature(each), `) as ${coreType(each)};`),
      ),
      plan.scopes.map((scope) =>
        scope.resources
          .filter(({ home }) => home === 'imported')
          .map((resource) => [nativeResourceType(resource, cx), resourceClass(resource, scope, cx)]),
      ),
      bindLines(cx),
      'return {',
      indent(exportLines(cx)),
      '};',
    ),
    '}',
  ];
}

/**
 * Objects of JavaScript's by their handles; or how the component ends an object of its own. `asked` is what `core.function` is
 * asked for to find a symbol that takes a pointer.
 */
export function resourceTypeBy(
  asked: (symbol: string) => string,
): (resource: ResourcePlan, cx: GlueContext) => Block {
  return (resource, cx) => {
    const { decl, home, drop } = resource;
    const { type } = cx.resource(resource);
    if (home === 'exported') {
      const object = cx.type({ kind: 'own', resource: decl });
      return line(`const ${type} = new `, cx.runtime('NativeObjects'), '<', object, `>('${decl.name}');`);
    }
    const end = `core.function(${asked(nameIn(drop))}) as (object: number) => void`;
    return `const ${type} = { name: '${decl.name}', end: ${end} };`;
  };
}

export const nativeResourceType = resourceTypeBy((symbol) => `['${symbol}', 'void', ['pointer']]`);

/** What the runtime calls the types of core values. */
const nativeType = (type: CoreType): string => (type === 'pointer-or-i64' ? 'i64' : type);

function signature({ linkage, core }: FunctionPlan): Inline {
  const parameters = core.parameters.map(({ type }) => `'${nativeType(type)}'`);
  const result = core.result === undefined ? 'void' : nativeType(core.result);
  return `['${nameIn(linkage)}', '${result}', [${parameters.join(', ')}]]`;
}

/** What is told of the interfaces that the component exports, to be compared with what it says: `'ns:pkg/iface', 'symbol', 0x2an`. */
export const expectedFingerprints = ({ scopes }: WorldPlan): readonly string[] =>
  scopes.flatMap(({ direction, fingerprint }) =>
    direction === 'export' && fingerprint
      ? [`'${fingerprint.interface}', '${nameIn(fingerprint.linkage)}', 0x${inHex(fingerprint.value)}n`]
      : [],
  );

/** Whether the C++ file that the library was made of is of these bindings. */
function shimCheck({ plan, worldNames }: GlueContext): Block {
  if (boundFunctions(plan).length === 0) return [];
  return `core.checkBindings('${shimFile(worldNames)}', '${bindingsOf(plan)}', ${bindingsFingerprint(plan)}n);`;
}

/** What the component imports, in the order of the C++ file. */
function bindLines(cx: GlueContext): Block {
  const bound = boundFunctions(cx.plan);
  if (bound.length === 0) return [];
  const answers = new Map<string, Block>();
  for (const { functions, resources } of cx.plan.scopes) {
    for (const plan of functions)
      if (plan.role === 'callee') answers.set(nameIn(plan.linkage), answer(plan, cx));
    for (const resource of resources) {
      if (resource.home === 'exported') answers.set(nameIn(resource.drop), dropping(resource, cx));
    }
  }
  return [
    `core.bind('${binderOf(cx.plan)}', [`,
    indent(bound.map(({ native }) => answers.get(native.symbol) ?? [])),
    ']);',
  ];
}

function answer(plan: FunctionPlan, cx: GlueContext): Block {
  const { parameters, result, lines } = calleeFunction(plan, cx);
  return [
    '[',
    indent(line(signature(plan), ','), line(parameters, ': ', result, ' => {'), indent(lines), '},'),
    '],',
  ];
}

function dropping(resource: ResourcePlan, cx: GlueContext): Block {
  const { type } = cx.resource(resource);
  return [
    '[',
    indent(
      `['${nameIn(resource.drop)}', 'void', ['pointer']],`,
      line(`(handle: number): void => ${type}.take(handle)[`, cx.runtime('dispose'), ']?.(),'),
    ),
    '],',
  ];
}
