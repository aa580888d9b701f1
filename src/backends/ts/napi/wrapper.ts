/** The module around an addon, as the view of its template: classes for the component's resources, and the world's type. */
import type { FunctionPlan, ScopePlan, WorldPlan } from '../../../abi/plan.js';
import { camelCase, NameScope } from '../../../emit/names.js';
import type { Func } from '../../../resolve/model.js';
import { headerLine } from '../../header.js';
import { givenTo, lookedFor } from '../glue/import-names.js';
import { functionMembers } from '../glue/members.js';
import { classMember, interfaceMember, parameterNames, parameterTypes, returnType } from '../functions.js';
import type { ModuleText } from '../module-text.js';
import { constantsModule, pathFrom, type TypesModule } from '../modules.js';
import { hasConstants } from '../presentation.js';
import { library } from '../types.js';
import type { ImportsView } from '../world-names.js';
import { itemsOf, type WorldView } from '../world-view.js';
import type { AddonClass, AddonNames } from './addon-names.js';
import { packersView, type PackersView } from './packers.js';

type MemberView = {
  readonly name: string;
  readonly parameters: string;
  readonly arguments: string;
  readonly result: string;
  readonly stem: string;
};

type ClassView = {
  readonly name: string;
  readonly constant: string;
  readonly construct:
    { readonly parameters: string; readonly arguments: string; readonly stem: string } | undefined;
  readonly methods: readonly MemberView[];
  readonly statics: readonly MemberView[];
};

export type WrapperView = {
  readonly generated: string;
  /** The file of the addon's source, and what both are made of. */
  readonly source: string;
  readonly fingerprint: string;
  readonly libraries: readonly string[];
  readonly imports: ImportsView;
  readonly world: { readonly name: string; readonly type: string; readonly from: string };
  /** The name of what the component imports; undefined where that is nothing. */
  readonly importObject: string | undefined;
  /** What is looked for there. */
  readonly lookedFor: readonly string[];
  readonly native: readonly string[];
  /** What packs elements of lists. */
  readonly packers: PackersView | undefined;
  readonly classes: readonly ClassView[];
  readonly makers: readonly string[];
  /** Whether there is something to call. */
  readonly usesNative: boolean;
  /** Whether objects that the program has forgotten are disposed of, where there are any. */
  readonly finalizers: boolean;
  /** Whether a class makes objects itself; others are made as the addon hands them out. */
  readonly watches: boolean;
  readonly interfaces: readonly {
    readonly name: string;
    /** The module of constants that the interface comes with, and what it hands on of it. */
    readonly constants:
      { readonly module: string; readonly from: string; readonly names: readonly string[] } | undefined;
    readonly members: readonly { readonly name: string; readonly value: string }[];
  }[];
  readonly functions: readonly { readonly name: string; readonly value: string }[];
};

/** `world` is what the types say of it. */
export function wrapperView(
  plan: WorldPlan,
  names: AddonNames,
  world: WorldView,
  finalizers: boolean,
): WrapperView {
  const { world: types } = names.modules.modules;
  const module: TypesModule = { name: 'addon', file: types.file, specifier: '', role: 'used' };
  const text = names.modules.textOf(module);
  const exported = itemsOf(plan, 'export');
  const members = new NameScope();
  const interfaces = exported.interfaces.map((scope) => {
    const name = members.take(camelCase(scope.path.name));
    return { name, constants: constantsOf(scope, name, names), members: exportedValues(scope, names) };
  });
  const functions = exported.own
    .flatMap((scope) => scope.functions)
    .map((each) => ({ name: members.take(camelCase(each.func.name)), value: nativeValue(each, names) }));
  const all = [...exported.interfaces, ...exported.own];
  const native = all.flatMap((scope) => scope.functions).map((each) => nativeMember(each, names, text));
  const classes = names.classes.map((each) => classView(each, names, text));
  if (classes.length > 0) text.inline(library.disposable);
  const packers = packersView(names, text);
  return {
    generated: `// ${headerLine(plan)}`,
    source: names.source,
    fingerprint: `${names.fingerprint}n`,
    imports: names.modules.importsOf(module, text),
    libraries: text.libraries,
    world: { name: plan.world.name, type: world.exports.name, from: `./${types.file}.js` },
    importObject: world.imports?.name,
    lookedFor: lookedFor(givenTo(plan, { members: functionMembers(plan), worldNames: names.modules })),
    native,
    packers,
    classes,
    makers: classes.map(({ constant }) => constant),
    usesNative: native.length + classes.length > 0 || packers !== undefined,
    finalizers: finalizers && classes.length > 0,
    watches: classes.some(({ construct }) => construct !== undefined),
    interfaces,
    functions,
  };
}

