import { amountsIn } from '@shared/common/money'
import { isStreet } from '@shared/common/orgKinds'
import { trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import { bigramsOf, queryGrams } from '@server/domain/search/grams'
import { type Models, NO_MODELS } from '@server/platform/worker/models'
import { folded, wordsOf } from '@shared/common/searchWords'
import { shortCode } from '@shared/presentation/shortCode'
import type { RemovedNotice } from '@shared/contract/disclosure/removedNotice'
import { removedOf } from '@server/disclosure/removals'
import type { Cursor } from '@server/platform/store/cursor'
import { type FeedPage, pageOfRows } from './feed'
import { type Near, nearTo, NOTHING_NEAR } from './near'
import { namesIn, villagesUnder, type OrgNames, type OrgRow } from '@server/people/orgs'
import { rowsKept, type PublicationSummary } from '@server/disclosure/publications'
import { CatalogueItems, type CatalogueItemRow } from '@server/catalogues/catalogue'

export interface SearchFacets {
  category?: string
  year?: number
  /** Bounds of an amount in the summary sentence in fen, both inclusive. */
  minFen?: number
  maxFen?: number
}

export interface SearchOptions extends SearchFacets {
  org: OrgRow
  q: string
  cursor: Cursor | null
  limit: number
  /** Absent: the rules alone. */
  models?: Models
}

export interface SearchRows extends FeedPage {
  /** Items of the hits by id: a hit may match by the words of its item. */
  items: Map<string, Pick<CatalogueItemRow, '_id' | 'area' | 'path'>>
  names: OrgNames
  /** What means nearly what was asked, none of it a hit, and the row that answers. */
  near: Near
  /** Withdrawn and erased notices whose matter has the words; on the first page. */
  removed: RemovedNotice[]
}

/** Fewer hits than these are followed by what is near in meaning. */
const FEW = 5

type Row = PublicationSummary & { grams?: string[] }

/** A way to search: the gram whose index is read, and whether one of its rows has the other grams too. */
interface Look {
  walked: string
  matches: (row: Row) => boolean
}

const newerFirst = (a: PublicationSummary, b: PublicationSummary) =>
  b.publishedAt.getTime() - a.publishedAt.getTime() || (a._id < b._id ? 1 : -1)

/** Characters that occur in nearly every title: 2026年第三季度……情况公开. */
const EVERYWHERE = /[0-9年月日第一二三四季度情况公开合计共人户元]/gu

/** Returns the gram that narrows a search most. */
function rarestOf(grams: readonly string[]): string | undefined {
  const weight = (gram: string) => gram.replace(EVERYWHERE, '').length * 10 + gram.length
  return [...grams].sort((a, b) => weight(b) - weight(a))[0]
}

/** Searches for all grams of all words. */
function wholeWords(words: readonly string[]): Look | null {
  const grams = words.flatMap(queryGrams)
  const walked = rarestOf(grams)
  return walked === undefined
    ? null
    : { walked, matches: row => grams.every(gram => row.grams?.includes(gram)) }
}

/** Searches with one character missing 漏字: a word of three or more characters may lack one of its bigrams. */
function oneLeftOut(words: readonly string[]): Look | null {
  const letters = words.flatMap(word => [...word])
  const walked = rarestOf(letters)
  if (walked === undefined || !words.some(word => [...word].length > 2)) return null
  const missing = (row: Row, word: string) =>
    bigramsOf(word).filter(gram => !row.grams?.includes(gram)).length
  const slack = (word: string) => ([...word].length > 2 ? 1 : 0)
  const matches = (row: Row) =>
    letters.every(letter => row.grams?.includes(letter)) &&
    words.every(word => missing(row, word) <= slack(word))
  return { walked, matches }
}

function inFacets({ category, year, minFen, maxFen }: SearchFacets): (row: PublicationSummary) => boolean {
  const inAmount = (fen: number) =>
    (minFen === undefined || fen >= minFen) && (maxFen === undefined || fen <= maxFen)
  const anyAmount = minFen === undefined && maxFen === undefined
  return row =>
    (category === undefined || row.category === category) &&
    (year === undefined || row.period.startsWith(String(year))) &&
    (anyAmount || amountsIn(row.sentence).some(inAmount))
}

/** Whether a search looks at some notices only. */
export const isNarrow = ({ category, year, minFen, maxFen }: SearchFacets): boolean =>
  [category, year, minFen, maxFen].some(one => one !== undefined)

/** Returns the organisations to search: a street with its villages, any other organisation alone. */
async function searched(db: Db, org: OrgRow): Promise<OrgRow[]> {
  return isStreet(org) ? [org, ...(await villagesUnder(db, org._id))] : [org]
}

/** Returns the removed notices whose matter, class or period has all words: their own words are gone. */
async function removedFor(
  db: Db,
  places: readonly OrgRow[],
  words: readonly string[],
  { category, year }: SearchFacets,
): Promise<RemovedNotice[]> {
  const all = await Promise.all(places.map(place => removedOf(db, place, { category, year })))
  const said = ({ matter, periodLabel, noticeId }: RemovedNotice) =>
    folded(`${matter} ${periodLabel} ${shortCode(noticeId)}`)
  return all.flat().filter(one => words.every(word => said(one).includes(word)))
}

/**
 * Finds published notices that contain all words of the query in title, summary sentence or item, newest first. Uses
 * bigrams, so that place names are found without a dictionary: reads the index of the rarest bigram and checks the
 * others in its rows. Without a full match, searches with one character missing. Few hits are followed by notices that
 * mean nearly the same.
 */
export async function searchNotices(db: Db, options: SearchOptions): Promise<SearchRows> {
  const { org, q, cursor, limit, models = NO_MODELS } = options
  const words = wordsOf(q)
  const inFacet = inFacets(options)
  const places = words.length > 0 ? await searched(db, org) : []
  const found = async (look: Look | null, from: Cursor | null, most: number) => {
    if (!look) return []
    const keep = (row: Row) => look.matches(row) && inFacet(row)
    const rows = await Promise.all(
      places.map(({ _id }) =>
        rowsKept(db, { orgCode: _id, live: true, grams: look.walked }, from, most, keep),
      ),
    )
    return rows.flat().sort(newerFirst)
  }

  const whole = wholeWords(words)
  const exact = await found(whole, cursor, limit + 1)
  const none = exact.length === 0 && (cursor === null || (await found(whole, null, 1)).length === 0)
  const page = pageOfRows(none ? await found(oneLeftOut(words), cursor, limit + 1) : exact, limit)
  const isHit = (row: PublicationSummary) => page.rows.some(hit => hit._id === row._id)
  const isLast = cursor === null && page.nextCursor === null && page.rows.length < FEW
  const keep = isNarrow(options) ? inFacet : null
  const near = isLast ? await nearTo(db, { q, org, places, keep, isHit, models }) : NOTHING_NEAR
  const items = await db
    .of(CatalogueItems)
    .find({ _id: trusted({ $in: [...new Set(page.rows.map(row => row.itemId))] }) }, { area: 1, path: 1 })
    .lean<Pick<CatalogueItemRow, '_id' | 'area' | 'path'>[]>()
    .exec()
  return {
    ...page,
    items: new Map(items.map(item => [item._id, item])),
    names: await namesIn(db, places, [...page.rows, ...near.found.flatMap(({ row }) => row ?? [])]),
    near,
    removed: cursor === null ? await removedFor(db, places, words, options) : [],
  }
}
