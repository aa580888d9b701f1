/**
 * How functions are known to the linker. A function of a host has two names: that of the core module's import or
 * export, which has characters that symbols cannot have everywhere, and one for machines whose libraries are
 * linked by symbols.
 */
import type { Linkage, WorldPlan } from '../../abi/plan.js';
import type { Block } from '../../emit/code.js';
import { lineBreak, nested, overlong } from '../../emit/layout.js';
import { signature } from './signatures.js';
import { stringLiteral } from './text.js';

/** The declaration of the function on the other side, `columns` columns from the left. */
export function externBlock(
  linkage: Linkage,
  parameters: readonly string[],
  result: string | undefined,
  columns: number,
): Block {
  const name = (text: string): string => `link_name = ${stringLiteral(text)}`;
  const names = linkAttributes(linkage, name, columns + indentation);
  const declaration = signature({
    start: 'fn wit_import',
    parameters,
    result,
    end: ';',
    around: (declared) => [
      'unsafe extern "C" {',
      nested(
        names.map((each) => [lineBreak, overlong(each)]),
        lineBreak,
        declared,
      ),
      lineBreak,
      '}',
    ],
  });
  return [...importModule(linkage, columns), declaration];
}

const indentation = 4;

function importModule(linkage: Linkage, columns: number): readonly string[] {
  if (linkage.kind !== 'wasm-import') return [];
  return attributeLines('link', [`wasm_import_module = ${stringLiteral(linkage.module)}`], columns);
}

/** The attributes of a function that others call, `columns` columns from the left. */
export const exportAttributes = (linkage: Linkage, columns: number): readonly string[] =>
  linkAttributes(linkage, (text) => `unsafe(export_name = ${stringLiteral(text)})`, columns);

/** Whether a host calls functions of the world. */
export const isCalledByHost = ({ scopes }: WorldPlan): boolean =>
  scopes
    .filter(({ direction }) => direction === 'export')
    .flatMap(({ functions, resources }) => [
      ...functions.map(({ linkage }) => linkage),
      ...resources.map(({ drop }) => drop),
    ])
    .some(({ kind }) => kind === 'wasm-export');

/** An attribute that gives a function its name, or one for each kind of machine where it has two. */
function linkAttributes(
  linkage: Linkage,
  attribute: (name: string) => string,
  columns: number,
): readonly string[] {
  if (linkage.kind === 'native') return [`#[${attribute(linkage.symbol)}]`];
  const { name, identifier } = linkage;
  if (name === identifier) return [`#[${attribute(name)}]`];
  return [
    ...attributeLines('cfg_attr', [webAssembly, attribute(name)], columns),
    ...attributeLines('cfg_attr', [`not(${webAssembly})`, attribute(identifier)], columns),
  ];
}

const webAssembly = 'target_family = "wasm"';

/** How wide rustfmt lets a line be, and the arguments of an attribute where there are several. */
const widest = 100;
const widestArguments = 70;

/** `#[name(argument, …)]`, its arguments below each other where they are too long for a line. */
function attributeLines(name: string, argumentTexts: readonly string[], columns: number): readonly string[] {
  const list = argumentTexts.join(', ');
  const whole = `#[${name}(${list})]`;
  const last = argumentTexts.length - 1;
  const isShort = last === 0 || list.length <= widestArguments;
  if (isShort && columns + whole.length <= widest) return [whole];
  return [`#[${name}(`, ...argumentTexts.map((text, at) => `    ${text}${at < last ? ',' : ''}`), ')]'];
}
