import { powerTests } from '../support/journeys/powerTests'
import { workbenchTests } from '../support/journeys/workbenchTests'
import { villageListTests } from '../support/journeys/villageListTests'
import { servedPhones } from '../support/weapp/servedPhones'

/** The workbench and matters by the micro-power list in the real weapp build. */
const { launch, server } = servedPhones('workbench')

workbenchTests(launch)
powerTests({ open: launch, server })
// Last: the list in force says what the village can publish.
villageListTests(launch)
