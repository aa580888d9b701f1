import { defineBackend } from '../backend.js';
import { versionScript } from '../version-script.js';
import { cppOptions, type CppOptions } from './options.js';
import { viewWorld } from './views.js';

/** C++20 and later: a header to program against, a source file to compile, and a class to fill for each exported resource. */
export const cpp = defineBackend<CppOptions>({
  id: 'cpp',
  title: 'C++',
  templates: new URL('../../../templates/cpp/', import.meta.url),
  options: cppOptions,
  features: new Set(),
  linkages: new Set(['native']),
  generate(plan, _options, output) {
    const { stem, header, source, userHeaders } = viewWorld(plan);
    output.template(`${stem}_cpp.h`, 'header', header);
    output.template(`${stem}.cpp`, 'source', source);
    for (const { path, view } of userHeaders) output.template(path, 'resource', view, 'if-missing');
    output.text(`${stem}.verscr`, versionScript(plan));
    output.runtime('wit.h');
    output.runtime('wit_expected.h');
    output.runtime('wit_abi.h');
  },
});
