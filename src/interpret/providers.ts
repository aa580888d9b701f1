import type { Component } from './component.js';

/** Which components answer the imports of another one. */
export interface Providers {
  /** The first of them that has what is imported answers; if absent, any other component that is loaded. */
  readonly providers?: readonly Component[] | undefined;
}

/** Components in the order in which one that imports looks at them. */
export class ProviderLists {
  readonly #loaded: Component[] = [];
  readonly #chosen = new Map<Component, readonly Component[]>();

  add(component: Component, { providers }: Providers): void {
    this.#loaded.push(component);
    if (providers) this.#chosen.set(component, providers);
  }

  of(component: Component): readonly Component[] {
    return this.#chosen.get(component) ?? this.#loaded.filter((each) => each !== component);
  }
}
