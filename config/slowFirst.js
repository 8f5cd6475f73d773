/** Starts the files that take minutes first, so that at the end no worker is idle while another runs one of them. */
const { default: Sequencer } = require('@jest/test-sequencer')

const SLOW = [
  'seed/seedRows',
  'properties/catalogueLayouts',
  'properties/onePresentation',
  'attachment/helper',
  'authz/matrix',
  'faults/killNine',
  'faults/scheduledWork',
  'faults/injection',
  'faults/everyAwait',
  'faults/fuzz',
  'participation/objection',
  'e2e/pages',
  'e2e/layout',
  'e2e/wholeRoad',
  'e2e/workbench',
  'miniapp/wholeRoad',
  'miniapp/workbench',
]

const rank = ({ path }) => {
  const at = SLOW.findIndex(name => path.replaceAll('\\', '/').endsWith(`/${name}.test.ts`))
  return at < 0 ? SLOW.length : at
}

module.exports = class SlowFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests)
    return [...sorted].sort((a, b) => rank(a) - rank(b))
  }
}
