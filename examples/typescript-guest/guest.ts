/** A weather station: a component. Its imports are modules by the names that WIT has for them. */
import { File, log } from 'demo:weather/archive@1.0.0';
import now from 'now';
import type { Implementation, Seal, SeriesImpl } from 'demo:weather/station@1.0.0';
import type { Alerts, Reading } from 'demo:weather/types@1.0.0';
import type { WeatherStation } from 'demo:weather/weather-station@1.0.0';
import { Failure, Level } from './generated/guest/constants/interfaces/demo-weather-types.js';

class Series implements SeriesImpl {
  readonly #readings: Reading[] = [];

  constructor(readonly place: string) {}

  get lines(): readonly string[] {
    return this.#readings.map(({ at, celsius, note }) => `${at} ${celsius} ${note ?? '-'}`);
  }

  add(reading: Reading): number {
    // What WIT calls an error is thrown.
    if (reading.celsius < -273.15) throw Failure.Impossible(reading.celsius);
    return this.#readings.push(reading);
  }

  mean(): number {
    const { length } = this.#readings;
    if (length === 0) throw Failure.NoReadings();
    return this.#readings.reduce((sum, { celsius }) => sum + celsius, 0) / length;
  }

  alerts(): Alerts {
    return {
      frost: this.#readings.some(({ celsius }) => celsius < 0),
      heat: this.#readings.some(({ celsius }) => celsius > 35),
    };
  }

  static merge(one: Series, other: Series): Series {
    const both = new Series(`${one.place} and ${other.place}`);
    both.#readings.push(...one.#readings, ...other.#readings);
    return both;
  }
}

function save(series: Series): File {
  const file = new File(`${series.place}.txt`);
  for (const line of series.lines) file.append(line);
  log(Level.Info, `saved ${series.place} at ${now()}`);
  return file;
}

/** CRC-32. */
function checksum(data: Uint8Array): number {
  let sum = ~0;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** Five hours west. */
const offset = (): bigint => -18_000n;

const sealData = (data: Uint8Array): Seal => ({ checksum: checksum(data), offset: offset() });

export const station = { Series, save, sealData, checksum, offset } satisfies Implementation;

({ station }) satisfies WeatherStation;
