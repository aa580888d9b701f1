/**
 * What we take of chevrotain. The build puts chevrotain's own single-file form in the place of this module: its several
 * hundred small modules take five times as long to load as a short command runs.
 */
export {
  Alternation,
  Alternative,
  createToken,
  CstParser,
  EOF,
  generateCstDts,
  Lexer,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  Terminal,
} from 'chevrotain';
