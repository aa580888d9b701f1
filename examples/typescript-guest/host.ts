/** The program that runs the station: it has what the component imports, and uses what it exports. */
import type { ImportObject, WeatherStation } from './generated/host/weather-station.js';
import type { FileImpl } from './generated/host/interfaces/demo-weather-archive.js';

class File implements FileImpl {
  readonly lines: string[] = [];

  constructor(readonly name: string) {}

  append(line: string): number {
    return this.lines.push(line);
  }
}

/** What the component imports; what it logs goes to `print`. */
export const imports = (print: (line: string) => void): ImportObject => ({
  'demo:weather/archive@1.0.0': {
    File,
    log: (level, text) => print(`${level}: ${text}`),
  },
  now: { default: () => 1_000n },
});

/** `123456789`. */
const digits = [49, 50, 51, 52, 53, 54, 55, 56, 57];

/** Has the station measure, and prints what comes of it. */
export function run({ station }: WeatherStation, print: (line: string) => void): void {
  const { Series } = station;
  using harbour = new Series('harbour');
  print(`mean of nothing: ${failureOf(() => harbour.mean())}`);
  harbour.add({ at: 1n, celsius: 36.5, note: 'at noon' });
  print(`readings: ${harbour.add({ at: 2n, celsius: -1.5 })}`);
  print(`too cold: ${failureOf(() => harbour.add({ at: 3n, celsius: -300 }))}`);
  print(`mean: ${harbour.mean()}`);

  const hill = new Series('hill');
  hill.add({ at: 4n, celsius: 10, note: '½ cloudy' });
  // Whoever takes a series has it; only `both` is to be given up here.
  using both = Series.merge(new Series('lake'), hill);
  print(`alerts: ${shown(both.alerts())}, ${shown(harbour.alerts())}`);

  // The file is the host's own: what comes back is the very object.
  const file = station.save(both);
  if (file instanceof File) print(`${file.name}: ${shown(file.lines)}`);
  print(`seal: ${shown(station.sealData(Uint8Array.of(...digits)))}`);
}

/** What a function throws for WIT's errors, as the payload of what jco throws. */
function failureOf(work: () => unknown): string {
  try {
    return `none, but ${shown(work())}`;
  } catch (error) {
    if (error instanceof Error && 'payload' in error) return shown(error.payload);
    throw error;
  }
}

const shown = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `${each}n` : each));
