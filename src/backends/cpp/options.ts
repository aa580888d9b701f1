import type { OptionTable } from '../backend.js';

/** The C++ backend has no options yet: its output suits C++20 and C++23, with and without exceptions. */
export type CppOptions = Readonly<Record<string, never>>;

/** See CppOptions. */
export const cppOptions: OptionTable<CppOptions> = {};
