import { hasGuide, isGuideTo, type GuideSource } from '@shared/presentation/serviceGuide'
import type { Db } from '@server/platform/store/db'
import { Publications, type PublicationRow } from '@server/disclosure/publications'
import { CatalogueItems, type CatalogueItemRow } from '@server/catalogues/catalogue'

const FIELDS = { noticeId: 1, title: 1, content: 1, regards: 1 } as const
type SourceRow = Pick<PublicationRow, keyof typeof FIELDS>

/** Most sister items that are read; `NOTICES` limits the notices of each. */
const SISTERS = 4
const NOTICES = 20

async function newestOf(db: Db, orgCode: string, itemKey: string): Promise<GuideSource[]> {
  const rows = await db
    .of(Publications)
    .find({ itemKey, live: true, orgCode }, FIELDS)
    .sort({ publishedAt: -1, _id: -1 })
    .limit(NOTICES)
    .lean<SourceRow[]>()
    .exec()
  const own = rows.find(({ regards }) => regards === null)
  return own ? [{ noticeId: own.noticeId, title: own.title, blocks: own.content.blocks }] : []
}

interface Scope {
  item: CatalogueItemRow
  /** Code of the organisation whose disclosures are shown as the government's. */
  streetCode: string
  /** The selected village, and the keys under which it discloses the item. */
  village: { code: string; keys: readonly string[] } | null
}

/**
 * Returns the disclosures that may contain the guide to an item: the street's own of the item, those of its sister
 * items that are guides, then the village's. Empty for an item without applications.
 */
export async function guideSources(db: Db, { item, streetCode, village }: Scope): Promise<GuideSource[]> {
  if (!hasGuide(item)) return []
  const items = await db
    .of(CatalogueItems)
    .find({ catalogueId: item.catalogueId })
    .sort({ order: 1 })
    .lean<CatalogueItemRow[]>()
    .exec()
  const sisters = items.filter(sister => sister.key !== item.key && isGuideTo(sister, item)).slice(0, SISTERS)
  const keys = [item, ...sisters].map(({ key }) => [streetCode, key] as const)
  const own = village?.keys.map(key => [village.code, key] as const) ?? []
  const found = await Promise.all([...keys, ...own].map(([orgCode, key]) => newestOf(db, orgCode, key)))
  return found.flat()
}