const nativeValue = (plan: FunctionPlan, names: AddonNames): string => `wit_native.${names.stem(plan)}`;

/** A function of the addon's own: methods take the number of their handle before all else. */
function nativeMember(plan: FunctionPlan, names: AddonNames, text: ModuleText): string {
  const { form } = plan.func;
  const self = form.kind === 'method' ? ['wit_self: number'] : [];
  const parameters = [...self, ...parametersOf(plan.func, text)].join(', ');
  const result =
    form.kind === 'constructor' ? 'number' : text.inline(returnType(plan.func, { text, role: 'used' }));
  return `${interfaceMember(names.stem(plan))}(${parameters}): ${result};`;
}

function parametersOf(func: Func, text: ModuleText): readonly string[] {
  const types = parameterTypes(func, { text, role: 'used' });
  return parameterNames(func).map((name, index) => `${name}: ${text.inline(types[index] ?? '')}`);
}

function constantsOf(
  scope: ScopePlan,
  name: string,
  { modules }: AddonNames,
): WrapperView['interfaces'][number]['constants'] {
  const types = scope.types.filter((decl) => hasConstants(decl, modules.presentation));
  if (types.length === 0) return undefined;
  const from = pathFrom(modules.modules.world.file, constantsModule(modules.moduleOf(scope)).file);
  return { module: `wit_constants_${name}`, from, names: types.map((decl) => modules.typeName(decl)) };
}

function exportedValues(scope: ScopePlan, names: AddonNames): WrapperView['functions'] {
  return [
    ...names.classes
      .filter((each) => each.scope === scope)
      .map((each) => ({ name: each.name, value: constantOf(each) })),
    ...scope.functions
      .filter(({ func }) => func.form.kind === 'free')
      .map((each) => ({ name: names.member(each), value: nativeValue(each, names) })),
  ];
}

const constantOf = ({ constant }: AddonClass): string => constant;

function classView(own: AddonClass, names: AddonNames, text: ModuleText): ClassView {
  const functions = own.scope.functions.filter(
    ({ func: { form } }) => form.kind !== 'free' && form.resource === own.resource.decl,
  );
  const views = (kind: 'method' | 'static'): readonly MemberView[] =>
    functions.filter(({ func }) => func.form.kind === kind).map((plan) => memberView(plan, names, text));
  const construct = functions.find(({ func }) => func.form.kind === 'constructor');
  return {
    name: own.name,
    constant: constantOf(own),
    construct: construct && memberView(construct, names, text),
    methods: views('method'),
    statics: views('static'),
  };
}

function memberView(plan: FunctionPlan, names: AddonNames, text: ModuleText): MemberView {
  const { form } = plan.func;
  const self = form.kind === 'method' ? ['this[wit_handle]'] : [];
  return {
    name: form.kind === 'constructor' ? '' : classMember(names.member(plan)),
    parameters: parametersOf(plan.func, text).join(', '),
    arguments: [...self, ...parameterNames(plan.func)].join(', '),
    // What a constructor makes is its class.
    result: form.kind === 'constructor' ? '' : text.inline(returnType(plan.func, { text, role: 'used' })),
    stem: names.stem(plan),
  };
}
