import type { ItemDisclosures } from '../queries/itemPage'
import { presentGuide } from './serviceGuide'
import type { ItemPage } from '@shared/contract/reading/site'
import { presentCatalogueItem } from '@server/catalogues/catalogue'
import { presentOrgRef } from '@server/people/orgs'
import { presentSummary, presentRecord } from '@server/disclosure/publications'

/** Public: a catalogue item and its disclosures. */
export function presentItemPage(found: ItemDisclosures): ItemPage {
  const { item, issuer, above, government, villages, guide } = found
  const names = new Map([issuer, above, ...villages.map(({ org }) => org)].map(org => [org._id, org.name]))
  return {
    item: presentCatalogueItem(item),
    issuer: presentOrgRef(issuer),
    presented: presentRecord(item, null),
    guide: guide && presentGuide(guide),
    government: government.map(row => presentSummary(row, names)),
    villages: villages.map(({ org, newest }) => ({
      org: presentOrgRef(org),
      newest: newest && presentSummary(newest, names),
    })),
  }
}
