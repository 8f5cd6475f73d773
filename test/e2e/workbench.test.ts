import { powerTests } from '../support/journeys/powerTests'
import { workbenchTests } from '../support/journeys/workbenchTests'
import { servedTabs } from '../support/browser/servedTabs'
import { LONG } from '../support/figures'

/** The workbench and matters by the micro-power list in the browser. */
const { openTab, server } = servedTabs('h5-workbench')

workbenchTests(openTab)
// The same road is walked in the mini program by each run.
if (LONG) powerTests({ open: openTab, server })
