import { isVillage } from '@shared/common/orgKinds'
import type { Db } from '@server/platform/store/db'
import { type DiscrepancyWithEvents, discrepanciesShown } from './discrepancies'
import { sameKeys } from '@server/catalogues/villageCatalogue'
import { findDisclosure, type PresentedNotice } from '@server/disclosure/publications'
import { findOrg, streetOf, type OrgRow } from '@server/people/orgs'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'

/** Both sides of one item and period. */
export interface Alongside {
  /** The village compared; for a street's notice about all its villages, the street itself. */
  org: OrgRow
  ancestors: OrgRow[]
  street: OrgRow
  issuerName: string
  item: CatalogueItemRow
  period: string
  village: PresentedNotice | null
  government: PresentedNotice | null
  /** Discrepancies between the village's and the street's disclosure. */
  discrepancies: DiscrepancyWithEvents[]
}

/**
 * Returns the discrepancies by the village's own key and period, which identify the pair whatever key the street uses.
 */
const discrepanciesOf = async (db: Db, village: PresentedNotice | null): Promise<DiscrepancyWithEvents[]> => {
  if (!village) return []
  const { orgCode, itemKey, period } = village.publication
  return discrepanciesShown(db, { orgCode, itemKey, period })
}

/**
 * Returns the comparison of a published notice: the street's disclosure for a village's notice; the village's for a
 * street's notice about one village. Looks under the item's own key first, then under keys confirmed as the same item
 * 同一事项. Null when the notice's organisation is not under a street.
 */
export async function alongsideOf(db: Db, published: PresentedNotice): Promise<Alongside | null> {
  const { publication, item } = published
  const { orgCode, regards, itemKey, period } = publication
  const place = await findOrg(db, regards ?? orgCode)
  const street = place && streetOf(place)
  if (!street) return null
  const issuer = item.orgCode === street._id ? street : (await findOrg(db, item.orgCode))?.org
  const village = isVillage(place.org) ? place.org._id : null
  const sideOf = async (org: OrgRow, from: 'village' | 'issuer') => {
    const matter = { villageCode: place.org._id, issuerCode: street._id, key: itemKey, from }
    for (const key of await sameKeys(db, matter)) {
      const side = await findDisclosure(db, { org, itemKey: key, period, village })
      if (side) return side
    }
    return null
  }
  const own = orgCode === village ? published : village ? await sideOf(place.org, 'issuer') : null
  return {
    ...place,
    street,
    issuerName: issuer?.name ?? street.name,
    item,
    period,
    village: own,
    government: orgCode === street._id ? published : await sideOf(street, 'village'),
    discrepancies: await discrepanciesOf(db, own),
  }
}
