import { wholeRoadTests } from '../support/journeys/wholeRoadTests'
import { servedPhones } from '../support/weapp/servedPhones'

/** From draft to archive, correction and withdrawal, by four persons and the street, in the real weapp build. */
const { launch, library, server } = servedPhones('whole-road')

wholeRoadTests({ open: launch, library, server })
