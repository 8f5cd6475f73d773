import { clerkDayTests } from '../support/journeys/clerkDayTests'
import { servedPhones } from '../support/weapp/servedPhones'

/** The street clerk's day in the real weapp build. */
const { launch, server } = servedPhones('clerk-day')
clerkDayTests(() => launch(), server)
