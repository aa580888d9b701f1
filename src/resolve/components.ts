/** Tarjan's algorithm, with a stack of its own: chains may be long. */

/** For each node the number of its strongly connected component: nodes of one number can all reach each other. */
export function stronglyConnected(edges: readonly (readonly number[])[]): readonly (number | undefined)[] {
  const walk = new Walk(edges);
  for (const node of edges.keys()) walk.from(node);
  return walk.components;
}

interface Step {
  readonly node: number;
  next: number;
}

class Walk {
  readonly components: (number | undefined)[];
  readonly #numbers: (number | undefined)[];
  /** The least number of a node that is known to be reachable and open. */
  readonly #lowest: number[];
  readonly #open: number[] = [];
  #count = 0;

  constructor(readonly edges: readonly (readonly number[])[]) {
    this.components = edges.map(() => undefined);
    this.#numbers = edges.map(() => undefined);
    this.#lowest = edges.map(() => 0);
  }

  from(start: number): void {
    if (this.#numbers[start] !== undefined) return;
    const way: Step[] = [this.#enter(start)];
    for (let last = way.at(-1); last; last = way.at(-1)) {
      const target = this.edges[last.node]?.[last.next++];
      if (target === undefined) {
        way.pop();
        this.#leave(last.node, way.at(-1)?.node);
      } else if (this.#numbers[target] === undefined) way.push(this.#enter(target));
      else if (this.components[target] === undefined) this.#lower(last.node, this.#numbers[target]);
    }
  }

  #enter(node: number): Step {
    this.#numbers[node] = this.#count;
    this.#lowest[node] = this.#count++;
    this.#open.push(node);
    return { node, next: 0 };
  }

  /** All that a node reaches is known: if nothing before it, what is open since then is one component. */
  #leave(node: number, parent: number | undefined): void {
    const lowest = this.#lowest[node] ?? 0;
    if (parent !== undefined) this.#lower(parent, lowest);
    if (lowest !== this.#numbers[node]) return;
    for (let member = this.#open.pop(); member !== undefined; member = this.#open.pop()) {
      this.components[member] = node;
      if (member === node) break;
    }
  }

  #lower(node: number, number: number): void {
    this.#lowest[node] = Math.min(this.#lowest[node] ?? number, number);
  }
}
