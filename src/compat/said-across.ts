/** What the reference implementation says when it puts packages together. */
import type { Span } from '../base/source.js';
import type { Extern } from '../syntax/ast.js';
import type { Finding } from './finding.js';
import { location } from './frame.js';
import { isForeign, packageKey, targetOf } from './paths.js';
import { around, type Place, sourceOf } from './place.js';
import { type EntryName, said, type Sayings } from './said.js';
import { saidOfGates } from './said-of-gates.js';
import { debuggedStability } from './stability.js';

/** Errors that are found between packages, and in what a package becomes by others. */
export const saidAcross = {
  duplicatePackage: said('two packages of one name', ({ name }, it) => twoPlaces(name, it), {
    mark: () => 'nothing',
  }),
  packageCycle: said('order of packages', ({ name }) => `package \`${name}\` creates a dependency cycle`),
  handleNotResourceForeign: said('foreign resources', 'type used in a handle must be a resource'),
  ...saidOfGates,
  borrowInResult: said(
    ({ place }) => (around(place, 'interface', 'extern-inline') ? 'interfaces' : 'worlds'),
    (values, it) =>
      `function \`${fullName(values.function, it)}\` returns a type which contains a \`borrow<T>\` which is not supported`,
  ),
  includeRename: said(
    'includes',
    ({ name }) => `no import or export kebab-name \`${name}\`. Note that an ID does not support renaming`,
  ),
  includeShadow: said(
    'includes',
    ({ direction, name }) => `${direction} of \`${name}\` shadows previously ${direction}ed items`,
  ),
  stabilityMismatch: said(
    'includes',
    ({ theirs, ours }) =>
      `mismatch in stability from '${debuggedStability(theirs)}' to '${debuggedStability(ours)}'`,
    { mark: includedExport },
  ),
  caseDuplicate: said(
    'includes',
    ({ direction, name, world, other }) =>
      `${direction} \`${name}\` in world \`${world}\` conflicts with ${direction} \`${other}\` (kebab-case identifiers are case-insensitive)`,
    { mark: () => 'nothing' },
  ),
  exportTransitive: said(
    'includes',
    (_, it) => `interface \`${exportedName(it)}\` transitively depends on an interface in incompatible ways`,
  ),
} satisfies Partial<Sayings<EntryName>>;

function twoPlaces(name: string, { place, diagnostic }: Finding): string {
  const places = [place.span, ...diagnostic.related.map(({ span }) => span)];
  return `package \`${name}\` is defined in two different locations:${places.map((span) => `\n  * ${location(span)}`).join('')}`;
}

/** `[method]r.m`: a function of a resource by the name under which it is exported. */
function fullName(name: string, { place }: Finding): string {
  const resource = around(place, 'resource');
  const member = around(place, 'constructor', 'method');
  if (!resource || !member) return name;
  if (member.kind === 'constructor') return `[constructor]${resource.name.text}`;
  return `[${member.isStatic ? 'static' : 'method'}]${resource.name.text}.${member.name.text}`;
}

/** The label or full name of the export that cannot be. */
function exportedName({ diagnostic, find }: Finding): string {
  const [needed] = diagnostic.related;
  const place = needed && find(needed.span);
  const extern = place && around(place, 'extern');
  if (!extern || !place.unit) return diagnostic.values.interface ?? '';
  return labelOf(extern) ?? qualified(extern, place);
}

function labelOf({ target }: Extern): string | undefined {
  return target.kind === 'extern-path' ? target.label?.text : target.name.text;
}

function qualified({ target }: Extern, place: Place): string {
  if (target.kind !== 'extern-path') return target.name.text;
  const path = targetOf(target.path, sourceOf(place));
  const [name = '', version] = (isForeign(path) ? packageKey(path) : (place.unit?.key ?? '')).split('@');
  return `${name}/${path.name.text}${version === undefined ? '' : `@${version}`}`;
}

/** What an include brings in twice is marked only where the included world says that it exports it. */
function includedExport({ diagnostic, find }: Finding): Span | 'nothing' {
  const included = diagnostic.related.at(-1);
  const place = included && find(included.span);
  return place && around(place, 'extern')?.direction === 'export' ? place.span : 'nothing';
}
