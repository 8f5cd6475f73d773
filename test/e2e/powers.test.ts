import { servedTabs } from '../support/browser/servedTabs'
import { powerTests } from '../support/journeys/powerTests'

/** Matters by the micro-power list in the browser. */
const { openTab, server } = servedTabs('h5-powers')
powerTests({ open: openTab, server })
