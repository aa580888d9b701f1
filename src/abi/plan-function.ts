/** One function seen from either side of the boundary. CanonicalABI.md "canon lift" and "canon lower". */
import { invariant } from '../base/invariant.js';
import type { Func, Type } from '../resolve/model.js';
import { flatten, maxFlatParameters, maxFlatResults } from './flatten.js';
import { noSize, placeAt, recordLayout } from './layout.js';
import { Lifting } from './lift.js';
import { Lowering } from './lower.js';
import { coreLocal, type Ops, type PlanContext } from './plan-context.js';
import type {
  CoreLocal,
  CoreType,
  ForeignArea,
  FunctionPlan,
  Layout,
  Linkage,
  Passing,
  PlannedParameter,
  PostReturnPlan,
  ReleasePlan,
  Role,
  Size,
  ValueLocal,
} from './plan.js';
import { release } from './release.js';
import { factsOf } from './type-facts.js';

/** How a function's values are spread over core values: the same for both roles but for the way a big result comes back. */
export interface Signature {
  readonly parameters: readonly SignatureParameter[];
  /** Present if the parameters are too many and cross in memory, as the fields of a record do. */
  readonly block: { readonly layout: Layout; readonly offsets: readonly Size[] } | undefined;
  readonly result: Type | undefined;
  readonly resultCores: readonly CoreType[];
  /** Whether the result crosses in memory. */
  readonly bigResult: boolean;
}

/** A parameter; `self` is the receiver of a method. */
export interface SignatureParameter {
  readonly name: string;
  readonly type: Type;
  readonly isSelf: boolean;
}

export function signatureOf(func: Func, cx: PlanContext): Signature {
  const handle = cx.convention.handle.core;
  const parameters = allParameters(func);
  const types = parameters.map((parameter) => parameter.type);
  const flat = types.flatMap((type) => flatten(type, handle));
  const block = flat.length > maxFlatParameters ? recordLayout(types, handle) : undefined;
  const resultCores = func.result ? flatten(func.result, handle) : [];
  return {
    parameters,
    block,
    result: func.result,
    resultCores,
    bigResult: resultCores.length > maxFlatResults,
  };
}

function allParameters(func: Func): readonly SignatureParameter[] {
  const declared = func.parameters.map(({ name, type }) => ({ name, type, isSelf: false }));
  if (func.form.kind !== 'method') return declared;
  const self: Type = { kind: 'borrow', resource: func.form.resource };
  return [{ name: 'self', type: self, isSelf: true }, ...declared];
}

/** Plans the caller's or the callee's half of a function. */
export function planFunction(func: Func, role: Role, linkage: Linkage, cx: PlanContext): FunctionPlan {
  const signature = signatureOf(func, cx);
  return role === 'caller'
    ? new CallerPlan(func, signature, linkage, cx).plan()
    : new CalleePlan(func, signature, linkage, cx).plan();
}

/** An argument may be any view of the caller's data. */
const callerPasses: Passing = 'view';

/** Lowers the arguments, calls, lifts the result. */
class CallerPlan {
  readonly #ops: Ops = [];
  readonly #lowering: Lowering;

  constructor(
    private readonly func: Func,
    private readonly signature: Signature,
    private readonly linkage: Linkage,
    private readonly cx: PlanContext,
  ) {
    this.#lowering = new Lowering(cx, cx.convention.parameterMemory.caller);
  }

  plan(): FunctionPlan {
    const values = this.signature.parameters.map(({ name, type }) => this.cx.value(name, type, callerPasses));
    const passed = this.signature.block ? [this.#inBlock(values)] : this.#flat(values);
    const parameters = [...passed];
    const returned = this.#returnedArea();
    const area = returned ?? this.#resultArea();
    if (area && !returned) parameters.push(area);
    const direct = returned ?? this.#direct();
    this.#ops.push({ kind: 'call-core', linkage: this.linkage, arguments: parameters, out: direct });
    this.#ops.push({ kind: 'return', value: this.#liftResult(direct, area) });
    return functionPlan(this.func, 'caller', this.linkage, this.signature, {
      values,
      passing: callerPasses,
      core: { parameters, result: direct?.type },
      foreignAreas: returned ? this.#areaOf(returned) : [],
      body: this.#ops,
      usesScratch: this.#lowering.usesScratch,
      postReturn: undefined,
      release: this.#release(direct),
    });
  }

  #flat(values: readonly ValueLocal[]): readonly CoreLocal[] {
    return values.flatMap((value, index) => {
      const cores = this.#lowering.flat(value, this.#ops);
      return this.signature.parameters[index]?.isSelf ? cores.map((core) => this.#asReceiver(core)) : cores;
    });
  }

  /** A handle in the core type that the callee's method takes for it. */
  #asReceiver(handle: CoreLocal): CoreLocal {
    const type = this.cx.convention.receiver.caller;
    if (handle.type === type) return handle;
    const out = coreLocal(`${handle.hint}-receiver`, type);
    this.#ops.push({ kind: 'cast', value: handle, out });
    return out;
  }

