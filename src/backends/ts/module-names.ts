import type { TypeDecl } from '../../resolve/model.js';
import { NameScope, pascalCase } from '../../emit/names.js';

/** Names that a type of ours has beside its own. */
export interface ResourceNames {
  /** What a class that implements the resource has. */
  readonly instance: string;
  /** What such a class has itself: its constructor and static methods. */
  readonly statics: string;
}

/** Which types need names beside their own. */
export interface InnerNames {
  /** The cases of variants. */
  readonly cases: boolean;
  /** What implements a resource. */
  readonly implementations: boolean;
}

/**
 * The names of types in one module. What WIT declares comes first; names of our own making, and those of
 * the shared module, make way for it. Globals that it hides are reached through `globalThis`.
 */
export class ModuleNames {
  readonly #scope = new NameScope();
  readonly #declared = new Set<string>();
  readonly #types = new Map<TypeDecl, string>();
  readonly #cases = new Map<TypeDecl, readonly string[]>();
  readonly #resources = new Map<TypeDecl, ResourceNames>();
  readonly #shared = new Map<string, string>();

  /** What the whole module is to those who implement it. */
  readonly implementation: string;

  constructor(types: readonly TypeDecl[], inner: InnerNames) {
    for (const decl of types) this.#types.set(decl, this.take(pascalCase(decl.name)));
    for (const decl of types) this.#takeInner(decl, inner);
    this.implementation = this.take('Implementation');
    for (const name of ['Option', 'Result']) this.#shared.set(name, this.take(name));
  }

  /** Every name that is taken in the module. */
  get all(): ReadonlySet<string> {
    return this.#declared;
  }

  /** Takes a name for something else in the module. */
  take(wanted: string): string {
    const name = this.#scope.take(wanted);
    this.#declared.add(name);
    return name;
  }

  /** The name of a type of this module. */
  type(decl: TypeDecl): string | undefined {
    return this.#types.get(decl);
  }

  /** The names of the interfaces that a variant's cases are, in order. */
  cases(decl: TypeDecl): readonly string[] {
    return this.#cases.get(decl) ?? [];
  }

  /** The names of what implements a resource. */
  resource(decl: TypeDecl): ResourceNames | undefined {
    return this.#resources.get(decl);
  }

  /** What the module calls a type of the shared module. */
  shared(name: string): string {
    return this.#shared.get(name) ?? name;
  }

  /** How the module names something that JavaScript has everywhere. */
  global(name: string): string {
    return this.#declared.has(name) ? `globalThis.${name}` : name;
  }

  #takeInner(decl: TypeDecl, { cases, implementations }: InnerNames): void {
    const { definition } = decl;
    const name = this.#types.get(decl) ?? '';
    if (definition.kind === 'variant' && cases) {
      this.#cases.set(
        decl,
        definition.cases.map((each) => this.take(`${name}${pascalCase(each.name)}`)),
      );
    }
    if (definition.kind === 'resource' && implementations) {
      this.#resources.set(decl, {
        instance: this.take(`${name}Impl`),
        statics: this.take(`${name}Statics`),
      });
    }
  }
}
