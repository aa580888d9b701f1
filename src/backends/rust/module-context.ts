import type { ResourcePlan, ScopePlan, WorldPlan } from '../../abi/plan.js';
import { invariant } from '../../base/invariant.js';
import type { Block, Inline } from '../../emit/code.js';
import { renderInline } from '../../emit/render.js';
import type { TypeDecl } from '../../resolve/model.js';
import type { WorldNames } from './names.js';
import type { RustOptions } from './options.js';
import { TypeSpeller } from './types.js';
import { renderRust, tabSpaces } from './rustfmt.js';

/** What the items of one scope are written with: how it sees types, and what its module will `use`. */
export class ModuleContext {
  readonly types: TypeSpeller;

  constructor(
    readonly plan: WorldPlan,
    readonly names: WorldNames,
    readonly scope: ScopePlan,
    readonly options: RustOptions,
    private readonly needs: Set<string>,
  ) {
    this.types = new TypeSpeller(names, scope, options.rawStrings ? 'bytes' : 'text');
  }

  /** Asks for something of the runtime that a template mentions. */
  need(...names: readonly string[]): void {
    for (const name of names) this.needs.add(name);
  }

  text(code: Inline): string {
    const { text, needs } = renderInline(code);
    this.need(...needs);
    return text;
  }

  /** Lines that stand `level` levels deep in the module, broken where they are too long. */
  lines(code: Block, level: number): readonly string[] {
    const { text, needs } = renderRust(code, this.columns(level));
    this.need(...needs);
    return text;
  }

  /** The columns that indentation takes `level` levels deep in the module. */
  columns(level: number): number {
    return tabSpaces * (this.names.moduleOf(this.scope).length + level);
  }

  /** Attributes of an item. Of items in modules, the outermost module has them. */
  get attributes(): readonly string[] {
    return this.names.moduleOf(this.scope).length === 0 ? moduleAttributes : [];
  }

  resource(decl: TypeDecl): ResourcePlan {
    const plan = this.plan.resourceOf.get(decl);
    invariant(plan, `a plan for resource ${decl.name}`);
    return plan;
  }
}

/** Not everything is used by everyone, and names and documentation are those of the interface. */
export const moduleAttributes: readonly string[] = ['#[allow(dead_code, clippy::all)]'];
