/** Composing components: one around them that instantiates each with what those before it export. */
import { Composition, type Given, type Place } from './composition.js';
import { surfaceOf, type Extern } from './surface.js';

/**
 * A component that exports what the last of some components exports. Each is given what those before it export: of two
 * items of one name the later one, and types of worlds from the instance that `typesIn` says. What is not to be
 * exported is left out.
 */
export function compose(
  components: readonly Uint8Array[],
  typesIn: ReadonlyMap<string, string> = new Map(),
  isExported: (name: string) => boolean = () => true,
): Uint8Array {
  const whole = new Composition();
  const provided = new Map<string, Place>();
  const provide = (wanted: Extern): Given => {
    const known = provided.get(wanted.name);
    if (known) return [wanted.name, known];
    const instance = provided.get(typesIn.get(wanted.name) ?? '');
    if (!instance) throw new Error(`nobody exports ${wanted.name}`);
    return [wanted.name, whole.alias(instance, wanted)];
  };
  let last: readonly Given[] = [];
  for (const component of components) {
    const { imports, exports } = surfaceOf(component);
    const instance = whole.instantiate(component, imports.map(provide));
    last = exports.map((item) => [item.name, whole.alias(instance, item)]);
    for (const [name, place] of last) provided.set(name, place);
  }
  for (const [name, place] of last) if (isExported(name)) whole.export(name, place);
  return whole.bytes;
}
