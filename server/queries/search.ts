import { isStreet } from '@shared/domain/orgKinds'
import { trusted } from 'mongoose'
import type { CatalogueItemRow, Models, OrgRow } from '../models'
import { queryGrams } from '../models/grams'
import type { Cursor } from './cursor'
import { pageOfRows } from './feed'
import { namesIn, villagesUnder } from './orgs'
import type { OrgNames } from './orgs'
import { rowsKept } from './publications'
import type { PublicationSummary } from './publications'

export interface SearchOptions {
  org: OrgRow
  q: string
  category?: string
  cursor: Cursor | null
  limit: number
}

export interface SearchRows {
  rows: PublicationSummary[]
  nextCursor: string | null
  /** Items of the hits by id: a hit may match by the words of its item. */
  items: Map<string, Pick<CatalogueItemRow, '_id' | 'area' | 'path'>>
  names: OrgNames
}

const newerFirst = (a: PublicationSummary, b: PublicationSummary) =>
  b.publishedAt.getTime() - a.publishedAt.getTime() || (a._id < b._id ? 1 : -1)

/** Letters that stand in nearly every title: 2026年第三季度……情况公开. */
const EVERYWHERE = /[0-9年月日第一二三四季度情况公开合计共人户元]/gu

/** The grams of a query, the one that narrows the search most in front. */
function rarestFirst(grams: readonly string[]): string[] {
  const weight = (gram: string) => gram.replace(EVERYWHERE, '').length * 10 + gram.length
  return [...grams].sort((a, b) => weight(b) - weight(a))
}

/** A street is searched with its villages, everybody else alone. */
async function searched(models: Models, org: OrgRow): Promise<OrgRow[]> {
  return isStreet(org) ? [org, ...(await villagesUnder(models, org._id))] : [org]
}

/**
 * Published notices that contain all words of the query in title, summary sentence or item, newest first. By bigrams,
 * so no dictionary is needed and names of places are found: the index is walked by the rarest bigram, the others are
 * looked up in the rows.
 */
export async function searchNotices(models: Models, options: SearchOptions): Promise<SearchRows> {
  const { org, q, category, cursor, limit } = options
  const grams = rarestFirst(queryGrams(q))
  const [rarest] = grams
  const places = rarest === undefined ? [] : await searched(models, org)
  const matches = (row: PublicationSummary & { grams?: string[] }) =>
    grams.every(gram => row.grams?.includes(gram)) && (category === undefined || row.category === category)
  const found = await Promise.all(
    places.map(place => {
      const scope = { orgCode: place._id, live: true, grams: rarest! } as const
      return rowsKept(models, scope, cursor, limit + 1, matches)
    }),
  )
  const page = pageOfRows(found.flat().sort(newerFirst), limit)
  const items = await models.catalogueItems
    .find({ _id: trusted({ $in: [...new Set(page.rows.map(row => row.itemId))] }) }, { area: 1, path: 1 })
    .lean<Pick<CatalogueItemRow, '_id' | 'area' | 'path'>[]>()
    .exec()
  return {
    ...page,
    items: new Map(items.map(item => [item._id, item])),
    names: await namesIn(models, places, page.rows),
  }
}
