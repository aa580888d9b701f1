/** What a compiler is told of one program beside what it is told of all. */
import { dirname } from 'node:path';
import { plain, type PeerProgram } from './discover.js';

/** The macro of the way that a program in C++ is built in, and where it finds headers. */
export function cppOwn({ way, path }: PeerProgram, bindings: string): readonly string[] {
  const macro = way === plain ? [] : [`-D${way.toUpperCase()}`];
  // Classes of exported resources stand beside the bindings, and include what lies beside the program.
  return [...macro, `-I${bindings}`, `-I${dirname(path)}`];
}

/** The `cfg` of the way that a program in Rust is built in. */
export const rustOwn = ({ way }: PeerProgram): readonly string[] => (way === plain ? [] : ['--cfg', way]);
