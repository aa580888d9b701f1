/** Versions of Semantic Versioning 2.0, as the lexer delivers them: the shape is right, the parts may not be. */

const largest = 2n ** 64n - 1n;

/** What is wrong with a version, or undefined. */
export function versionProblem(text: string): string | undefined {
  const [withoutBuild = ''] = text.split('+');
  const dash = withoutBuild.indexOf('-');
  const core = dash === -1 ? withoutBuild : withoutBuild.slice(0, dash);
  const preRelease = dash === -1 ? [] : withoutBuild.slice(dash + 1).split('.');
  for (const part of core.split('.')) {
    if (hasLeadingZero(part)) return `\`${part}\` has a leading zero`;
    if (BigInt(part) > largest) return `\`${part}\` is too large`;
  }
  const padded = preRelease.find((part) => /^[0-9]+$/.test(part) && hasLeadingZero(part));
  return padded === undefined ? undefined : `\`${padded}\` has a leading zero`;
}

function hasLeadingZero(part: string): boolean {
  return part.length > 1 && part.startsWith('0');
}