  #inBlock(values: readonly ValueLocal[]): CoreLocal {
    const { block } = this.signature;
    invariant(block, 'parameters in memory');
    const base = coreLocal('parameters', 'pointer');
    const storage = this.cx.convention.parameterBlock.caller === 'given' ? 'given' : 'stack';
    this.#ops.push({ kind: 'area', storage, layout: block.layout, out: base });
    values.forEach((value, index) => {
      this.#lowering.store(value, { base, offset: block.offsets[index] ?? noSize }, this.#ops);
    });
    return base;
  }

  /** The callee's memory of a big result, where it answers with that. */
  #returnedArea(): CoreLocal | undefined {
    const isReturned = this.cx.convention.bigResult.caller === 'as-returned-pointer';
    return this.signature.bigResult && isReturned ? coreLocal('result-area', 'pointer') : undefined;
  }

  #areaOf(pointer: CoreLocal): readonly ForeignArea[] {
    const { result } = this.signature;
    return result ? [{ pointer, layout: this.cx.layout(result) }] : [];
  }

  /** The caller's own memory for a big result. */
  #resultArea(): CoreLocal | undefined {
    const { bigResult, result } = this.signature;
    if (!bigResult || !result) return undefined;
    const area = coreLocal('result-area', 'pointer');
    this.#ops.push({ kind: 'area', storage: 'stack', layout: this.cx.layout(result), out: area });
    return area;
  }

  #direct(): CoreLocal | undefined {
    const [type] = this.signature.resultCores;
    return type === undefined || this.signature.bigResult ? undefined : coreLocal('result-core', type);
  }

  #liftResult(direct: CoreLocal | undefined, area: CoreLocal | undefined): ValueLocal | undefined {
    const { result } = this.signature;
    if (!result) return undefined;
    const lifting = new Lifting(this.cx, this.cx.convention.resultMemory, 'owner');
    if (area) return lifting.load(result, placeAt(area), 'result', this.#ops);
    return lifting.flat(result, direct ? [direct] : [], 'result', this.#ops);
  }

  /** A callee may want to clean up after any result, also one that this world sees no memory behind. */
  #release(result: CoreLocal | undefined): ReleasePlan | undefined {
    const { linkPostReturn, resultMemory } = this.cx.convention;
    if (!linkPostReturn || resultMemory !== 'lent') return undefined;
    return {
      linkage: linkPostReturn(this.linkage, this.cx.options),
      arguments: result ? [result] : [],
    };
  }
}

/** Lifts the arguments, calls the user's function, lowers its result. */
class CalleePlan {
  readonly #ops: Ops = [];
  readonly #lifting: Lifting;

  constructor(
    private readonly func: Func,
    private readonly signature: Signature,
    private readonly linkage: Linkage,
    private readonly cx: PlanContext,
  ) {
    this.#lifting = new Lifting(cx, cx.convention.parameterMemory.callee, cx.style.received);
  }

  plan(): FunctionPlan {
    const { block } = this.signature;
    const passed = block ? [coreLocal('parameters', 'pointer')] : [];
    const values = block ? this.#fromBlock(passed) : this.#fromFlat(passed);
    const out = this.signature.result && this.cx.value('result', this.signature.result, 'owner');
    this.#callUser(values, out);
    const parameters = [...passed];
    const result = this.#lowerResult(out, parameters);
    return functionPlan(this.func, 'callee', this.linkage, this.signature, {
      values,
      passing: this.cx.style.received,
      core: { parameters, result },
      foreignAreas: this.#foreignAreas(passed, parameters),
      body: this.#ops,
      usesScratch: this.#lifting.usesScratch,
      postReturn: this.#postReturn(),
      release: undefined,
    });
  }

