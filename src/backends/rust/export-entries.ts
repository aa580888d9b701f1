/** The symbols that the macro of an interface defines: what others call of a component. */
import type { CoreLocal, FunctionPlan, Linkage, ScopePlan } from '../../abi/plan.js';
import { snakeCase } from '../../emit/names.js';
import { coreType, namedCores } from './core.js';
import { exportAttributes } from './linkage.js';
import type { ModuleContext } from './module-context.js';
import { signature } from './signatures.js';

/** One exported symbol. */
export type ExportEntry = {
  /** That name it for the linker. */
  readonly attributes: readonly string[];
  readonly signature: readonly string[];
  readonly call: string;
};

/** Further names of symbols. */
type PlainNames = ReadonlyMap<string, string>;

/** The symbols that a function and its post-return define. */
export function exportEntries(
  plan: FunctionPlan,
  plainNames: PlainNames,
  cx: ModuleContext,
): readonly ExportEntry[] {
  const { form } = plan.func;
  const implementation =
    form.kind === 'free' ? '$ty' : `<$ty as $($path_to_types)*::Guest>::${cx.names.type(form.resource)}`;
  const { parameters, result } = plan.core;
  const name = cx.names.exportBody(plan);
  const path = `${name}::<${implementation}>`;
  const main = withPlainName({ linkage: plan.linkage, name, path, parameters, result }, plainNames, cx);
  if (!plan.postReturn) return main;
  const { linkage, parameter } = plan.postReturn;
  const post = postReturnName(plan, cx);
  return [
    ...main,
    exportEntry({ linkage, name: post, path: post, parameters: [parameter], result: undefined }, cx),
  ];
}

/** The symbols that others drop an exported resource by. */
export function dropEntries(
  resource: ScopePlan['resources'][number],
  plainNames: PlainNames,
  cx: ModuleContext,
): readonly ExportEntry[] {
  const type = cx.names.type(resource.decl);
  const implementation = `<$ty as $($path_to_types)*::Guest>::${type}`;
  const handle: CoreLocal = { kind: 'core', hint: 'rep', type: 'pointer' };
  return withPlainName(
    {
      linkage: resource.drop,
      name: `_drop_${snakeCase(resource.decl.name)}_cabi`,
      path: `${type}::wit_drop::<${implementation}>`,
      parameters: [handle],
      result: undefined,
    },
    plainNames,
    cx,
  );
}

interface Exported {
  readonly linkage: Linkage;
  readonly name: string;
  readonly path: string;
  readonly parameters: readonly CoreLocal[];
  readonly result: CoreLocal['type'] | undefined;
}

/** An exported function, and once more where others call it by a plain name. */
function withPlainName(
  exported: Exported,
  plainNames: PlainNames,
  cx: ModuleContext,
): readonly ExportEntry[] {
  const { linkage, name } = exported;
  const main = exportEntry(exported, cx);
  const plain = linkage.kind === 'native' ? plainNames.get(linkage.symbol) : undefined;
  if (plain === undefined) return [main];
  const again = { ...exported, linkage: { kind: 'native', symbol: plain }, name: `_plain${name}` } as const;
  return [main, exportEntry(again, cx)];
}

function exportEntry({ linkage, name, path, parameters, result }: Exported, cx: ModuleContext): ExportEntry {
  const cores = namedCores(parameters);
  const passed = cores.map((core) => core.replace(/:.*/, ''));
  return {
    attributes: cx.lines(exportAttributes(linkage), levelInMacro),
    signature: cx.lines(
      signature({
        start: `unsafe extern "C" fn ${name}`,
        parameters: cores,
        result: result && coreType(result),
        end: ' {',
      }),
      levelInMacro,
    ),
    call: `${path}(${passed.join(', ')})`,
  };
}

/** How deep functions stand in the macro that defines them. */
const levelInMacro = 3;

/** What does the work after a function whose result lies in memory has been read. */
export const postReturnName = (plan: FunctionPlan, cx: ModuleContext): string =>
  cx.names.exportBody(plan).replace('_export_', '_post_return_');
