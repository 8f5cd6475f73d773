import { trusted } from 'mongoose'
import type { CatalogueItemRow, Models, OrgRow } from '../models'
import { queryGrams } from '../models/grams'
import type { Cursor } from './cursor'
import { pageOfRows } from './feed'
import { isStreet, namesIn, villagesUnder } from './orgs'
import type { OrgNames } from './orgs'
import { rowsAfter } from './publications'
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

/** A street is searched with its villages, everybody else alone. */
async function searched(models: Models, org: OrgRow): Promise<OrgRow[]> {
  return isStreet(org) ? [org, ...(await villagesUnder(models, org._id))] : [org]
}

/**
 * Published notices that contain all words of the query in title, summary sentence or item, newest first. By bigrams,
 * so no dictionary is needed and names of places are found; one bounded index walk for each organisation.
 */
export async function searchNotices(models: Models, options: SearchOptions): Promise<SearchRows> {
  const { org, q, category, cursor, limit } = options
  const grams = queryGrams(q)
  const places = grams.length > 0 ? await searched(models, org) : []
  const found = await Promise.all(
    places.map(place => {
      const scope = {
        orgCode: place._id,
        live: true,
        allGrams: grams,
        ...(category && { category }),
      } as const
      return rowsAfter(models, scope, cursor, limit + 1)
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
