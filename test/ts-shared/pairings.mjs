/** Modules of a test in test/runtime on one memory, in every choice of languages; in Node and in browsers. */
import { importsOf } from '../runtime/wiring.mjs';

/**
 * Makes instances of the modules of a choice, each with what those before it export as its imports, and calls `run` of the last
 * one three times; every choice has a memory of its own. What is left behind of a later run, or of a call in one, is an
 * error. Answers with the languages of each choice, as they have run.
 *
 * @param asked `{ test, heap, components: [{ glue, modules: [{ language, file }] }] }`, with files below `base`
 * @param place `{ base, compiled, wasiOf }`: how files are compiled, and what a memory's modules have of WASI
 */
export async function runPairings({ test, heap, components }, { base, compiled, wasiOf }) {
  const at = (file) => new URL(file, base);
  const runtime = new URL('wit_runtime/shared-modules.js', at(components[0].glue));
  const { SharedModules } = await import(runtime.href);
  const heapModule = await compiled(at(heap));
  const choices = await Promise.all(
    components.map(async ({ glue, modules }) => {
      const { instantiate } = await import(at(glue).href);
      return Promise.all(
        modules.map(async (each) => ({ ...each, instantiate, module: await compiled(at(each.file)) })),
      );
    }),
  );

  /** Runs one choice of modules. */
  function run(chosen) {
    const memory = new WebAssembly.Memory({ initial: 256 });
    const counts = new Counts();
    const shared = new SharedModules(memory, { ...wasiOf(memory), env: counts.env });
    counts.live = shared.add(heapModule).exports.live_allocations;
    const exported = {};
    let runner;
    for (const { instantiate, module } of chosen) {
      runner = instantiate(module, importsOf(test, exported), shared);
      // Who comes later stands before others.
      Object.assign(exported, runner);
    }
    runner.run();
    // What JavaScript lends has its place by now.
    counts.isAsked = true;
    for (let again = 0; again < 2; again++) {
      const before = counts.live();
      if (before < 1) throw new Error('nothing is counted');
      runner.run();
      const left = counts.live() - before;
      if (left !== 0) throw new Error(`${String(left)} allocations are left behind`);
    }
  }

  const pairings = choices.reduce(
    (all, modules) => all.flatMap((chosen) => modules.map((module) => [...chosen, module])),
    [[]],
  );
  return pairings.map((chosen) => {
    run(chosen);
    return chosen.map(({ language }) => language).join(' ');
  });
}

/** What programs of test/runtime ask, see check.h there. */
class Counts {
  isAsked = false;
  live = () => 0;
  env = {
    wit_test_live: () => (this.isAsked ? this.live() : 0),
    wit_test_made: () => 0,
    wit_test_others_look: () => 0,
  };
}
