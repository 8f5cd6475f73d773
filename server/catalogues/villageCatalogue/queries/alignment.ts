import { isOpen } from '@server/domain/villageCatalogue/links'
import { type Alignment, suggestAlignment } from '@server/domain/alignment/suggest'
import type { CatalogueItemRow, ItemLinkRow, Models, OrgRow } from '@server/platform/store/collections'
import { villagesUnder } from '@server/people/orgs/queries/orgs'
import { alignable, byKey } from '@server/domain/villageCatalogue/keys'
import { type VillagePlace, itemsInForceOf, linksOf } from './villageCatalogue'

/** Everything that the page on which a clerk aligns one village's list is made from. */
export interface AlignmentData extends VillagePlace {
  items: ReadonlyMap<string, CatalogueItemRow>
  /** Lines of the village's list in force. */
  lines: CatalogueItemRow[]
  /** Those of them that no item of the street's catalogue has the key of, with the ranking. */
  own: { line: CatalogueItemRow; alignment: Alignment }[]
  links: ItemLinkRow[]
}

const SUGGESTED = 3

export async function loadAlignment(models: Models, place: VillagePlace): Promise<AlignmentData> {
  const { org, street } = place
  const [lines, items, links] = await Promise.all([
    itemsInForceOf(models, org._id),
    itemsInForceOf(models, street._id),
    linksOf(models, org._id, street._id),
  ])
  const known = byKey(items)
  const own = lines.filter(({ key }) => !known.has(key))
  const ranked = suggestAlignment(own.map(alignable), items.map(alignable), SUGGESTED)
  return {
    ...place,
    items: known,
    lines,
    own: own.map((line, index) => ({ line, alignment: ranked[index]! })),
    links,
  }
}

export interface VillageProgress {
  org: OrgRow
  hasList: boolean
  adopted: number
  own: number
  open: number
  stale: number
}

/** How far the list of each village under the issuer is aligned. */
export async function alignmentProgress(models: Models, issuer: OrgRow): Promise<VillageProgress[]> {
  const villages = await villagesUnder(models, issuer._id)
  const items = byKey(await itemsInForceOf(models, issuer._id))
  return Promise.all(
    villages.map(async org => {
      const [lines, links] = await Promise.all([
        itemsInForceOf(models, org._id),
        linksOf(models, org._id, issuer._id),
      ])
      const own = lines.filter(({ key }) => !items.has(key))
      const open = own.filter(({ key }) => isOpen(links.filter(link => link.villageKey === key)))
      return {
        org,
        hasList: lines.length > 0,
        adopted: lines.length - own.length,
        own: own.length,
        open: open.length,
        stale: links.filter(({ state }) => state === 'stale').length,
      }
    }),
  )
}
