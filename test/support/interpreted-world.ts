/** Whole worlds in the interpreter: a component of the world, and around it all that calls it or is called by it. */
import type { ApiStyle } from '../../src/abi/api-style.js';
import { conventions, type AbiName } from '../../src/abi/conventions/index.js';
import { allFunctions, planWorld } from '../../src/abi/plan-world.js';
import type { FunctionPlan, WorldPlan } from '../../src/abi/plan.js';
import type { PointerBytes } from '../../src/interpret/bits.js';
import type { Component } from '../../src/interpret/component.js';
import { Host } from '../../src/interpret/host/host.js';
import { Process } from '../../src/interpret/native.js';
import { surroundingsOf } from '../../src/interpret/surroundings.js';
import type { World } from '../../src/resolve/model.js';
import { Calls } from './calls.js';

/** How a world is planned and run. */
export interface Setting {
  readonly abi: AbiName;
  readonly pointerBytes: PointerBytes;
  readonly style: ApiStyle;
}

/** A function as one component imports it from another. */
export interface Crossing {
  readonly caller: Component;
  readonly plan: FunctionPlan;
}

/** A component of a world, loaded among those around it. */
export class InterpretedWorld {
  readonly calls: Calls;
  readonly plan: WorldPlan;
  /** All functions that the world imports and exports. */
  readonly crossings: readonly Crossing[];

  constructor(world: World, { abi, pointerBytes, style }: Setting) {
    const linker = abi === 'canonical' ? new Host(pointerBytes) : new Process(pointerBytes);
    const calls = new Calls(linker);
    const load = (of: World, providers: readonly Component[]): Component =>
      calls.add(linker.load(planWorld(of, conventions[abi], style), calls.user, { providers }));
    const around = surroundingsOf(world);
    const supplier = load(around.supplier, []);
    const subject = load(world, [supplier]);
    const client = load(around.client, [subject, supplier]);
    const caller = load(around.caller, [supplier, subject]);
    this.calls = calls;
    this.plan = subject.plan;
    const imported = (by: Component): readonly Crossing[] =>
      allFunctions(by.plan).flatMap((plan) => (plan.role === 'caller' ? [{ caller: by, plan }] : []));
    this.crossings = [subject, client, caller].flatMap(imported);
  }
}
