/** The functions of JavaScript's that pack elements of lists into memory, and make elements of it, by the operations of glue. */
import { sizeInBytes } from '../../../abi/layout.js';
import { packingOf } from '../../../abi/packing.js';
import type { HelperPlan, Op } from '../../../abi/plan.js';
import { InternalError } from '../../../base/invariant.js';
import { indent, line, type Block, type Inline } from '../../../emit/code.js';
import type { Type } from '../../../resolve/model.js';
import { bodiesOf } from '../../op-bodies.js';
import { Body } from '../glue/body.js';
import { GlueContext } from '../glue/context.js';
import { enumerationLines } from '../glue/instance.js';
import { inside } from '../glue/ops-lower.js';
import { spellOp } from '../glue/ops.js';
import { mentionsIn } from '../glue/mentions.js';
import { joined } from '../glue/passing.js';
import { runtimeImports, type RuntimeImports } from '../glue/runtime-imports.js';
import { failedAt } from '../glue/taken-apart.js';
import type { GlueTarget } from '../glue/target.js';
import { wasmMemory } from '../glue/wasm-memory.js';
import type { ModuleText } from '../module-text.js';
import type { AddonNames } from './addon-names.js';
import type { Packing } from './packings.js';

/** What stands before the functions of an instance, and the names by which the addon gets it. */
export type PackersView = RuntimeImports & {
  readonly lines: readonly string[];
  readonly names: readonly string[];
};

/** What memory the addon copies is. Pointers are the addon's business, and so is all that is no element of a list. */
const packet: GlueTarget = {
  memory: { ...wasmMemory, pointerBytes: 8, view: 'wit_packet.view', refresh: [] },
  // Its functions stand in that of the module around the addon.
  entry: { name: 'instantiate', parameters: ['addon', 'imports'] },
  lends: () => false,
  instance: ofCalls,
  resourceType: ofCalls,
  closeScope: ofCalls,
  handleToCore: ofCalls,
  coreToHandle: ofCalls,
  callCore: ofCalls,
  aroundCaller: ofCalls,
  aroundCallee: ofCalls,
};

function ofCalls(): never {
  throw new InternalError('expected elements that are values alone');
}

/** The functions for all lists of a world that cross as bytes; undefined if there are none. */
export function packersView(names: AddonNames, text: ModuleText): PackersView | undefined {
  const packings = names.packings.all;
  if (packings.length === 0) return undefined;
  const cx = new GlueContext(names.plan, names.modules, text, { target: packet, finalizers: false });
  const helpers = names.plan.helpers.filter((each) => packings.some(({ op }) => uses(op.body, each)));
  const functions = [
    ...helpers.map((each) => conversion(each, cx)),
    ...packings.map((each) => (each.op.kind === 'each' ? packer(each, cx) : maker(each, cx))),
  ];
  const largest = Math.max(...packings.map(({ op }) => sizeInBytes(op.stride, 8)));
  const memory = line('const wit_packet = new ', cx.runtime('Packet'), `(${String(largest)});`);
  const lines = text.lines([enumerationLines(cx), memory, functions]);
  return { ...runtimeImports(cx, text), lines, names: packings.map(({ name }) => name) };
}

const uses = (ops: readonly Op[], helper: HelperPlan): boolean =>
  ops.some(
    (op) =>
      ('helper' in op && (op.helper === helper || uses(op.helper.body, helper))) ||
      bodiesOf(op).some((body) => uses(body, helper)),
  );

/** Texts that are packed, in order. No local of glue has an underscore. */
const texts = 'wit_texts';

const hasTexts = ({ body, base }: HelperPlan): boolean => packingOf(body, base)?.texts.length !== 0;

/** An operation as glue has it, but for texts, which go beside the memory. */
function spell(op: Op, body: Body): Block {
  switch (op.kind) {
    case 'data': {
      const checked = [
        body.cx.runtime('checkedText'),
        '(',
        body.use(op.value),
        `, '${body.pathOf(op.value)}')`,
      ];
      return line(`${texts}.push(`, checked, ');');
    }
    case 'lift-sequence':
      return body.declare(op.out, 'wit_packet.next()');
    case 'call-store': {
      const own = hasTexts(op.helper) ? `, ${texts}` : '';
      const head = [`${body.cx.helper(op.helper)}(`, body.at(op.at), ', '];
      return inside(op.value, body.pass(head, [op.value], `${own});`), body);
    }
    default:
      return spellOp(op, body);
  }
}

