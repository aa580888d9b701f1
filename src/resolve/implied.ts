/** Imports that no statement names. */
import { dependenciesOf } from './dependencies.js';
import type { Interface, WorldInterface } from './model.js';
import type { WorldItems } from './world-draft.js';

/** On whose behalf something is imported: it passes on its place and its stability. */
export type Importer = Pick<WorldInterface, 'origin' | 'stability' | 'inheritedNotes'>;

/** Imports an interface after those that it needs itself. Chains may be long, so this does not recur. */
export function importImplied(target: Interface, importer: Importer, imports: WorldItems): void {
  const way = imports.has(target) ? [] : [target];
  const rest = way.map(dependenciesOf).map((dependencies) => [...dependencies]);
  for (let last = way.at(-1); last; last = way.at(-1)) {
    const dependency = rest.at(-1)?.shift();
    if (dependency === undefined) {
      imports.set(last, impliedItem(last, importer));
      way.pop();
      rest.pop();
    } else if (!imports.has(dependency)) {
      way.push(dependency);
      rest.push([...dependenciesOf(dependency)]);
    }
  }
}

/** An interface as an import that no statement names. */
export function impliedItem(target: Interface, importer: Importer): WorldInterface {
  const { origin, stability, inheritedNotes } = importer;
  const implied = {
    kind: 'interface',
    key: undefined,
    interface: target,
    origin,
    stability,
    isImplied: true,
  } as const;
  return inheritedNotes ? { ...implied, inheritedNotes: { stability: inheritedNotes.stability } } : implied;
}
