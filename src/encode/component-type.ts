/** The custom section by which a core module says what it becomes a component of. */
import { qualifiedName, type Resolved, type World } from '../resolve/model.js';
import { witGen } from './component.js';
import { encodeWorld } from './encode-world.js';

/** A custom section of a core module. */
export interface CustomSection {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What custom sections of the bindings of a world hold. Where a module has several, tools join what they say. */
export interface ComponentTypes {
  readonly whole: Uint8Array;
  /**
   * For bindings whose exports are defined elsewhere, if at all: a tool looks for every export that it is told of,
   * while imports that the module does not have are left out.
   */
  readonly withoutExports: Uint8Array;
}

/** The component types of a world of `resolved`. */
export function componentTypes(world: World, resolved: Resolved): ComponentTypes {
  return {
    whole: encodeWorld(world, resolved, { producers: [witGen] }),
    withoutExports: encodeWorld(world, resolved, { producers: [witGen], part: 'without-exports' }),
  };
}

/**
 * What the section of a world is called in the bindings of a language. Tools look for names that begin with
 * `component-type`; what follows tells sections apart, because linkers join those of one name, which nobody can read.
 */
export function sectionName(language: string, world: World): string {
  return `component-type:wit-gen:${language}:${qualifiedName(world)}`;
}
