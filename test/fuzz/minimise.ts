/** The least of a bad input that is still bad. */
import type { Project } from './inputs.js';

/** Leaves out files and ever smaller pieces of them as long as the input stays bad. */
export async function minimised(
  project: Project,
  isBad: (project: Project) => Promise<boolean>,
): Promise<Project> {
  let least = project;
  for (const path of Object.keys(project.files)) {
    const without = Object.fromEntries(Object.entries(least.files).filter(([other]) => other !== path));
    if (Object.keys(without).length > 0 && (await isBad({ ...least, files: without }))) {
      least = { ...least, files: without };
    }
  }
  for (const path of Object.keys(least.files)) {
    for (let size = least.files[path]?.length ?? 0; size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < (least.files[path]?.length ?? 0);) {
        const text = least.files[path] ?? '';
        const shorter = {
          ...least,
          files: { ...least.files, [path]: text.slice(0, at) + text.slice(at + size) },
        };
        if (await isBad(shorter)) least = shorter;
        else at += size;
      }
    }
  }
  return least;
}
