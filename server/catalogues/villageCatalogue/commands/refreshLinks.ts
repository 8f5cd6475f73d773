import type { Db, Tx } from '@server/platform/store/db'
import { type AlignableItem, CARRIES, suggestAlignment } from '@server/domain/alignment/suggest'
import { alignable, byKey } from '@server/domain/villageCatalogue/keys'
import { itemsInForceOf, linksOf } from '../queries/villageCatalogue'
import { ItemLinks, type ItemLinkRow } from '../models/itemLinks'
import type { OrgRow } from '@server/people/orgs'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'

interface Scope {
  villageCode: string
  issuerCode: string
}

/** Finds the most similar item in force as the successor of one that ended; null = none is similar. */
function successorOf(gone: readonly string[], area: string | undefined, inForce: readonly AlignableItem[]) {
  const [found] = suggestAlignment([{ id: 'gone', path: gone, area }], inForce, 1)
  const best = found?.suggestions[0]
  return best && !found.villageOnly && best.score >= CARRIES ? best.catalogueId : null
}

interface Ground {
  items: ReadonlyMap<string, CatalogueItemRow>
  lines: ReadonlyMap<string, CatalogueItemRow>
  inForce: readonly AlignableItem[]
}

/** Returns the changes to a link after an activation; null = unchanged. Rejections always stay. */
function renewed(link: ItemLinkRow, { items, lines, inForce }: Ground): Partial<ItemLinkRow> | null {
  if (link.state === 'rejected') return null
  const hasItem = link.itemKey === '' || items.has(link.itemKey)
  const adoptedToo = link.relation === 'same' && lines.has(link.itemKey)
  if (hasItem && lines.has(link.villageKey) && !adoptedToo) {
    return link.state === 'stale' ? { state: 'confirmed', successorKey: null } : null
  }
  const successorKey = hasItem ? null : successorOf(link.itemPath, undefined, inForce)
  if (link.state === 'stale' && link.successorKey === successorKey) return null
  return { state: 'stale', successorKey }
}

async function groundOf(db: Db, { villageCode, issuerCode }: Scope): Promise<Ground> {
  const items = await itemsInForceOf(db, issuerCode)
  const lines = await itemsInForceOf(db, villageCode)
  return { items: byKey(items), lines: byKey(lines), inForce: items.map(alignable) }
}

/**
 * Flags confirmed links as stale when a side is no longer in force or the village has adopted the same item, and suggests a
 * successor of the item. Clears the flag when the link fits again: decisions are stored by keys.
 */
export async function refreshLinks(tx: Tx, scope: Scope): Promise<void> {
  const links = await linksOf(tx, scope.villageCode, scope.issuerCode)
  if (links.length === 0) return
  const ground = await groundOf(tx, scope)
  for (const link of links) {
    const change = renewed(link, ground)
    if (!change) continue
    await tx
      .of(ItemLinks)
      .updateOne({ _id: link._id, version: link.version }, { $set: { ...change, version: link.version + 1 } })
  }
}

/** Refreshes the links of every village linked with an issuer whose catalogue changed. */
export async function refreshLinksOfIssuer(
  tx: Tx,
  { org: { _id: issuerCode } }: { org: Pick<OrgRow, '_id'> },
): Promise<void> {
  const villages = await tx.of(ItemLinks).distinct('villageCode', { issuerCode }).exec()
  for (const villageCode of villages) await refreshLinks(tx, { villageCode, issuerCode })
}
