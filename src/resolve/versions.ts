/** Versions of Semantic Versioning 2.0: their order. */

/** Order by precedence (section 11 of the specification); build metadata decides only what is otherwise equal. */
export function compareVersions(a: string, b: string): number {
  return comparePrecedence(a, b) || compareText(split(a).build, split(b).build);
}

/** Order by precedence alone. */
export function comparePrecedence(a: string, b: string): number {
  const [left, right] = [split(a), split(b)];
  for (const [index, part] of left.core.entries()) {
    const order = compareNumbers(part, right.core[index] ?? '0');
    if (order !== 0) return order;
  }
  return comparePreReleases(left.preRelease, right.preRelease);
}

interface Version {
  readonly core: readonly string[];
  readonly preRelease: readonly string[];
  readonly build: string;
}

function split(text: string): Version {
  const plus = text.indexOf('+');
  const withoutBuild = plus === -1 ? text : text.slice(0, plus);
  const dash = withoutBuild.indexOf('-');
  return {
    core: (dash === -1 ? withoutBuild : withoutBuild.slice(0, dash)).split('.'),
    preRelease: dash === -1 ? [] : withoutBuild.slice(dash + 1).split('.'),
    build: plus === -1 ? '' : text.slice(plus + 1),
  };
}

/** A release comes after its pre-releases; a longer pre-release after its prefix. */
function comparePreReleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const order = compareIdentifiers(a[index] ?? '', b[index] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareIdentifiers(a: string, b: string): number {
  const [isNumberA, isNumberB] = [/^[0-9]+$/.test(a), /^[0-9]+$/.test(b)];
  if (isNumberA && isNumberB) return compareNumbers(a, b);
  if (isNumberA !== isNumberB) return isNumberA ? -1 : 1;
  return compareText(a, b);
}

/** Digits without leading zeros; they may exceed what a number can hold. */
function compareNumbers(a: string, b: string): number {
  return a.length - b.length || compareText(a, b);
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Versions that may stand for each other have one track: `1`, `0.2`; a pre-release and `0.0.x` stand alone. */
export function trackOf(version: string): string {
  const { core, preRelease } = split(version);
  const [major = '0', minor = '0'] = core;
  if (preRelease.length > 0) return `${core.join('.')}-${preRelease.join('.')}`;
  if (major !== '0') return major;
  return minor === '0' ? core.join('.') : `0.${minor}`;
}
