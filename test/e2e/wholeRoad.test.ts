import { axeViolations, clippedTexts, poorPressables } from '../support/browser/audits'
import type { H5Visitor } from '../support/browser/h5Visitor'
import type { Visitor } from '../support/journeys/visitor'
import { wholeRoadTests } from '../support/journeys/wholeRoadTests'
import { servedTabs } from '../support/browser/servedTabs'

/** From draft to archive, correction and withdrawal, by four persons and the street, in Chromium. */
const { openTab, library, server } = servedTabs('h5-whole-road')

/** The pages that only this workflow leads to: an edition that was corrected, and what is left of a withdrawn one. */
async function look(visitor: Visitor): Promise<string[]> {
  const { page } = visitor as H5Visitor
  return [...(await axeViolations(page)), ...(await poorPressables(page, 44)), ...(await clippedTexts(page))]
}

wholeRoadTests({ open: openTab, library, server, look })
