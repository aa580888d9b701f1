/** From a seed to a spoilt project. */
import type { Project } from './inputs.js';
import { mutate } from './mutations.js';
import { Random } from './random.js';

/** One of the projects with one of its files spoilt; the same for the same seed. */
export function spoilt(projects: readonly [Project, ...Project[]], seed: number): Project {
  const random = new Random(seed);
  const project = random.pick(projects);
  const other = Object.values(random.pick(projects).files)[0] ?? '';
  const [first = '', ...paths] = Object.keys(project.files);
  const path = random.pick([first, ...paths]);
  const text = mutate(project.files[path] ?? '', other, random);
  return { ...project, files: { ...project.files, [path]: text } };
}
