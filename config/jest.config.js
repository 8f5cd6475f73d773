/** One project per layer; `npm test` runs them all, `npx jest -c config/jest.config.js --selectProjects unit` runs one. */
const path = require('node:path')

const root = path.resolve(__dirname, '..')
// Tests run by rules on every machine; those of the models name the folder themselves.
process.env.MODELS_DIR ??= path.join(root, '.cache', 'no-models')
const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'commonjs' },
}
const base = {
  rootDir: root,
  transform: { '^.+\\.(t|j)sx?$': ['@swc/jest', swc] },
  // Published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!pixelmatch/)'],
  moduleNameMapper: { '^@shared/(.*)$': '<rootDir>/shared/$1', '^@server/(.*)$': '<rootDir>/server/$1' },
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
  modulePathIgnorePatterns: [
    '<rootDir>/dist/',
    '<rootDir>/.data/',
    '<rootDir>/.engine/',
    '<rootDir>/.cache/',
  ],
}

module.exports = {
  rootDir: root,
  // Catches what hangs. A test that is long by nature has its own limit.
  testTimeout: 60_000,
  testSequencer: path.join(__dirname, 'jest', 'slowFirst.js'),
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/test/{unit,properties}/**/*.test.ts'] },
    {
      ...base,
      displayName: 'api',
      testMatch: ['<rootDir>/test/{api,authz,faults}/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/engine/globalSetup.ts',
      globalTeardown: '<rootDir>/test/support/engine/globalTeardown.ts',
    },
    { ...base, displayName: 'miniapp', testMatch: ['<rootDir>/test/miniapp/**/*.test.{ts,tsx}'] },
    {
      ...base,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/browser/globalSetup.ts',
      globalTeardown: '<rootDir>/test/support/browser/globalTeardown.ts',
    },
  ],
}