/** Operations without those on pointers and lengths: of texts, which the addon knows. */
const withoutPointers = (ops: readonly Op[]): readonly Op[] =>
  ops.flatMap((op): readonly Op[] => {
    if ((op.kind === 'store' || op.kind === 'load') && (op.width === 'pointer' || op.width === 'length')) {
      return [];
    }
    if ('body' in op) return [{ ...op, body: withoutPointers(op.body) }];
    if (op.kind === 'match') return [{ ...op, arms: op.arms.map(armWithoutPointers) }];
    if (op.kind === 'switch') return [{ ...op, arms: op.arms.map(armWithoutPointers) }];
    return [op];
  });

const armWithoutPointers = <Arm extends { readonly body: readonly Op[] }>(arm: Arm): Arm => ({
  ...arm,
  body: withoutPointers(arm.body),
});

/** The conversion of a named type. */
function conversion(helper: HelperPlan, cx: GlueContext): Block {
  const body = new Body(cx, helper, spell);
  const type: Type = { kind: 'named', decl: helper.decl };
  const ops = withoutPointers(helper.body);
  // A record of texts alone has nothing in memory.
  const unread = mentionsIn(ops).has(helper.base) ? '' : '_';
  const head = `function ${cx.helper(helper)}(${unread}${body.name(helper.base)}: number`;
  if (helper.direction === 'store') {
    const own = hasTexts(helper) ? `, ${texts}: string[]` : '';
    return [
      line(`${head}, ${body.name(helper.value)}: `, cx.readType(type), own, '): void {'),
      indent(body.spellAll(ops)),
      '}',
    ];
  }
  return [
    line(head, '): ', cx.type(type), ' {'),
    indent(joined(body.spellAll(ops), body.pass('return ', [helper.value], ';'))),
    '}',
  ];
}

/** What functions for lists call what they have in common: the list, its part, where that begins in memory, and a position. */
const freshNames = ({
  locals,
}: Body): Readonly<Record<'list' | 'from' | 'end' | 'place' | 'index', string>> => ({
  list: locals.fresh('list'),
  from: locals.fresh('from'),
  end: locals.fresh('end'),
  place: locals.fresh('place'),
  index: locals.fresh('index'),
});

/** `(list, from, end, place)`: the elements from one position to another. What is wrong with one is said of the list. */
function packer({ op, owner, name, element }: Packing, cx: GlueContext): Block {
  if (op.kind !== 'each') return ofCalls();
  const body = new Body(cx, owner, spell);
  const { list, from, end, place, index } = freshNames(body);
  const slot = body.name(op.slot);
  const putsTexts = element.texts.length > 0;
  const range = `${from}: number, ${end}: number, ${place}: number): ${putsTexts ? 'string[]' : 'void'} {`;
  const stride = String(body.bytes(op.stride));
  return [
    line(`function ${name}(${list}: `, cx.readType(op.list.type), `, ${range}`),
    indent(
      putsTexts ? `const ${texts}: string[] = [];` : [],
      `let ${index} = ${from};`,
      'try {',
      indent(
        `for (let ${slot} = ${place}; ${index} < ${end}; ${index}++, ${slot} += ${stride}) {`,
        indent(joined(body.declare(op.item, `${list}[${index}]!`), body.spellAll(withoutPointers(op.body)))),
        '}',
      ),
      '} catch (error) {',
      indent(failedAt(`\`[\${${index}}]\``, op.item, `${list}[${index}]`, body)),
      '}',
      putsTexts ? `return ${texts};` : [],
    ),
    '}',
  ];
}

/** `(made, count, from, end, place, texts)`: makes the elements from one position to another, and the list before the first. */
function maker({ op, owner, name, element }: Packing, cx: GlueContext): Block {
  if (op.kind !== 'build-list') return ofCalls();
  const body = new Body(cx, owner, spell);
  const { list, from, end, place, index } = freshNames(body);
  const made = body.locals.fresh('made');
  const count = body.locals.fresh('count');
  const slot = body.name(op.slot);
  const getsTexts = element.texts.length > 0;
  const type = cx.type(op.out.type);
  const head: Inline = [`function ${name}(${made}: `, type, ` | undefined, ${count}: number, `];
  const range = `${from}: number, ${end}: number, ${place}: number`;
  const stride = String(body.bytes(op.stride));
  const array = cx.text.names.global('Array');
  return [
    line(head, range, getsTexts ? `, ${texts}: string[]` : '', '): ', type, ' {'),
    indent(
      getsTexts ? `wit_packet.give(${texts});` : [],
      line(`const ${list} = ${made} ?? new ${array}<`, cx.type(op.element), `>(${count});`),
      `for (let ${index} = ${from}, ${slot} = ${place}; ${index} < ${end}; ${index}++, ${slot} += ${stride}) {`,
      indent(
        joined(body.spellAll(withoutPointers(op.body)), body.pass(`${list}[${index}] = `, [op.item], ';')),
      ),
      '}',
      `return ${list};`,
    ),
    '}',
  ];
}
