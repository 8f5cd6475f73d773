import { servedOffices } from '../support/browser/servedOffices'
import { clerkDayTests } from '../support/journeys/clerkDayTests'

/** The street clerk's day in the browser, with logins as in production. */
const { open, server } = servedOffices('clerk-day')
clerkDayTests(open, server)
