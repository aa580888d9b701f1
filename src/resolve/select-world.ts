/** Choosing the world to generate for. Spec: WIT.md "Specifying a World". */
import { type Diagnostic, DiagnosticBag } from '../base/diagnostics.js';
import { didYouMean } from '../base/did-you-mean.js';
import { errors } from './errors.js';
import { packageNameText, qualifiedName, type Resolved, type World } from './model.js';

/** A world, or why there is none. */
export interface Selection {
  readonly world: World | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** World by short or qualified name; without a name the main package must have exactly one world. */
export function selectWorld(resolved: Resolved, name: string | undefined): Selection {
  const found = name === undefined ? resolved.main.worlds : worldsNamed(resolved, name);
  const [world, ...others] = found;
  if (world && others.length === 0) return { world, diagnostics: [] };
  const bag = new DiagnosticBag();
  if (name === undefined) {
    const values = { problem: mainProblem(resolved) };
    bag.report(errors.worldAmbiguous, undefined, values, { hint: choiceHint(found.map(shortName)) });
  } else if (world) {
    const problem = `there are ${String(found.length)} worlds \`${name}\` of different versions`;
    bag.report(errors.worldAmbiguous, undefined, { problem }, { hint: choiceHint(found.map(qualifiedName)) });
  } else {
    const hint = didYouMean(name, allNames(resolved)) ?? choiceHint(resolved.main.worlds.map(shortName));
    bag.report(errors.worldUnknown, undefined, { name }, { hint });
  }
  return { world: undefined, diagnostics: bag.diagnostics };
}

function mainProblem({ main: { name, worlds } }: Resolved): string {
  const subject = `package \`${packageNameText(name)}\` has`;
  return worlds.length === 0
    ? `${subject} no world`
    : `${subject} ${String(worlds.length)} worlds, and none was chosen`;
}

function shortName({ name }: World): string {
  return name;
}

function worldsNamed(resolved: Resolved, name: string): readonly World[] {
  if (!name.includes('/')) return resolved.main.worlds.filter((world) => world.name === name);
  const worlds = resolved.packages.flatMap((package_) => package_.worlds);
  const exact = worlds.filter((world) => qualifiedName(world) === name);
  if (exact.length > 0 || name.includes('@')) return exact;
  return worlds.filter((world) => qualifiedName(world).split('@')[0] === name);
}

function allNames(resolved: Resolved): readonly string[] {
  const qualified = resolved.packages.flatMap(({ worlds }) => worlds.map(qualifiedName));
  return [...resolved.main.worlds.map((world) => world.name), ...qualified];
}

function choiceHint(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  return `choose one of ${names.map((name) => `\`${name}\``).join(', ')}`;
}
