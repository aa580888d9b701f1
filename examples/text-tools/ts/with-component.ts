/** Runs the application with a plug-in that is a component: `node with-component.mjs CORE-MODULE`. */
import { readFileSync } from 'node:fs';
import { instantiate } from 'bindings/canonical/plugin.js';
import { runApplication } from './application.js';
import { createEditor } from './editor.js';

const [path = ''] = process.argv.slice(2);
const { editor, desk } = createEditor(console.log);
const module = new WebAssembly.Module(readFileSync(path));
const { checker } = instantiate(module, { 'demo:text-tools/editor@1.0.0': editor });
runApplication(checker, editor, desk, console.log);
