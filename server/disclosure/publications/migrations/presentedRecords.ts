import { trusted } from 'mongoose'
import { foldedItem, presentItem } from '@shared/presentation/presentItem'
import { presentationOf } from '@shared/presentation/version'
import type { Db } from '@server/platform/store/db'
import { rawIn } from '@server/platform/migrations/rawRows'
import type { Migration } from '@server/platform/migrations/types'
import { type PresentedRecordRow, PresentedRecords } from '../models/presentedRecords'
import { Publications, type PublicationRow } from '../models/publications'
import { CatalogueItems, type CatalogueItemRow } from '@server/catalogues/catalogue'

const BATCH = 50

type Edition = Pick<PublicationRow, '_id' | 'orgCode' | 'itemId' | 'content' | 'presentation'>

/** Excludes withdrawn editions, whose words are blank. */
const FROZEN = { withdrawn: null } as const

const byId = <Row extends { _id: string }>(rows: readonly Row[]) => new Map(rows.map(row => [row._id, row]))

const itemsOf = async (db: Db, editions: readonly Edition[]): Promise<Map<string, CatalogueItemRow>> =>
  byId(
    await db
      .of(CatalogueItems)
      .find({ _id: trusted({ $in: [...new Set(editions.map(({ itemId }) => itemId))] }) })
      .lean<CatalogueItemRow[]>()
      .exec(),
  )

/** Presents an edition by the version that it was published with. */
function recordOf(edition: Edition, item: CatalogueItemRow): PresentedRecordRow {
  const presentation = presentationOf(edition)
  const { canonical } = presentItem(item, edition.content, presentation)
  const folded = foldedItem(item, edition.content, presentation)
  return { _id: edition._id, orgCode: edition.orgCode, canonical, folded: folded && folded.canonical }
}

/** Freezes the presented record of every edition that is not withdrawn. */
export const presentedRecords: Migration = {
  to: 6,
  title: '固定旧公示的呈现：以后程序怎么改，旧公示都按公开时的样子显示',
  count: db => db.of(Publications).countDocuments(FROZEN),
  batch: async (tx, cursor) => {
    const editions = await tx
      .of(Publications)
      .find(
        { ...FROZEN, ...(cursor !== null && { _id: trusted({ $gt: cursor }) }) },
        { orgCode: 1, itemId: 1, content: 1, presentation: 1 },
      )
      .sort({ _id: 1 })
      .limit(BATCH)
      .lean<Edition[]>()
      .exec()
    const items = await itemsOf(tx, editions)
    const records = editions.flatMap(edition => {
      const item = items.get(edition.itemId)
      return item ? recordOf(edition, item) : []
    })
    if (records.length > 0) {
      const { rows, options } = rawIn(tx, PresentedRecords.name)
      await rows.deleteMany({ _id: { $in: records.map(({ _id }) => _id) } }, options)
      await rows.insertMany(records, options)
    }
    return { next: editions.length < BATCH ? null : editions.at(-1)!._id, changed: records.length }
  },
}
