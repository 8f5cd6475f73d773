import { powerTests } from '../support/journeys/powerTests'
import { workbenchTests } from '../support/journeys/workbenchTests'
import { villageListTests } from '../support/journeys/villageListTests'
import { servedPhones } from '../support/weapp/servedPhones'

/** The workbench and matters by the micro-power list in the real weapp build. */
const { launch, server } = servedPhones('workbench')

workbenchTests(launch)
villageListTests(launch)
powerTests({ open: launch, server })
