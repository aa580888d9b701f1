/** What attributes say, as the reference implementation prints it for itself. */

/** Attributes as they are written, such as `@since(version = 1.0.0)`, as a value of Rust. */
export function debuggedStability(attributes: string): string {
  const deprecated = /@deprecated\(version = ([^)]+)\)/.exec(attributes)?.[1];
  const rest = `deprecated: ${deprecated === undefined ? 'None' : `Some(${version(deprecated)})`}`;
  const since = /@since\(version = ([^)]+)\)/.exec(attributes)?.[1];
  if (since !== undefined) return `Stable { since: ${version(since)}, ${rest} }`;
  const feature = /@unstable\(feature = ([^)]+)\)/.exec(attributes)?.[1] ?? '';
  return `Unstable { feature: "${feature}", ${rest} }`;
}

function version(text: string): string {
  const parts = /^(\d+)\.(\d+)\.(\d+)(?:-([^+]+))?(?:\+(.+))?$/.exec(text);
  const [, major = '', minor = '', patch = '', preRelease, build] = parts ?? [];
  const suffixes = [
    preRelease === undefined ? '' : `, pre: Prerelease("${preRelease}")`,
    build === undefined ? '' : `, build: BuildMetadata("${build}")`,
  ];
  return `Version { major: ${major}, minor: ${minor}, patch: ${patch}${suffixes.join('')} }`;
}
