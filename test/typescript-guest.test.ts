/** The example of a component written in TypeScript: checked against our types, made by ComponentizeJS, run by jco's code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from './support/golden.js';
import { mustRun } from './support/toolchains.js';

const example = join(repository, 'examples/typescript-guest');
const component = join(example, 'generated/component');

/** What the test itself uses of the station. */
interface Station {
  readonly checksum: (data: Uint8Array) => number;
  readonly offset: () => bigint;
  readonly sealData: (data: Uint8Array) => { readonly checksum: number; readonly offset: bigint };
}

/** An instance of its own, since a trap spoils one. */
async function station(): Promise<Station> {
  const script = pathToFileURL(join(component, 'weather-station.js')).href;
  // The module that jco writes, as the example's own host calls it.
  const { instantiate } = (await import(script)) as {
    readonly instantiate: (
      load: (path: string) => WebAssembly.Module,
      imports: object,
    ) => { readonly station: Station };
  };
  const load = (path: string): WebAssembly.Module =>
    new WebAssembly.Module(readFileSync(join(component, path)));
  const archive = { File: Object, log: () => undefined };
  return instantiate(load, { 'demo:weather/archive@1.0.0': archive, now: { default: () => 0n } }).station;
}

let printed = '';

beforeAll(() => {
  printed = mustRun(process.execPath, [join(example, 'run.mjs')]);
});

test('the station measures', () => {
  expect(printed.split('\n')).toEqual([
    'mean of nothing: {"tag":"no-readings"}',
    'readings: 2',
    'too cold: {"tag":"impossible","val":-300}',
    'mean: 17.5',
    'alerts: {"frost":false,"heat":false}, {"frost":true,"heat":true}',
    'info: saved lake and hill at 1000',
    'lake and hill.txt: ["4 10 ½ cloudy"]',
    'seal: {"checksum":3421780262,"offset":"-18000n"}',
    '',
  ]);
});

/** The check value of CRC-32. */
const digits = new TextEncoder().encode('123456789');
const sum = 0xcbf43926;

describe('what ComponentizeJS 0.23 gets wrong, and the example does otherwise', () => {
  test('a lone u32 from 2^31 on arrives as another number', async () => {
    const { checksum, sealData } = await station();
    expect(checksum(digits)).not.toBe(sum);
    expect(sealData(digits).checksum).toBe(sum);
    // Below that it is right.
    expect(checksum(new Uint8Array())).toBe(0);
  });

  test('a lone s64 below zero traps', async () => {
    expect((await station()).sealData(digits).offset).toBe(-18_000n);
    expect((await station()).offset).toThrow(/unreachable/);
  });
});
