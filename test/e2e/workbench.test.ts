import { powerTests } from '../support/journeys/powerTests'
import { workbenchTests } from '../support/journeys/workbenchTests'
import { servedTabs } from '../support/browser/servedTabs'

/** The workbench and matters by the micro-power list in the browser. */
jest.setTimeout(300_000)
const { openTab, server } = servedTabs('h5-workbench')

workbenchTests(openTab)
powerTests({ open: openTab, server })
