/**
 * The example of a component written in TypeScript: checked against our types, made by ComponentizeJS, run by jco's code. Its core
 * module also runs under our glue.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from './support/golden.js';
import { mustRun } from './support/toolchains.js';
import { glued } from './support/wasm/glue.js';
import { construct, dispose, imported, invoke } from './support/wasm/loaded.js';

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

describe('under our glue', () => {
  let emitted: unknown;
  let module: WebAssembly.Module;

  beforeAll(async () => {
    const core = readFileSync(join(component, 'weather-station.core.wasm'));
    module = new WebAssembly.Module(core);
    const at = { witPath: join(example, 'wit'), world: 'weather-station', features: [] };
    emitted = await imported(await glued('guest', new Uint8Array(), at));
  });

  /** A file of the host's. */
  class File {
    readonly lines: string[] = [];
    constructor(readonly name: string) {}
    append(line: string): number {
      return this.lines.push(line);
    }
  }

  /** The error of WIT that a call ends with. */
  function payloadOf(call: () => unknown): unknown {
    try {
      return call();
    } catch (error) {
      return Reflect.get(Object(error), 'payload');
    }
  }

  function instance(): unknown {
    const imports = {
      'demo:weather/archive@1.0.0': { File, log: () => undefined },
      now: { default: () => 0n },
    };
    return Reflect.get(Object(invoke(emitted, 'instantiate', module, imports)), 'station');
  }

  test('the station measures', () => {
    const station = instance();
    const lake = construct(station, 'Series', 'lake');
    expect(payloadOf(() => invoke(lake, 'mean'))).toEqual({ tag: 'no-readings' });
    invoke(lake, 'add', { at: 4n, celsius: 40, note: '½ cloudy' });
    const hill = construct(station, 'Series', 'hill');
    expect(invoke(hill, 'add', { at: 2n ** 63n, celsius: -5 })).toBe(1);
    const impossible = payloadOf(() => invoke(hill, 'add', { at: 3n, celsius: -300 }));
    expect(impossible).toEqual({ tag: 'impossible', val: -300 });
    expect(() => invoke(hill, 'add', { at: 3n, celsius: '1' })).toThrow(/^reading\.celsius must be a number/);
    expect(invoke(hill, 'alerts')).toEqual({ frost: true, heat: false });
    const both = invoke(station, 'Series.merge', lake, hill);
    expect(invoke(both, 'mean')).toBe(17.5);
    expect(invoke(both, 'alerts')).toEqual({ frost: true, heat: true });
    const file = invoke(station, 'save', both);
    expect(file).toBeInstanceOf(File);
    expect(file).toEqual({
      name: 'lake and hill.txt',
      lines: ['4 40 ½ cloudy', '9223372036854775808 -5 -'],
    });
    dispose(both);
    expect(invoke(station, 'sealData', digits)).toEqual({ checksum: sum, offset: -18_000n });
  });

  test('ComponentizeJS 0.23 forgets an object where handles are not numbered as objects are', () => {
    const station = instance();
    const [first, second, third] = ['first', 'second', 'third'].map((place) =>
      construct(station, 'Series', place),
    );
    // A handle is good for the way to the host, so the next object has the same: jco, and no one else, numbers them on.
    invoke(station, 'Series.merge', second, third);
    expect(() => invoke(first, 'alerts')).toThrow(/unreachable/);
  });
});

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
