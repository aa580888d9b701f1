import type { Block, Inline } from '../../emit/code.js';
import { renderBlock, renderInline } from '../../emit/render.js';
import type { Type } from '../../resolve/model.js';
import { runtimeName } from './glue/runtime.js';
import type { ModuleNames } from './module-names.js';
import { moduleName } from './namespaces.js';
import type { Presentation } from './presentation.js';
import { sharedName, spellType, type TypeContext } from './types.js';

/** Whether the bindings only read a value, or make it. */
export type Position = 'read' | 'made';

/** The text of one module: knows how its types are called, and remembers what the text makes use of. */
export class ModuleText {
  readonly #needs = new Set<string>();

  constructor(
    readonly names: ModuleNames,
    readonly types: TypeContext,
    /** Types as they are called in comments, for which nothing is imported. */
    readonly typesInComments: TypeContext,
    readonly presentation: Presentation,
  ) {}

  type(type: Type): Inline {
    return spellType(type, this.types);
  }

  /** What the types of a function's parameters or of its result depend on; the bindings may be the only readers. */
  typesOf(position: Position): TypeContext {
    const isReadonly = position === 'read' && this.presentation.inputs === 'readonly';
    return isReadonly ? { ...this.types, access: 'readonly' } : this.types;
  }

  inline(code: Inline): string {
    const { text, needs } = renderInline(code);
    for (const each of needs) this.#needs.add(each);
    return text;
  }

  /** Whole lines. */
  lines(code: Block): readonly string[] {
    const { text, needs } = renderBlock(code, '  ');
    for (const each of needs) this.#needs.add(each);
    return text;
  }

  /** A type that a comment mentions. */
  typeInComment(type: Type): string {
    return renderInline(spellType(type, this.typesInComments)).text;
  }

  /** The parts of JavaScript that the compiler has to know. */
  get libraries(): readonly string[] {
    const isLibrary = (each: string): boolean =>
      [sharedName, runtimeName, moduleName].every((nameOf) => nameOf(each) === undefined);
    return [...this.#needs].filter(isLibrary).sort();
  }

  /** What of the runtime the text makes use of. */
  get runtime(): readonly string[] {
    return [...this.#needs].flatMap((each) => runtimeName(each) ?? []).sort();
  }

  /** The files of the other modules whose types the text makes use of. */
  get modules(): readonly string[] {
    return [...this.#needs].flatMap((each) => moduleName(each) ?? []).sort();
  }

  /** What is imported from the shared module: `Result`, or `Result as Result_` where WIT has a `result`. */
  get shared(): string | undefined {
    const names = [...this.#needs].flatMap((each) => sharedName(each) ?? []).sort();
    const parts = names.map((name) => {
      const here = this.names.shared(name);
      return here === name ? name : `${name} as ${here}`;
    });
    return parts.length === 0 ? undefined : parts.join(', ');
  }
}
