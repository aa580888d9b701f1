/** The stable topological order in which declarations are linked. */
import { stronglyConnected } from './components.js';

/** A graph over 0…n-1. `edges[i]` are the things that `i` needs, in the order of the text. */
export interface Ordered {
  /** All nodes; each stands after what it needs, and otherwise as early as its number allows. */
  readonly order: readonly number[];
  /** The edges that were cut because they close a cycle, each with the cycle from its start. */
  readonly cycles: readonly Cycle[];
}

export interface Cycle {
  readonly from: number;
  /** The index in `edges[from]` of the edge that was cut. */
  readonly edge: number;
  /** The members of the cycle, beginning with `from`. */
  readonly members: readonly number[];
  /** Whether it is the first one among nodes that can all reach each other: the others need not be told. */
  readonly isFirst: boolean;
}

/** Kahn's algorithm; among the nodes that are ready, the first of the text comes next. */
export function topologicalOrder(edges: readonly (readonly number[])[]): Ordered {
  const missing = edges.map((needs) => needs.length);
  const users = usersOf(edges);
  const isDone = edges.map(() => false);
  const ready = new NumberHeap();
  const order: number[] = [];
  const cycles: Cycle[] = [];
  const told = new Set<number | undefined>();
  let components: readonly (number | undefined)[] | undefined;
  const isCut = edges.map((needs) => needs.map(() => false));

  const satisfy = (node: number): void => {
    missing[node] = (missing[node] ?? 0) - 1;
    if (missing[node] === 0) ready.push(node);
  };

  missing.forEach((count, node) => {
    if (count === 0) ready.push(node);
  });
  for (let firstOpen = 0; order.length < edges.length;) {
    const node = ready.pop();
    if (node !== undefined) {
      isDone[node] = true;
      order.push(node);
      for (const user of users[node] ?? []) {
        if (isCut[user.node]?.[user.edge] !== true) satisfy(user.node);
      }
      continue;
    }
    while (isDone[firstOpen]) firstOpen++;
    const cycle = cycleFrom(firstOpen, edges, (from, edge) => {
      const target = edges[from]?.[edge];
      return target !== undefined && !isDone[target] && isCut[from]?.[edge] !== true;
    });
    components ??= stronglyConnected(edges);
    const component = components[cycle.from];
    cycles.push({ ...cycle, isFirst: !told.has(component) });
    told.add(component);
    (isCut[cycle.from] ?? [])[cycle.edge] = true;
    satisfy(cycle.from);
  }
  return { order, cycles };
}

interface User {
  readonly node: number;
  readonly edge: number;
}

function usersOf(edges: readonly (readonly number[])[]): readonly User[][] {
  const users: User[][] = edges.map(() => []);
  edges.forEach((needs, node) => {
    needs.forEach((target, edge) => users[target]?.push({ node, edge }));
  });
  return users;
}

/** Follows first open edges from a node that is not done until one repeats; the cycle starts at its first member. */
function cycleFrom(
  start: number,
  edges: readonly (readonly number[])[],
  isOpen: (from: number, edge: number) => boolean,
): Omit<Cycle, 'isFirst'> {
  const position = new Map<number, number>();
  const path: User[] = [];
  let node = start;
  while (!position.has(node)) {
    const from = node;
    const edge = (edges[from] ?? []).findIndex((_, index) => isOpen(from, index));
    position.set(from, path.length);
    path.push({ node: from, edge });
    node = edges[from]?.[edge] ?? from;
  }
  const members = path.slice(position.get(node));
  const first = members.reduce((best, { node: member }, index) => {
    return member < (members[best]?.node ?? Infinity) ? index : best;
  }, 0);
  const rotated = [...members.slice(first), ...members.slice(0, first)];
  const { node: from, edge } = rotated[0] ?? { node: start, edge: 0 };
  return { from, edge, members: rotated.map((member) => member.node) };
}

/** A heap of numbers: the least comes first. */
class NumberHeap {
  readonly #items: number[] = [];

  push(item: number): void {
    let at = this.#items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#item(parent) <= item) break;
      this.#items[at] = this.#item(parent);
      at = parent;
    }
    this.#items[at] = item;
  }

  pop(): number | undefined {
    const [least] = this.#items;
    const last = this.#items.pop();
    if (last === undefined || this.#items.length === 0) return least;
    this.#sink(last);
    return least;
  }

  #sink(item: number): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const child = this.#item(left + 1) < this.#item(left) ? left + 1 : left;
      if (this.#item(child) >= item) break;
      this.#items[at] = this.#item(child);
      at = child;
    }
    this.#items[at] = item;
  }

  #item(at: number): number {
    return this.#items[at] ?? Infinity;
  }
}
