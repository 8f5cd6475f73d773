import { columnsOf } from '@server/domain/catalogue/columns'
import { guideOf, hasGuide, officePhones } from '@shared/presentation/serviceGuide'
import { presentItem } from '@shared/presentation/presentItem'
import type { CatalogueItem } from '@shared/contract/catalogues/catalogue'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { PresentedRecord } from '@shared/contract/disclosure/presentation'
import type { ItemPage, ItemRef } from '@shared/contract/reading/site'
import type { CatalogueItemRow } from '@server/platform/store/collections'
import type { ItemDisclosures } from '@server/reading/site/queries/itemPage'
import { presentSummary } from './summary'
import { presentOrgRef } from '@server/people/orgs/presenters/org'

/** Public: a catalogue item with every standard column. */
export const presentCatalogueItem = (item: CatalogueItemRow): CatalogueItem => ({
  id: item._id,
  key: item.key,
  catalogueId: item.catalogueId,
  orgCode: item.orgCode,
  area: item.area,
  category: item.category,
  order: item.order,
  ...columnsOf(item),
  uncertain: item.uncertain,
  origin: item.origin ?? null,
})

/** Public: the item that a notice belongs to, and whose catalogue it stands in. */
export const presentItemRef = (item: CatalogueItemRow, issuerName: string): ItemRef => ({
  id: item._id,
  key: item.key,
  orgCode: item.orgCode,
  orgName: issuerName,
  area: item.area,
  path: item.path,
})

/** Public: the one presentation of an item and, where given, what somebody disclosed of it. */
export function presentRecord(item: CatalogueItemRow, content: NoticeContent | null): PresentedRecord {
  const { blocks, sha256 } = presentItem(item, content)
  return { blocks, sha256 }
}

/** Office phones of the village and its street, each once; a contact's phone is the office's, the name stays out. */
function officesOf({ place, above }: Pick<ItemDisclosures, 'place' | 'above'>) {
  const offices = [place, above].flatMap(org =>
    (org?.contacts ?? []).flatMap(({ phone }) =>
      officePhones(phone).map(number => ({ name: org!.name, phone: number })),
    ),
  )
  return [...new Map(offices.map(office => [office.phone, office])).values()]
}

/** Public: a catalogue item and who has disclosed it. */
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
