import { draftTests } from '../support/journeys/draftTests'
import { servedPhones } from '../support/weapp/servedPhones'

/** What happens to a notice while it is written, in the real weapp build. */
const { launch, library } = servedPhones('drafts')

draftTests(launch, library)
