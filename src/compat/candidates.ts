/** Everything that the reference implementation could refuse in a root, each with its turn. */
import type { Diagnostic } from '../base/diagnostics.js';
import type { Span } from '../base/source.js';
import { isLeftOut } from './attributes.js';
import type { Finding, Root } from './finding.js';
import { bodyOf, type Place, placeOf } from './place.js';
import type { Problem } from './problem.js';
import { sayingOf } from './sayings.js';
import { isWithinPackage, type Stage, stageNumber, type Turn } from './stages.js';
import { type TurnHints, turnOf } from './turns.js';

/** A problem and when the reference comes to it. */
export interface Candidate {
  readonly turn: Turn;
  readonly problem: Problem;
  /** The path of the group of files within which it is found; absent where packages are put together. */
  readonly group: string | undefined;
}

/** What our diagnostics are to the reference; it has no objection to some. */
export function fromDiagnostics(diagnostics: readonly Diagnostic[], root: Root): readonly Candidate[] {
  return diagnostics.flatMap((diagnostic, found) => fromDiagnostic(diagnostic, found, root) ?? []);
}

function fromDiagnostic(diagnostic: Diagnostic, found: number, root: Root): Candidate | undefined {
  const saying = diagnostic.lint ? undefined : sayingOf(diagnostic.code);
  const find = (span: Span) => placeOf(span, root.groups);
  const place = diagnostic.span && find(diagnostic.span);
  if (!saying || !place) return undefined;
  const finding: Finding = { diagnostic, place, root, find };
  const [stage, mark] = [saying.stage(finding), saying.mark(finding)];
  if (!stage || !mark) return undefined;
  // What is left out is not put together.
  if (stage === 'includes' && isLeftOut(bodyOf(place), root.features)) return undefined;
  const text = saying.text(diagnostic.values, finding);
  // What is brought in by an include may be marked in another world.
  const at = mark === 'nothing' || stage === 'includes' ? place : (find(mark) ?? place);
  const hints = { found, inBody: saying.inBody };
  return candidate(stage, at, hints, { text, mark: mark === 'nothing' ? undefined : mark }, root);
}

/** A problem at a place. */
export function candidate(
  stage: Stage,
  place: Place,
  hints: TurnHints,
  problem: Problem,
  root: Root,
): Candidate {
  const inStage = turnOf(stage, place, hints);
  if (isWithinPackage(stage)) {
    const turn = [...packageTurn(place, root), stageNumber(stage), ...inStage];
    return { turn, problem, group: root.groups[place.group]?.group.path };
  }
  const isTogether = stage === 'two packages of one name' || stage === 'order of packages';
  const package_ = isTogether ? -1 : root.order.findIndex(({ key }) => key === place.unit?.key);
  return { turn: [1, package_, stageNumber(stage), ...inStage], problem, group: undefined };
}

/** Files are read one after the other, and the packages nested in a file with it; the package itself comes last. */
function packageTurn({ group, file, isNested, way }: Place, root: Root): Turn {
  if (isNested) return [0, group, file, 1, way[1]?.span.start ?? 0];
  return [0, group, root.groups[group]?.group.files.length ?? 0, 1, 0];
}
