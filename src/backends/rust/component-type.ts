/**
 * The world of the bindings as a custom section, and what leads linkers to it. A library is an archive of objects, one for some
 * of its modules each, and only those are linked in which something is looked for. So each module that calls the other
 * side, and what defines exports, has a reference to a byte that stands beside the section.
 */
import { type ComponentTypes, sectionName } from '../../encode/component-type.js';
import type { Json } from '../../emit/view.js';
import type { World } from '../../resolve/model.js';
import { customSectionLines } from './custom-section.js';

const moduleName = '_component_type';

/**
 * The module that has the section. Where a macro for other crates defines the exports, nobody may call it, and a tool must
 * not look for what is not there: exports are in another section, which the macro has.
 */
export function componentTypeModule(
  world: World,
  { whole, withoutExports }: ComponentTypes,
  exportsAre: 'here' | 'in-other-crates',
): Json {
  return { name: moduleName, section: sectionLines(world, exportsAre === 'here' ? whole : withoutExports) };
}

/** What the macro has that defines exports: the section where it is for other crates, which need not have it otherwise. */
export function componentTypeInMacro(
  world: World,
  { whole }: ComponentTypes,
  exportsAre: 'here' | 'in-other-crates',
): readonly string[] {
  return exportsAre === 'here' ? reference('$($path_to_types_root)*::') : sectionLines(world, whole);
}

/** What a module has that calls the other side, so many levels below the root of the bindings. */
export function componentTypeInModule(depth: number): readonly string[] {
  return ['#[cfg(target_family = "wasm")]', ...reference('super::'.repeat(depth))];
}

const sectionLines = (world: World, content: Uint8Array): readonly string[] =>
  customSectionLines('_SECTION', { name: sectionName('rust', world), content });

const reference = (root: string): readonly string[] => [
  '#[used]',
  `static _COMPONENT_TYPE: &u8 = &${root}${moduleName}::BESIDE;`,
];
