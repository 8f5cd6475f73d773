import { isOpen } from '@server/domain/villageCatalogue/links'
import { type Alignment, besideTaken, suggestAlignment } from '@server/domain/alignment/suggest'
import type { Db } from '@server/platform/store/db'
import { alignable, byKey } from '@server/domain/villageCatalogue/keys'
import { type VillagePlace, itemsInForceOf, linksOf } from './villageCatalogue'
import type { ItemLinkRow } from '../models/itemLinks'
import { villagesUnder, type OrgRow } from '@server/people/orgs'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'

/** Data of the page on which a clerk aligns one village catalogue. */
export interface AlignmentData extends VillagePlace {
  items: ReadonlyMap<string, CatalogueItemRow>
  /** Items of the village catalogue in force. */
  lines: CatalogueItemRow[]
  /** Those of `lines` without a street item of the same key, with the ranked candidates. */
  own: { line: CatalogueItemRow; alignment: Alignment }[]
  links: ItemLinkRow[]
}

const SUGGESTED = 3

export async function loadAlignment(db: Db, place: VillagePlace): Promise<AlignmentData> {
  const { org, street } = place
  const [lines, items, links] = await Promise.all([
    itemsInForceOf(db, org._id),
    itemsInForceOf(db, street._id),
    linksOf(db, org._id, street._id),
  ])
  const known = byKey(items)
  const own = lines.filter(({ key }) => !known.has(key))
  const adopted = new Set(lines.filter(({ key }) => known.has(key)).map(({ key }) => key))
  const ranked = suggestAlignment(own.map(alignable), items.map(alignable), SUGGESTED)
  return {
    ...place,
    items: known,
    lines,
    own: own.map((line, index) => ({ line, alignment: besideTaken(ranked[index]!, adopted) })),
    links,
  }
}

export interface VillageProgress {
  org: OrgRow
  hasCatalogue: boolean
  adopted: number
  own: number
  open: number
  stale: number
}

/** Counts the alignment progress of each village under the issuer. */
export async function alignmentProgress(db: Db, issuer: OrgRow): Promise<VillageProgress[]> {
  const villages = await villagesUnder(db, issuer._id)
  const items = byKey(await itemsInForceOf(db, issuer._id))
  return Promise.all(
    villages.map(async org => {
      const [lines, links] = await Promise.all([
        itemsInForceOf(db, org._id),
        linksOf(db, org._id, issuer._id),
      ])
      const own = lines.filter(({ key }) => !items.has(key))
      const open = own.filter(({ key }) => isOpen(links.filter(link => link.villageKey === key)))
      return {
        org,
        hasCatalogue: lines.length > 0,
        adopted: lines.length - own.length,
        own: own.length,
        open: open.length,
        stale: links.filter(({ state }) => state === 'stale').length,
      }
    }),
  )
}
