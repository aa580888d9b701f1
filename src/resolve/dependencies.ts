/** Which interfaces an interface takes types from. */
import type { Interface } from './model.js';

/** The owners of the types that an interface uses, in the order of its types, without repetition. */
export function dependenciesOf(interface_: Interface): readonly Interface[] {
  const owners = new Set<Interface>();
  for (const { definition, owner } of interface_.types) {
    if (definition.kind !== 'alias') continue;
    const { owner: source } = definition.target;
    if (source !== owner && source.kind === 'interface') owners.add(source);
  }
  return [...owners];
}
