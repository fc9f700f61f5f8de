// ESM with Jest: the runner needs NODE_OPTIONS=--experimental-vm-modules (scripts/test.mjs sets it), the
// mapper strips the ".js" that Node's ESM asks for, and swc keeps the decorators' metadata.
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // Ends what hangs, and nothing that is only slow beside other work.
  testTimeout: 900000,
  // Both cores of a small machine. A worker keeps what the modules of each file left behind: one that has grown begins anew.
  maxWorkers: 2,
  workerIdleMemoryLimit: '700MB',
  setupFiles: ['<rootDir>/test/storages-of-specs-before.mjs'],
  globalSetup: '<rootDir>/test/folder-of-the-run.mjs',
  globalTeardown: '<rootDir>/test/forget-the-run.mjs',
  testSequencer: '<rootDir>/test/longest-first.mjs',
  reporters: ['default', '<rootDir>/test/summary-reporter.mjs'],
};
