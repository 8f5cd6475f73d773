import { trusted } from 'mongoose'
import { gramsOf } from '@server/domain/search/grams'
import { shortCode } from '@shared/presentation/shortCode'
import type { Db } from '@server/platform/store/db'
import { rawIn } from '@server/platform/migrations/rawRows'
import type { Migration } from '@server/platform/migrations/types'
import { Publications, type PublicationRow } from '../models/publications'
import { CatalogueItems, type CatalogueItemRow } from '@server/catalogues/catalogue'

const BATCH = 200

type Findable = Pick<PublicationRow, '_id' | 'noticeId' | 'itemId' | 'title' | 'sentence' | 'grams'>
type Named = Pick<CatalogueItemRow, '_id' | 'area' | 'path'>

/** Excludes withdrawn editions from the search: their words and grams are blank. */
const FINDABLE = { withdrawn: null } as const

async function itemsOf(db: Db, rows: readonly Findable[]): Promise<Map<string, Named>> {
  const ids = [...new Set(rows.map(({ itemId }) => itemId))]
  const items = await db
    .of(CatalogueItems)
    .find({ _id: trusted({ $in: ids }) }, { area: 1, path: 1 })
    .lean<Named[]>()
    .exec()
  return new Map(items.map(item => [item._id, item]))
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((gram, at) => gram === other[at])

/** Adds initials and short codes to the search grams of older publications. */
export const searchGrams: Migration = {
  to: 2,
  title: '重算查找用的词：旧公示也能按拼音首字母和短码找到',
  count: db => db.of(Publications).countDocuments(FINDABLE),
  batch: async (tx, cursor) => {
    const rows = await tx
      .of(Publications)
      .find(
        { ...FINDABLE, ...(cursor !== null && { _id: trusted({ $gt: cursor }) }) },
        { noticeId: 1, itemId: 1, title: 1, sentence: 1, grams: 1 },
      )
      .sort({ _id: 1 })
      .limit(BATCH)
      .lean<Findable[]>()
      .exec()
    const items = await itemsOf(tx, rows)
    const changes = rows.flatMap(({ _id, noticeId, itemId, title, sentence, grams: former }) => {
      const item = items.get(itemId)
      if (!item) return []
      const grams = gramsOf({ shortCode: shortCode(noticeId), title, sentence, item })
      if (same(grams, former ?? [])) return []
      return { updateOne: { filter: { _id }, update: { $set: { grams } } } }
    })
    if (changes.length > 0) {
      // Below the model, which is not written in bulk: grams are on no page.
      const { rows: stored, options } = rawIn(tx, Publications.name)
      await stored.bulkWrite(changes, options)
    }
    return { next: rows.length < BATCH ? null : rows.at(-1)!._id, changed: changes.length }
  },
}

/** Computes the search grams again: the initials of 日, 容, 如 and others were wrong before. */
export const searchReadings: Migration = {
  ...searchGrams,
  to: 9,
  title: '再算一遍查找用的词：日、容、如等字的拼音首字母以前算错了',
}
