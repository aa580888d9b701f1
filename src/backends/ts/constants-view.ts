/** The files of constants as views: objects that have the values of enums, the bits of flags, and what makes variants. */
import type { ScopePlan, WorldPlan } from '../../abi/plan.js';
import type { TypeDecl } from '../../resolve/model.js';
import { headerLine } from '../header.js';
import { comment, docText, stabilityTags } from './comments.js';
import { caseType, caseViews, type CaseView } from './declarations.js';
import type { ModuleText } from './module-text.js';
import { constantsModule, pathFrom, specifierFrom } from './modules.js';
import { constantNames, enumValues, hasConstants } from './presentation.js';
import type { ImportsView, WorldNames } from './world-names.js';

/** A member of an object: its value is an expression. */
type ConstantView = { readonly docs: readonly string[]; readonly name: string; readonly value: string };

type ObjectView = {
  readonly docs: readonly string[];
  readonly name: string;
  readonly members: readonly ConstantView[];
};

/** A module of constants, for those who use types and for those who implement what has them. */
export type ConstantsFileView = {
  readonly path: string;
  readonly usesShared: boolean;
  readonly view: {
    readonly header: string;
    readonly libraries: readonly string[];
    readonly references: readonly string[];
    readonly imports: ImportsView;
    /** The module that has the types. */
    readonly from: string;
    /** What makes an object that nobody can change. */
    readonly freeze: string;
    readonly objects: readonly ObjectView[];
  };
};

/** A file for each module that has a type with constants. */
export function constantsFiles(plan: WorldPlan, names: WorldNames): readonly ConstantsFileView[] {
  return plan.scopes.flatMap((scope) => {
    const types = scope.types.filter((decl) => hasConstants(decl, names.presentation));
    return types.length === 0 ? [] : [constantsFile(scope, types, plan, names)];
  });
}

function constantsFile(
  scope: ScopePlan,
  types: readonly TypeDecl[],
  plan: WorldPlan,
  names: WorldNames,
): ConstantsFileView {
  const { world, side } = names.modules;
  const home = names.moduleOf(scope);
  const here = constantsModule(home);
  const text = names.constantsTextOf(home);
  const objects = types.map((decl) => objectView(decl, text));
  const imports = names.importsOf(here, text);
  return {
    path: `${here.file}.ts`,
    usesShared: imports.shared !== undefined,
    view: {
      header: `// ${headerLine(plan)}`,
      libraries: text.libraries,
      // The modules of a guest have names, which the world's file knows.
      references: side === 'guest' ? [pathFrom(here.file, world.file, '.d.ts')] : [],
      imports,
      from: specifierFrom(here, home, side),
      freeze: `${text.names.global('Object')}.freeze`,
      objects,
    },
  };
}

function objectView(decl: TypeDecl, text: ModuleText): ObjectView {
  const name = text.names.type(decl) ?? '';
  return {
    docs: comment(docText(decl.docs), stabilityTags(decl)),
    name,
    members: members(decl, text),
  };
}

function members(decl: TypeDecl, text: ModuleText): readonly ConstantView[] {
  const { definition } = decl;
  switch (definition.kind) {
    case 'enum': {
      const values = enumValues(definition, text.presentation);
      return constantViews(definition.cases, (index) => `'${values[index] ?? ''}'`);
    }
    case 'flags':
      return constantViews(definition.flags, (index) => `1n << ${String(index)}n`);
    case 'variant': {
      const makers = caseViews(decl, definition, text).map(maker);
      return constantViews(definition.cases, (index) => makers[index] ?? '');
    }
    default:
      return [];
  }
}

type Named = Pick<TypeDecl, 'name' | 'docs'>;

function constantViews(all: readonly Named[], valueOf: (index: number) => string): readonly ConstantView[] {
  const names = constantNames(all);
  return all.map(({ docs }, index) => ({
    docs: comment(docText(docs)),
    name: names[index] ?? '',
    value: valueOf(index),
  }));
}

/** A function that makes a case of a variant. */
function maker(view: CaseView): string {
  const { name, tag, payload } = view;
  const type = name === undefined ? caseType(view) : `types.${name}`;
  return payload === undefined
    ? `(): ${type} => ({ tag: '${tag}' })`
    : `(val: ${payload}): ${type} => ({ tag: '${tag}', val })`;
}
