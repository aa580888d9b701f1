/** Writes what is generated in docs/. Run after a build. */
import { writeFileSync } from 'node:fs';
import { diagnosticsPage } from '../dist/src/driver/diagnostics-page.js';

writeFileSync(new URL('../docs/diagnostics.md', import.meta.url), await diagnosticsPage());
