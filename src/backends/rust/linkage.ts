/**
 * How functions are known to the linker. A function of a host has two names: that of the core module's import or
 * export, which has characters that symbols cannot have everywhere, and one for machines whose libraries are
 * linked by symbols.
 */
import type { Linkage } from '../../abi/plan.js';
import { join, line, type Block, type Inline } from '../../emit/code.js';
import { choice, lineBreak, nested, oneLine, overlong } from '../../emit/layout.js';
import { attrFnLikeWidth } from './rustfmt.js';
import { signature } from './signatures.js';
import { stringLiteral } from './text.js';

/** The declaration of the function on the other side. */
export function externBlock(
  linkage: Linkage,
  parameters: readonly string[],
  result: string | undefined,
): Block {
  const name = (text: string): string => `link_name = ${stringLiteral(text)}`;
  const names = linkAttributes(linkage, name);
  const declaration = signature({
    start: 'fn wit_import',
    parameters,
    result,
    end: ';',
    around: (declared) => [
      'unsafe extern "C" {',
      nested(
        names.map((each) => [lineBreak, each]),
        lineBreak,
        declared,
      ),
      lineBreak,
      '}',
    ],
  });
  if (linkage.kind !== 'wasm-import') return declaration;
  const module = list('link', [`wasm_import_module = ${stringLiteral(linkage.module)}`]);
  return [line(attribute(module)), declaration];
}

/** The attributes of a function that others call. */
export const exportAttributes = (linkage: Linkage): Block =>
  linkAttributes(linkage, (text) => `unsafe(export_name = ${stringLiteral(text)})`).map((each) => line(each));

/** An attribute that gives a function its name, or one for each kind of machine where it has two. */
function linkAttributes(linkage: Linkage, named: (name: string) => string): readonly Inline[] {
  if (linkage.kind === 'native') return [attribute(named(linkage.symbol))];
  const { name, identifier } = linkage;
  if (name === identifier) return [attribute(named(name))];
  return [
    attribute(list('cfg_attr', [webAssembly, named(name)])),
    attribute(list('cfg_attr', [`not(${webAssembly})`, named(identifier)])),
  ];
}

const webAssembly = 'target_family = "wasm"';

const attribute = (inside: Inline): Inline => overlong(['#[', inside, ']']);

/** `name(item, …)` in an attribute: the items below each other where they are too long for a line. */
function list(name: string, items: readonly string[]): Inline {
  const widest = items.length === 1 ? Infinity : attrFnLikeWidth;
  const below = items.map((item, at) => [lineBreak, overlong(at < items.length - 1 ? `${item},` : item)]);
  return choice(
    [name, '(', oneLine(join(items, ', '), { widest }), ')'],
    [name, '(', nested(below), lineBreak, ')'],
  );
}
