/** `wit-gen explain …`: what a diagnostic means and what to do about it. */
import { Command } from 'commander';
import { didYouMean } from '../../base/did-you-mean.js';
import { DiagnosticBag } from '../../base/diagnostics.js';
import { catalogue } from '../../driver/catalogue.js';
import { driverErrors } from '../../driver/errors.js';
import { explain, listCodes } from '../../driver/explain.js';
import type { Door } from '../door.js';
import { reportDiagnostics } from '../report.js';

export function explainCommand({ terminal, answer }: Door): Command {
  return new Command('explain')
    .description('Say what a diagnostic means, with an example and a remedy.')
    .argument('[code]', 'what stands in brackets after `error` or `warning`; without it all codes are listed')
    .action(async (code: string | undefined) => {
      const text = code === undefined ? listCodes() : await explain(code);
      if (text !== undefined) {
        terminal.out(text);
        return;
      }
      const bag = new DiagnosticBag();
      const hint = didYouMean(
        code ?? '',
        catalogue.map((entry) => entry.code),
      );
      bag.report(driverErrors.unknownCode, undefined, { code: code ?? '' }, { hint });
      answer(reportDiagnostics(bag.diagnostics, terminal));
    });
}
