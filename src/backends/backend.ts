import { plainStyles, type ApiName, type ApiStyle } from '../abi/api-style.js';
import type { Feature } from '../abi/features.js';
import type { Linkage, WorldPlan } from '../abi/plan.js';
import type { Report } from '../base/diagnostics.js';
import type { ComponentTypes } from '../encode/component-type.js';
import type { Output } from '../emit/output.js';
import type { World } from '../resolve/model.js';

/** One option of a backend: the command line, its help and its checks come from this. */
export interface OptionSpec<Value> {
  readonly help: string;
  /** How the value is written in help, for example `20|23`. */
  readonly placeholder: string;
  /** The value of a text, or undefined if it is not one. */
  readonly parse: (text: string) => Value | undefined;
  readonly initial: Value;
  /** The value of an option that is given several times; without it the last one counts. */
  readonly add?: (before: Value, next: Value) => Value;
}

export type OptionTable<Options extends object> = {
  readonly [Name in keyof Options]: OptionSpec<Options[Name]>;
};

/** Whose plan: a component's, or that of its host (docs/adr/0008). */
export type PlanSide = 'component' | 'host';

/** A language. See docs/backends.md for how to write one outside this package. */
export interface Backend<Options extends object = object> {
  readonly id: string;
  readonly title: string;
  /** The folder of its templates, with `partials/` and `runtime/` inside; ends in `/`. */
  readonly templates: URL;
  readonly options: OptionTable<Options>;
  /** What it can spell beyond the synchronous core; the rest is a diagnostic before it is asked. */
  readonly features: ReadonlySet<Feature>;
  /** The ways of linking that it can spell; a plan that links otherwise is a diagnostic. */
  readonly linkages: ReadonlySet<Linkage['kind']>;
  /** The styles of API that it can spell; absent if only `std`. */
  readonly apis?: ReadonlySet<ApiName>;
  /**
   * Whose plan it spells: that of the component that the world describes, or of whoever stands opposite. Absent if always the
   * component's.
   */
  side?(options: Options): PlanSide;
  /** How far views reach in its output, for the planner; absent if they reach into everything but named types. */
  style?(world: World, api: ApiName, options: Options): ApiStyle;
  /** Reports options that name what the world does not have. Asked before `generate`, which is left out if it reports errors. */
  check?(plan: WorldPlan, options: Options, report: Report): void;
  /**
   * Spells the plan. Pure: no disk, no clock, no environment. Where a module says of which world it is, `types` is what
   * it says: the content of a custom section that the output embeds.
   */
  generate(plan: WorldPlan, options: Options, output: Output, types: ComponentTypes | undefined): void;
}

/** Declares a backend; the type parameter ties its options to its table. */
export function defineBackend<Options extends object>(backend: Backend<Options>): Backend<Options> {
  return backend;
}

/** The styles of API that a backend can spell. */
export function apisOf(backend: Backend): ReadonlySet<ApiName> {
  return backend.apis ?? new Set<ApiName>(['std']);
}

/** How a backend's users see values; `options` are the backend's own, as parsed. */
export function styleOf(backend: Backend, world: World, api: ApiName, options: object): ApiStyle {
  return backend.style?.(world, api, options) ?? plainStyles[api];
}

/** Whose plan a backend spells; `options` are the backend's own, as parsed. */
export function sideOf(backend: Backend, options: object): PlanSide {
  return backend.side?.(options) ?? 'component';
}

/** The options of a backend by name, for whoever lists or parses them. */
export function optionSpecs(backend: Backend): Readonly<Record<string, OptionSpec<unknown>>> {
  // Every option table is an object of specs; its static type only ties it to the backend's own options.
  return backend.options as Readonly<Record<string, OptionSpec<unknown>>>;
}
