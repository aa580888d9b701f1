/** What can be wrong with the meaning of WIT. */
import { itemErrors } from './errors/items.js';
import { lints } from './errors/lints.js';
import { packageErrors } from './errors/packages.js';
import { typeErrors } from './errors/types.js';
import { worldErrors } from './errors/worlds.js';

export const errors = { ...packageErrors, ...itemErrors, ...typeErrors, ...worldErrors, ...lints };
