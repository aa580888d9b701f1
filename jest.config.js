/** Transpiles only: types are checked by `npm run lint`. */
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, tsconfig: 'tsconfig.jest.json' }] },
  reporters: ['default', '<rootDir>/test/support/summary-reporter.js'],
  testSequencer: '<rootDir>/test/support/longest-first.js',
  testTimeout: 300_000,
  // Most suites wait for compilers.
  maxWorkers: '100%',
  watchPathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/build'],
};
