/** The unit tests of the folders that a slice names; see config/setup/mutation.mjs. */
const path = require('node:path')
const { projects } = require('../../config/jest.config.js')

const [unit] = projects
const folders = (process.env.MUTATION_TESTS ?? '').split(',').filter(Boolean)

module.exports = {
  ...unit,
  rootDir: path.resolve(__dirname, '../..'),
  testTimeout: 60_000,
  testMatch: folders.map(name => `<rootDir>/test/unit/${name}/**/*.test.ts`),
}
