/** Which programs have an allocator of their own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PeerProgram, PeerTest } from './discover.js';

/** Whether a module of a Rust program, below its root, defines a global allocator. */
export function hasAllocator(test: PeerTest, program: PeerProgram): boolean {
  const text = readFileSync(program.path, 'utf8');
  const modules = [...text.matchAll(/(?:#\[path = "([^"]*)"\]\s*)?mod (\w+);/g)].map(([, path, name = '']) =>
    join(test.folder, path ?? `${name}.rs`),
  );
  return modules.some((file) => readFileSync(file, 'utf8').includes('#[global_allocator]'));
}
