import { isOpen } from '@server/domain/villageCatalogue/links'
import { type Alignment, besideTaken, suggestAlignment } from '@server/domain/alignment/suggest'
import { type AlignmentMemory, type Remembered, memoryOf } from '@server/domain/alignment/memory'
import type { Db } from '@server/platform/store/db'
import { alignable, byKey } from '@server/domain/villageCatalogue/keys'
import { decisionsElsewhere } from './itemLinks'
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
  own: { line: CatalogueItemRow; alignment: Alignment; remembered: Remembered | null }[]
  links: ItemLinkRow[]
}

const SUGGESTED = 3

export async function loadAlignment(db: Db, place: VillagePlace): Promise<AlignmentData> {
  const { org, street } = place
  const [lines, items, links, elsewhere] = await Promise.all([
    itemsInForceOf(db, org._id),
    itemsInForceOf(db, street._id),
    linksOf(db, org._id, street._id),
    decisionsElsewhere(db, street._id, org._id),
  ])
  const known = byKey(items)
  const own = lines.filter(({ key }) => !known.has(key))
  const adopted = new Set(lines.filter(({ key }) => known.has(key)).map(({ key }) => key))
  const ranked = suggestAlignment(own.map(alignable), items.map(alignable), SUGGESTED)
  const remembered = rememberedFor(own, memoryOf(elsewhere), known, adopted)
  const taken = (at: number) =>
    new Set([...adopted, ...remembered.flatMap((one, index) => (index !== at && one?.relation === 'same' ? [one.itemKey] : []))]) // prettier-ignore
  return {
    ...place,
    items: known,
    lines,
    own: own.map((line, index) => ({
      line,
      alignment: besideTaken(ranked[index]!, taken(index)),
      remembered: remembered[index] ?? null,
    })),
    links,
  }
}

/**
 * Returns what other villages decided of each item, where it still can be so here: the street's item is in force, and for one
 * matter no other item of this village has it.
 */
function rememberedFor(
  own: readonly CatalogueItemRow[],
  memory: AlignmentMemory,
  items: ReadonlyMap<string, CatalogueItemRow>,
  adopted: ReadonlySet<string>,
): (Remembered | null)[] {
  const taken = new Set(adopted)
  return own.map(({ path }) => {
    const found = memory(path)
    if (!found || (found.itemKey !== '' && !items.has(found.itemKey))) return null
    if (found.relation !== 'same') return found
    if (taken.has(found.itemKey)) return null
    taken.add(found.itemKey)
    return found
  })
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
