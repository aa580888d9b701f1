import { entry, m } from '../base/diagnostics.js';

/** What can be wrong with a world for an ABI. */
export const abiErrors = {
  unsupportedFeature: entry({
    code: 'unsupported-feature',
    severity: 'error',
    message: m`${'who'} does not know \`${'feature'}\` yet, which ${'where'} needs`,
    explain:
      'The WIT is valid, but the language or the ABI layer cannot express this construct in this version. ' +
      'Leave the function or type out of the world, or choose a world without it.',
  }),
  symbolClash: entry({
    code: 'symbol-clash',
    severity: 'error',
    message: m`\`${'one'}\` and \`${'other'}\` would both be the symbol \`${'symbol'}\``,
    explain:
      'Native symbols are WIT names with every character but letters, digits and `_` escaped. The escape is not ' +
      'one-to-one, and world-level functions have no prefix, so two functions can meet in one symbol. Rename one of them.',
  }),
  unsupportedAbi: entry({
    code: 'unsupported-abi',
    severity: 'error',
    message: m`the ${'backend'} backend does not emit the ${'abi'} ABI yet`,
    explain:
      'The backend cannot spell the way in which this ABI links components. Choose another ABI or backend.',
  }),
};
