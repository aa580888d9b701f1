/** What "SARIF 2.1.0 plus errata 01" demands of a log, as far as wit-gen writes it. */

interface Message {
  readonly text: string;
  readonly markdown?: string;
}

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
}

interface Location {
  readonly id?: number;
  readonly message?: Message;
  readonly physicalLocation: { readonly artifactLocation: ArtifactLocation; readonly region: Region };
}

interface Descriptor {
  readonly id: string;
  readonly shortDescription?: Message;
  readonly fullDescription?: Message;
  readonly help?: Message;
  readonly defaultConfiguration?: { readonly level: string };
}

interface Change {
  readonly artifactLocation: ArtifactLocation;
  readonly replacements: readonly {
    readonly deletedRegion: Region;
    readonly insertedContent?: { readonly text: string };
  }[];
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: Message;
  readonly locations?: readonly Location[];
  readonly relatedLocations?: readonly Location[];
  readonly fixes?: readonly { readonly description?: Message; readonly artifactChanges: readonly Change[] }[];
}

interface Notification {
  readonly descriptor: { readonly id: string; readonly index: number };
  readonly level: string;
  readonly message: Message;
}

/** The one run of a log. */
export interface SarifRun {
  readonly tool: {
    readonly driver: {
      readonly name: string;
      readonly version?: string;
      readonly semanticVersion?: string;
      readonly rules?: readonly Descriptor[];
      readonly notifications?: readonly Descriptor[];
    };
  };
  readonly invocations?: readonly {
    readonly executionSuccessful: boolean;
    readonly toolConfigurationNotifications?: readonly Notification[];
  }[];
  readonly originalUriBaseIds?: Readonly<Record<string, { readonly uri: string }>>;
  readonly columnKind: string;
  readonly results: readonly Result[];
}

/** Checks a log and gives its run. */
export function expectSarif(log: unknown): SarifRun {
  expect(log).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'wit-gen' } } }] });
  // Every member that is read below is expected to be there as soon as it is read.
  const [run] = (log as { readonly runs: readonly [SarifRun] }).runs;
  const { rules = [], notifications = [] } = run.tool.driver;
  expectDescriptors(rules);
  expectDescriptors(notifications);
  for (const result of run.results) expectResult(result, run);
  for (const { executionSuccessful, toolConfigurationNotifications = [] } of run.invocations ?? []) {
    expect(typeof executionSuccessful).toBe('boolean');
    for (const { descriptor, level, message } of toolConfigurationNotifications) {
      expect(notifications[descriptor.index]?.id).toBe(descriptor.id);
      expectLevel(level);
      expectMessage(message);
    }
  }
  for (const { uri } of Object.values(run.originalUriBaseIds ?? {})) {
    expect(uri).toMatch(/^file:\/\/\/.*\/$/);
    expect(new URL(uri).href).toBe(uri);
  }
  return run;
}

/** 3.49: an id, and texts that are not empty. */
function expectDescriptors(descriptors: readonly Descriptor[]): void {
  const ids = descriptors.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { shortDescription, fullDescription, help, defaultConfiguration } of descriptors) {
    for (const text of [shortDescription?.text, fullDescription?.text, help?.text, help?.markdown]) {
      expect(text).toMatch(/\S/);
    }
    expectLevel(defaultConfiguration?.level);
  }
}

/** 3.27: a message; `ruleIndex` leads to the rule of `ruleId`. */
function expectResult(result: Result, run: SarifRun): void {
  const { ruleId, ruleIndex, level, message, locations = [], relatedLocations = [], fixes = [] } = result;
  expect(run.tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
  expectLevel(level);
  expectMessage(message);
  expect(locations).toHaveLength(1);
  expect(relatedLocations.map(({ id }) => id)).toEqual([...relatedLocations.keys()]);
  for (const { message, physicalLocation } of [...locations, ...relatedLocations]) {
    if (message) expectMessage(message);
    expectArtifact(physicalLocation.artifactLocation, run);
    expectRegion(physicalLocation.region);
  }
  for (const { artifactChanges } of fixes) expectChanges(artifactChanges, run);
}

/** 3.55, 3.56: at least one change, each of another artifact, and each with a replacement. */
function expectChanges(changes: readonly Change[], run: SarifRun): void {
  expect(changes.length).toBeGreaterThan(0);
  expect(new Set(changes.map(({ artifactLocation }) => artifactLocation.uri)).size).toBe(changes.length);
  for (const { artifactLocation, replacements } of changes) {
    expectArtifact(artifactLocation, run);
    expect(replacements.length).toBeGreaterThan(0);
    for (const { deletedRegion } of replacements) expectRegion(deletedRegion);
  }
}

function expectLevel(level: string | undefined): void {
  expect(['none', 'note', 'warning', 'error']).toContain(level);
}

/** 3.11.5: without arguments there are no placeholders, so braces are doubled. */
function expectMessage({ text }: Message): void {
  expect(text).not.toBe('');
  expect(text.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/);
}

/** 3.4: a relative reference needs a base, an absolute URI must not have one; both are escaped. */
function expectArtifact({ uri, uriBaseId }: ArtifactLocation, run: SarifRun): void {
  expect(uri).toMatch(/^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-F]{2})*$/);
  const isAbsolute = uri.startsWith('file:///');
  expect(uri.startsWith('/')).toBe(false);
  if (isAbsolute) expect(uriBaseId).toBeUndefined();
  else if (run.originalUriBaseIds) expect(Object.keys(run.originalUriBaseIds)).toContain(uriBaseId);
}

/** 3.30: positions start at 1, and the end is not before the start. */
function expectRegion({ startLine, startColumn, endLine, endColumn }: Region): void {
  for (const number of [startLine, startColumn, endLine, endColumn]) {
    expect(Number.isInteger(number) && number >= 1).toBe(true);
  }
  expect(endLine).toBeGreaterThanOrEqual(startLine);
  if (endLine === startLine) expect(endColumn).toBeGreaterThanOrEqual(startColumn);
}
