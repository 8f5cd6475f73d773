import { servedOffices } from '../support/browser/servedOffices'
import { powerTests } from '../support/journeys/powerTests'

/** Matters by the micro-power list in the browser, with logins as in production. */
const { open, server } = servedOffices('h5-powers')
powerTests({ open, server })
