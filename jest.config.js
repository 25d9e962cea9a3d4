'use strict';

/** The services that are entered by `@parley/<name>` and, for tests, by `@parley/<name>/testing`. */
const SERVICES = 'master|allocator|agent|framework-gateway';

/** What every group of tests shares: sources are compiled by swc and workspaces resolve to their sources, not to their builds. */
const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        $schema: 'https://swc.rs/schema.json',
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', explicitResourceManagement: true },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^@parley/protos$': '<rootDir>/protos/src/index.ts',
    '^@parley/protos/(public|internal)/(.*)$': '<rootDir>/protos/src/generated/$1/$2.ts',
    '^@parley/common/(.*)$': '<rootDir>/services/common/src/$1/index.ts',
    [`^@parley/(${SERVICES})$`]: '<rootDir>/services/$1/src/compose.ts',
    [`^@parley/(${SERVICES})/config$`]: '<rootDir>/services/$1/src/config.ts',
    [`^@parley/(${SERVICES})/(rejections|refusals)$`]: '<rootDir>/services/$1/src/domain/$2.ts',
    '^@parley/sdk$': '<rootDir>/services/sdk/src/sdk.ts',
    [`^@parley/(${SERVICES}|sdk)/testing$`]: '<rootDir>/services/$1/src/testing/index.ts',
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/(protos|test|services/[^/]+)/dist/', '<rootDir>/.parley/'],
};

/** One project per group, so that `npx jest --selectProjects NAME` runs it alone; the name is the folder under test/. */
const group = (name) => ({
  ...shared,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
});

module.exports = {
  maxWorkers: 2,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/services/**/*.test.ts',
        '<rootDir>/protos/**/*.test.ts',
        '<rootDir>/test/worlds/**/*.test.ts',
      ],
    },
    group('tidy'),
    group('docs'),
    group('fairness'),
    group('simulation'),
    group('scenarios'),
    group('real'),
    group('conformance'),
    group('telemetry'),
    group('helm'),
    group('chaos'),
    group('bench'),
  ],
};
