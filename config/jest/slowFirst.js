const path = require('node:path')
const { default: Sequencer } = require('@jest/test-sequencer')
const SECONDS = require('./longTests.json')

const root = path.resolve(__dirname, '../..')
const secondsOf = ({ path: file }) => SECONDS[path.relative(root, file).replaceAll('\\', '/')] ?? 0

/** Starts the files that take long first, so that at the end no worker is idle while another runs one of them. */
module.exports = class SlowFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests)
    return [...sorted].sort((one, other) => secondsOf(other) - secondsOf(one))
  }
}
