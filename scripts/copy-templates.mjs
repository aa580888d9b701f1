// Puts the templates beside the compiled code, where `new URL('../../../templates/…', import.meta.url)` finds
// them as it does from `src`.
import { cp, rm } from 'node:fs/promises';

await rm('dist/templates', { recursive: true, force: true });
await cp('templates', 'dist/templates', { recursive: true });
