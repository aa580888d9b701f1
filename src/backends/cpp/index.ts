import { defineBackend } from '../backend.js';
import { writeLinkingFiles, writesLinkingFiles } from '../native-linking/linking-files.js';
import { versionScript } from '../version-script.js';
import { writeBuildFile } from './build-file.js';
import { checkOptions } from './mappings.js';
import { cppOptions, type CppOptions } from './options.js';
import { cppStyle } from './style.js';
import { hasLargeVariant } from './variant-storage.js';
import { viewWorld } from './views.js';

/** C++20 and later: a header to program against, a source file to compile, and a class to fill for each exported resource. */
export const cpp = defineBackend<CppOptions>({
  id: 'cpp',
  title: 'C++',
  templates: new URL('../../../templates/cpp/', import.meta.url),
  options: cppOptions,
  features: new Set(['map', 'fixed-length-list'] as const),
  linkages: new Set(['native', 'wasm-import', 'wasm-export']),
  apis: new Set(['std', 'views'] as const),
  style: (_world, api, options) => cppStyle(api, options),
  check: checkOptions,
  generate(plan, options, output, types) {
    const { stem, header, source, userHeaders } = viewWorld(plan, options, types);
    output.template(`${stem}_cpp.h`, 'header', header);
    output.template(`${stem}.cpp`, 'source', source);
    for (const { path, view } of userHeaders) output.template(path, 'resource', view, 'if-missing');
    output.text(`${stem}.verscr`, versionScript(plan));
    if (writesLinkingFiles(plan, options))
      writeBuildFile(plan, stem, writeLinkingFiles(plan, stem, output), output);
    output.runtime('wit.h');
    output.runtime('wit_expected.h');
    output.runtime('wit_abi.h');
    if (options.debug) output.runtime('wit_debug.h');
    if (hasLargeVariant(plan)) output.runtime('wit_variant.h');
  },
});
