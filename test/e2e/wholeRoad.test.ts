import { wholeRoadTests } from '../support/journeys/wholeRoadTests'
import { servedTabs } from '../support/browser/servedTabs'

/** From draft to archive, correction and withdrawal, by four persons and the street, in Chromium. */
jest.setTimeout(300_000)
const { openTab, library, server } = servedTabs('h5-whole-road')

wholeRoadTests({ open: openTab, library, server })
