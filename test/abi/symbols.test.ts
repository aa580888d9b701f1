import { escapeName, nativeSymbol } from '../../src/abi/symbols.js';

test.each([
  ['demo:app/api@1.2.3', 'demoX3AappX2FapiX401X2E2X2E3'],
  ['my-org:pkg-a/types@0.2.0-rc.1', 'my_orgX3Apkg_aX2FtypesX400X2E2X2E0_rcX2E1'],
  ['[method]counter.add', 'X5BmethodX5DcounterX2Eadd'],
  ['[resource-drop]counter', 'X5Bresource_dropX5Dcounter'],
  ['a+b', 'aX2Bb'],
])('%s becomes %s', (name, escaped) => {
  expect(escapeName(name)).toBe(escaped);
});

test('module and name are joined by an escaped NUL', () => {
  expect(nativeSymbol('autosar:ara/core', 'initialize')).toBe('autosarX3AaraX2FcoreX00initialize');
});

test('world-level functions have no prefix', () => {
  expect(nativeSymbol(undefined, 'log')).toBe('log');
});
