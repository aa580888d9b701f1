/** The `use` declarations of a module, as rustfmt sorts them. */

/** Those of what the items of a module need, which is `depth` modules deep. */
export function useLines(depth: number, needs: ReadonlySet<string>): readonly string[] {
  const path = `${'super::'.repeat(depth)}_rt`;
  const names = ['Map', 'String', 'Vec'].filter((name) => needs.has(name));
  const list = needs.has('_rt') ? ['self', ...names] : names;
  const [only] = list;
  const runtime =
    list.length > 1 ? `${path}::{${list.join(', ')}}` : only === 'self' ? path : `${path}::${only ?? ''}`;
  const helpers = [...needs].flatMap((need) => /^use (.*)$/.exec(need)?.[1] ?? []);
  return [...(only === undefined ? [] : [`use ${runtime};`]), ...helperLines(helpers.sort(compare))];
}

/** The styles of editions sort some names differently, but none sorts across a blank line. */
function helperLines(sorted: readonly string[]): readonly string[] {
  return sorted.flatMap((path, index) => {
    const before = sorted[index - 1];
    const separated = before !== undefined && isDisputed(before, path) ? [''] : [];
    return [...separated, `use ${path};`];
  });
}

/** What is further away comes first. */
function compare(a: string, b: string): number {
  const [left = '', right = ''] = firstDifference(a, b);
  const rank = (segment: string): number => (segment === 'super' ? 0 : 1);
  return rank(left) - rank(right) || (left < right ? -1 : 1);
}

/** Names with digits, underscores or `r#` where they begin to differ. */
function isDisputed(a: string, b: string): boolean {
  const [left = '', right = ''] = firstDifference(a, b);
  if (left === 'super' || right === 'super') return false;
  let at = 0;
  while (at < left.length && left.charAt(at) === right.charAt(at)) at++;
  return `${left}${right}`.includes('r#') || /[^a-z]/.test(left.charAt(at) + right.charAt(at));
}

/** The first segments in which two paths differ. */
function firstDifference(a: string, b: string): readonly (string | undefined)[] {
  const [left, right] = [a.split('::'), b.split('::')];
  const at = left.findIndex((segment, index) => segment !== right[index]);
  return [left[at], right[at]];
}
