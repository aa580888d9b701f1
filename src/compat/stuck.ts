/** Where the reference implementation finds that things depend on each other in a circle. */

/** Something that cannot be ordered, and the first thing that it waits for. */
export interface Stuck {
  readonly node: number;
  /** An index into the edges of the node. */
  readonly edge: number;
}

/** The first node that is in a circle or waits for one; `edges[i]` are the nodes that `i` needs. */
export function firstStuck(edges: readonly (readonly number[])[]): Stuck | undefined {
  const missing = edges.map((needs) => needs.length);
  const users: number[][] = edges.map(() => []);
  edges.forEach((needs, node) => {
    for (const target of needs) users[target]?.push(node);
  });
  const ready = missing.flatMap((count, node) => (count === 0 ? [node] : []));
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    for (const user of users[node] ?? []) {
      missing[user] = (missing[user] ?? 0) - 1;
      if (missing[user] === 0) ready.push(user);
    }
  }
  const isOpen = (node: number | undefined) => node !== undefined && (missing[node] ?? 0) > 0;
  const node = missing.findIndex((count) => count > 0);
  return node === -1 ? undefined : { node, edge: (edges[node] ?? []).findIndex(isOpen) };
}
