/** The functions that wit::debug finds for generated types: each writes a value in WAVE. See wit_debug.h. */
import type { ScopePlan } from '../../abi/plan.js';
import { indent, join, line, need, type Block, type Inline } from '../../emit/code.js';
import { structureOf, type Type, type TypeDecl } from '../../resolve/model.js';
import type { TypeContext } from './declarations.js';
import type { DefinitionView } from './functions.js';
import type { Names } from './names.js';
import type { Printer } from '../cxx/printer.js';
import { variantStorage } from './variant-storage.js';

/** The functions of a scope, as its namespace in the header declares them. */
export function debugDeclarations(scope: ScopePlan, cx: TypeContext): readonly string[] {
  return debuggedTypes(scope, cx).map(({ head }) => `${head};`);
}

/** The functions of a scope. */
export function debugDefinitions(
  scope: ScopePlan,
  cx: TypeContext,
  printer: Printer,
): readonly DefinitionView[] {
  return debuggedTypes(scope, cx).map(({ head, body }) => ({
    head: [`${head} {`],
    body: printer.lines(body),
  }));
}

interface Debugged {
  /** Without what follows it. */
  readonly head: string;
  readonly body: Block;
}

function debuggedTypes(scope: ScopePlan, { names, types }: TypeContext): readonly Debugged[] {
  return names.typesOf(scope).flatMap((decl) => {
    const body = bodyFor(decl, names);
    if (!body) return [];
    const value = names.memberNames(decl).length === 0 ? '' : ' value';
    const headFor = (type: string): string => `void wit_debug(std::string& out, ${type} const&${value})`;
    const ofValue = { head: headFor(names.typeName(decl)), body };
    const view = types.declaredView(decl) === types.declared(decl) ? undefined : names.viewName(decl);
    return view === undefined ? [ofValue] : [ofValue, { head: headFor(view), body }];
  });
}

function bodyFor(decl: TypeDecl, names: Names): Block | undefined {
  const { definition } = decl;
  const members = names.memberNames(decl);
  const type = names.typeName(decl);
  switch (definition.kind) {
    case 'record': {
      const fields = definition.fields.map((field, index): Inline => [
        `"${field.name}", `,
        shown(field.type, `value.${members[index] ?? ''}`),
      ]);
      return line('wit::debug_record(out, ', join(fields, ', '), ');');
    }
    case 'variant': {
      const { namespace } = variantStorage(decl);
      const cases = definition.cases.map((each, index) => {
        const payload = `${namespace}::get_if<${String(index)}>(&value.variants)->value`;
        const argument: Inline = each.type ? [', ', shown(each.type, payload)] : [];
        return line(`case ${String(index)}: return wit::debug_case(out, "${each.name}"`, argument, ');');
      });
      return ['switch (value.variants.index()) {', indent(cases), '}'];
    }
    case 'enum': {
      const cases = definition.cases.map(({ name }) => `"${name}"`).join(', ');
      return [
        `static constexpr char const* names[] = {${cases}};`,
        'wit::debug_enum(out, names, static_cast<size_t>(value));',
      ];
    }
    case 'flags': {
      const flags = definition.flags.map(({ name }, index) => {
        const flag = `${type}::${members[index] ?? ''}`;
        return `{"${name}", (value & ${flag}) == ${flag}}`;
      });
      return line(`wit::debug_flags(out, {${flags.join(', ')}});`);
    }
    case 'resource':
    case 'alias':
    case 'type':
      return undefined;
  }
}

/** A char is no type of its own in C++: where it stands by itself, it is said to be one. */
function shown(type: Type, value: string): Inline {
  const structure = structureOf(type);
  const isChar = structure.kind === 'primitive' && structure.name === 'char';
  return [need('"wit_debug.h"'), isChar ? `wit::DebugChar{${value}}` : value];
}
