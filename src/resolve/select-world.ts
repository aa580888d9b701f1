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
  if (name === undefined || world) {
    const values = { package: packageNameText(resolved.main.name), count: countText(found.length) };
    bag.report(errors.worldAmbiguous, undefined, values, { hint: choiceHint(found) });
  } else {
    const hint = didYouMean(name, allNames(resolved)) ?? choiceHint(resolved.main.worlds);
    bag.report(errors.worldUnknown, undefined, { name }, { hint });
  }
  return { world: undefined, diagnostics: bag.diagnostics };
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

function countText(count: number): string {
  return count === 0 ? 'no' : String(count);
}

function choiceHint(worlds: readonly World[]): string | undefined {
  const names = worlds.map((world) => `\`${world.name}\``);
  return names.length === 0 ? undefined : `choose one of ${names.join(', ')}`;
}
