import type { Backend } from './backend.js';
import { cpp } from './cpp/index.js';
import { rust } from './rust/index.js';
import { ts } from './ts/index.js';

/** The languages that come with wit-gen, by the name that `--lang` takes. */
export const builtInBackends: readonly Backend[] = [cpp, rust, ts];
