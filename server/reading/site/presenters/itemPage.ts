import type { ItemDisclosures } from '../queries/itemPage'
import { officePhones, hasGuide, guideOf } from '@shared/presentation/serviceGuide'
import type { ItemPage } from '@shared/contract/reading/site'
import { presentCatalogueItem } from '@server/catalogues/catalogue'
import { presentOrgRef } from '@server/people/orgs'
import { presentSummary, presentRecord } from '@server/disclosure/publications'

/** Returns the office phones of the village and its street without duplicates and without the contacts' names. */
function officesOf({ place, above }: Pick<ItemDisclosures, 'place' | 'above'>) {
  const offices = [place, above].flatMap(org =>
    (org?.contacts ?? []).flatMap(({ phone }) =>
      officePhones(phone).map(number => ({ name: org!.name, phone: number })),
    ),
  )
  return [...new Map(offices.map(office => [office.phone, office])).values()]
}

/** Public: a catalogue item and its disclosures. */
export function presentItemPage(found: ItemDisclosures): ItemPage {
  const { item, issuer, above, government, villages, guides } = found
  const names = new Map([issuer, above, ...villages.map(({ org }) => org)].map(org => [org._id, org.name]))
  return {
    item: presentCatalogueItem(item),
    issuer: presentOrgRef(issuer),
    presented: presentRecord(item, null),
    guide: hasGuide(item) ? guideOf(item, guides, officesOf(found)) : null,
    government: government.map(row => presentSummary(row, names)),
    villages: villages.map(({ org, newest }) => ({
      org: presentOrgRef(org),
      newest: newest && presentSummary(newest, names),
    })),
  }
}
