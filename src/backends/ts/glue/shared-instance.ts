/** The function that makes an instance of a core module which shares its memory. */
import type { ResourcePlan } from '../../../abi/plan.js';
import { indent, line, type Block } from '../../../emit/code.js';
import { inHex } from '../../native-linking/import-shim.js';
import { keyOf } from '../words.js';
import type { WorldView } from '../world-view.js';
import { nameIn, type GlueContext } from './context.js';
import { calleeFunction, coreType, helperFunction, written } from './functions.js';
import { expectedFingerprints, resourceTypeBy } from './native-instance.js';
import { importConstants } from './imports.js';
import { resourceClass } from './resources.js';
import { exportLines, usesMemory } from './sides.js';

export function instantiateShared(cx: GlueContext, view: WorldView): Block {
  const { plan } = cx;
  const resources = plan.scopes.flatMap((scope) => scope.resources);
  const functions = plan.scopes.flatMap((scope) => scope.functions);
  const callers = functions.filter(({ role }) => role === 'caller');
  const fingerprints = expectedFingerprints(plan);
  const isAsked =
    callers.length > 0 || fingerprints.length > 0 || resources.some(({ home }) => home === 'imported');
  const used = [
    ...(usesMemory(plan) ? ['memory'] : []),
    ...(functions.length > 0 || resources.length > 0 ? ['state'] : []),
  ];
  const defined = definedLines(cx);
  const made = isAsked ? 'const core = others.load(module' : 'others.add(module';
  return [
    '/**',
    ` * Makes an instance of a core module of the world \`${view.worldName}\`. \`others\` is what it shares its memory with; they are`,
    ' * linked with each other by the names of symbols.',
    ' */',
    line(`export function ${cx.target.entry.name}(`),
    indent(
      line('module: WebAssembly.Module,'),
      view.imports ? line(`imports: ${view.imports.name},`) : '_imports: object,',
      line('others: ', cx.runtime('SharedModules'), ','),
    ),
    line(`): ${view.exports.name} {`),
    indent(
      importConstants(cx),
      used.length > 0 ? `const { ${used.join(', ')} } = others;` : [],
      resources.filter(({ home }) => home === 'exported').map((resource) => sharedResourceType(resource, cx)),
      plan.helpers.map((helper) => helperFunction(helper, cx)),
      defined.length === 0 ? `${made});` : [`${made}, {`, indent(defined), '});'],
      fingerprints.map((expected) => `core.checkFingerprint(${expected});`),
      callers.map((each) =>
        line(
          `const ${cx.coreFunction(each)} = core.function('${nameIn(each.linkage)}') as ${coreType(each)};`,
        ),
      ),
      plan.scopes.map((scope) =>
        scope.resources
          .filter(({ home }) => home === 'imported')
          .map((resource) => [sharedResourceType(resource, cx), resourceClass(resource, scope, cx)]),
      ),
      // Behind everything that may find something missing, or that is used by what the module runs then.
      isAsked ? 'others.link(core);' : [],
      'return {',
      indent(exportLines(cx)),
      '};',
    ),
    '}',
  ];
}

export const sharedResourceType = resourceTypeBy((symbol) => `'${symbol}'`);

/** What JavaScript defines for the module, by symbols. */
const definedLines = (cx: GlueContext): readonly Block[] =>
  cx.plan.scopes.flatMap(({ direction, functions, resources, fingerprint }) => [
    ...functions
      .filter(({ role }) => role === 'callee')
      .map((plan) => written(`${keyOf(nameIn(plan.linkage))}: `, calleeFunction(plan, cx), ' =>')),
    ...resources.filter(({ home }) => home === 'exported').map((resource) => dropping(resource, cx)),
    ...(direction === 'import' && fingerprint
      ? [`${keyOf(nameIn(fingerprint.linkage))}: (): bigint => 0x${inHex(fingerprint.value)}n,`]
      : []),
  ]);

const dropping = (resource: ResourcePlan, cx: GlueContext): Block => [
  `${keyOf(nameIn(resource.drop))}: (handle: number): void => {`,
  indent(
    'try {',
    indent(line(`${cx.resource(resource).type}.take(handle)[`, cx.runtime('dispose'), ']?.();')),
    '} catch (error) {',
    indent('throw state.trapped(error);'),
    '}',
  ),
  '},',
];
