import { draftTests } from '../support/journeys/draftTests'
import { servedTabs } from '../support/browser/servedTabs'

/** What happens to a notice while it is written, in the browser. */
const { openTab, library } = servedTabs('h5-drafts')

draftTests(openTab, library)
