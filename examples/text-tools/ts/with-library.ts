/** Runs the application with a plug-in that is a shared object: `node with-library.mjs LIBRARY`. */
import { load } from 'bindings/symmetric/plugin.js';
import { runApplication } from './application.js';
import { createEditor } from './editor.js';

const [path = ''] = process.argv.slice(2);
const { editor, desk } = createEditor(console.log);
const { checker } = load(path, { 'demo:text-tools/editor@1.0.0': editor });
runApplication(checker, editor, desk, console.log);
