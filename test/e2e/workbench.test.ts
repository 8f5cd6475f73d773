import { workbenchTests } from '../support/journeys/workbenchTests'
import { servedTabs } from '../support/browser/servedTabs'

/** The workbench in the browser. */
jest.setTimeout(90_000)
const { openTab } = servedTabs('h5-workbench')

workbenchTests(openTab)
