import { servedTabs } from '../support/browser/servedTabs'
import { clerkDayTests } from '../support/journeys/clerkDayTests'

/** The street clerk's day in the browser. */
const { openTab, server } = servedTabs('clerk-day')
clerkDayTests(() => openTab(), server)
