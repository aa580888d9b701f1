/** Our words beside those of the reference implementation, which wrote the expectations (wit-parser 0.257.1). */
import { compatText, saidCases } from '../support/said.js';

describe.each(['syntax', 'within', 'across', 'gates', 'whole'])('%s', (name) => {
  test.each(saidCases(name))('$title', async (entry) => {
    expect(await compatText(entry)).toBe(entry.says);
  });
});
