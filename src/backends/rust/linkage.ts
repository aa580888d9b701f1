/** How functions are known to the linker. */
import type { Linkage } from '../../abi/plan.js';
import { indent, type Block } from '../../emit/code.js';

/** The declaration of the function on the other side. */
export function externBlock(
  linkage: Linkage,
  parameters: readonly string[],
  result: string | undefined,
): Block {
  const signature = `fn wit_import(${parameters.join(', ')})${result === undefined ? '' : ` -> ${result}`};`;
  const link = linkage.kind === 'wasm-import' ? [`#[link(wasm_import_module = "${linkage.module}")]`] : [];
  return [...link, 'unsafe extern "C" {', indent(`#[link_name = "${linkName(linkage)}"]`, signature), '}'];
}

/** What the linker knows a function by. */
export const linkName = (linkage: Linkage): string =>
  linkage.kind === 'native' ? linkage.symbol : linkage.name;
