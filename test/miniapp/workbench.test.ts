import { workbenchTests } from '../support/journeys/workbenchTests'
import { servedPhones } from '../support/weapp/servedPhones'

/** The workbench in the real weapp build. */
jest.setTimeout(90_000)
const { launch } = servedPhones('workbench')

workbenchTests(launch)
