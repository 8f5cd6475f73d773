import { axeViolations, clippedTexts, poorPressables } from '../support/browser/audits'
import type { OfficeVisitor } from '../support/browser/officeVisitor'
import { servedOffices } from '../support/browser/servedOffices'
import type { Visitor } from '../support/journeys/visitor'
import { wholeRoadTests } from '../support/journeys/wholeRoadTests'

/** From draft to archive, correction and withdrawal, by four persons and the street, in Chromium with logins as in production. */
const { open, library, server } = servedOffices('h5-whole-road')

/** The pages that only this workflow leads to: an edition that was corrected, and what is left of a withdrawn one. */
async function look(visitor: Visitor): Promise<string[]> {
  const { page } = visitor as OfficeVisitor
  return [...(await axeViolations(page)), ...(await poorPressables(page, 44)), ...(await clippedTexts(page))]
}

wholeRoadTests({ open, library, server, look })
