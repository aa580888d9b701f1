/** Words of a WIT name: `HTTP-proxy-2` → `HTTP`, `proxy`, `2`. */
const words = (name: string): readonly string[] => name.split('-');

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** `move-point` → `move_point`. */
export const snakeCase = (name: string): string =>
  words(name)
    .map((word) => word.toLowerCase())
    .join('_');

/** `move-point` → `MovePoint`; `x-64` → `X64`. */
export const pascalCase = (name: string): string => words(name).map(capitalised).join('');

/** `move-point` → `movePoint`. */
export const camelCase = (name: string): string => {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
};

/** `move-point` → `MOVE_POINT`. */
export const shoutyCase = (name: string): string => snakeCase(name).toUpperCase();

/**
 * The names taken in one place of the output. Distinct WIT names that meet after case conversion
 * (`x-64` and `x64` as `X64`) and reserved words are told apart by trailing underscores, in order
 * of asking, so the same input always gets the same names.
 */
export class NameScope {
  readonly #taken: Set<string>;

  constructor(reserved: Iterable<string> = []) {
    this.#taken = new Set(reserved);
  }

  /** Takes `wanted`, or the first free name made of it and underscores. */
  take(wanted: string): string {
    let name = wanted;
    while (this.#taken.has(name)) name += '_';
    this.#taken.add(name);
    return name;
  }

  /** Takes `wanted`, or the first free of `wanted2`, `wanted3`, … : for locals of our own making. */
  takeNumbered(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#taken.has(name); number++) name = `${wanted}${String(number)}`;
    this.#taken.add(name);
    return name;
  }
}