  #fromBlock([base]: readonly CoreLocal[]): readonly ValueLocal[] {
    const { block, parameters } = this.signature;
    invariant(block && base, 'parameters in memory');
    const values = parameters.map(({ name, type }, index) =>
      this.#lifting.load(type, { base, offset: block.offsets[index] ?? noSize }, name, this.#ops),
    );
    if (this.cx.convention.parameterBlock.callee === 'given') {
      this.#ops.push({ kind: 'free', pointer: base, count: undefined, element: block.layout });
    }
    return values;
  }

  /**
   * Declares the core parameters in `passed` as it goes. An exported method is given the representation of its
   * resource, which is a pointer even where handles are numbers (as `GuestExport` of wit-parser has it).
   */
  #fromFlat(passed: CoreLocal[]): readonly ValueLocal[] {
    const { handle, receiver } = this.cx.convention;
    return this.signature.parameters.map(({ name, type, isSelf }) => {
      const types: readonly CoreType[] = isSelf ? [receiver.callee] : flatten(type, handle.core);
      const cores = coreParameters(name, types);
      passed.push(...cores);
      return this.#lifting.flat(type, cores, name, this.#ops);
    });
  }

  #callUser(values: readonly ValueLocal[], out: ValueLocal | undefined): void {
    const self = values.find((_, index) => this.signature.parameters[index]?.isSelf);
    const rest = values.filter((value) => value !== self);
    this.#ops.push({ kind: 'call-user', self, arguments: rest, out });
  }

  /** Adds the result's memory to the core parameters where the caller provides it. */
  #lowerResult(result: ValueLocal | undefined, parameters: CoreLocal[]): CoreType | undefined {
    const lowering = new Lowering(this.cx, 'given');
    if (!result) {
      this.#ops.push({ kind: 'return', value: undefined });
      return undefined;
    }
    if (!this.signature.bigResult) {
      const [core] = lowering.flat(result, this.#ops);
      this.#ops.push({ kind: 'return', value: core });
      return core?.type;
    }
    const area = coreLocal('result-area', 'pointer');
    const returned = this.cx.convention.bigResult.callee === 'as-returned-pointer';
    if (returned) {
      const layout = this.cx.layout(result.type);
      this.#ops.push({ kind: 'area', storage: 'static', layout, out: area });
    } else {
      parameters.push(area);
    }
    lowering.store(result, placeAt(area), this.#ops);
    this.#ops.push({ kind: 'return', value: returned ? area : undefined });
    return returned ? 'pointer' : undefined;
  }

  /** The block is all that is passed; an area is added behind what is. */
  #foreignAreas(passed: readonly CoreLocal[], parameters: readonly CoreLocal[]): readonly ForeignArea[] {
    const { block, result } = this.signature;
    const [area] = parameters.slice(passed.length);
    return [
      ...(block ? passed.map((pointer) => ({ pointer, layout: block.layout })) : []),
      ...(area && result ? [{ pointer: area, layout: this.cx.layout(result) }] : []),
    ];
  }

  #postReturn(): PostReturnPlan | undefined {
    const { result, bigResult } = this.signature;
    const { linkPostReturn, bigResult: ways } = this.cx.convention;
    if (!linkPostReturn || ways.callee !== 'as-returned-pointer') return undefined;
    if (!result || !bigResult || !factsOf(result).hasList) return undefined;
    const parameter = coreLocal('result-area', 'pointer');
    const body: Ops = [];
    release(result, placeAt(parameter), this.cx, body);
    return { linkage: linkPostReturn(this.linkage, this.cx.options), parameter, body };
  }
}

/** Names for the core values of one parameter: `text-ptr` and `text-len`, `point-0` and `point-1`, `count-core`. */
function coreParameters(name: string, types: readonly CoreType[]): readonly CoreLocal[] {
  if (types.length === 1) return types.map((type) => coreLocal(`${name}-core`, type));
  if (types.length === 2 && types[0] === 'pointer' && types[1] === 'length') {
    return [coreLocal(`${name}-ptr`, 'pointer'), coreLocal(`${name}-len`, 'length')];
  }
  return types.map((type, index) => coreLocal(`${name}-${String(index)}`, type));
}

/** What the two roles have in common. */
function functionPlan(
  func: Func,
  role: Role,
  linkage: Linkage,
  signature: Signature,
  made: Pick<FunctionPlan, 'core' | 'foreignAreas' | 'body' | 'usesScratch' | 'postReturn' | 'release'> & {
    readonly values: readonly ValueLocal[];
    readonly passing: Passing;
  },
): FunctionPlan {
  const { values, passing, ...rest } = made;
  const planned = signature.parameters.flatMap(({ name, isSelf }, index): readonly PlannedParameter[] => {
    const local = values[index];
    return isSelf || !local ? [] : [{ name, passing, local }];
  });
  const self = values.find((_, index) => signature.parameters[index]?.isSelf);
  return { func, role, linkage, self, parameters: planned, result: signature.result, ...rest };
}
