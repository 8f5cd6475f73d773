import { FOCUS_CATEGORIES, GENERAL_CATEGORY } from '@shared/facts/disclosure/categories'
import { isStreet } from '@shared/common/orgKinds'
import type { RemovedNotice } from '@shared/contract/disclosure/removedNotice'
import type { NoticeSummary } from '@shared/contract/reading/site'
import { catalogueFor } from '@server/catalogues/catalogue'
import { presentSummary, type PublicationSummary, newestOf } from '@server/disclosure/publications'
import { cursorOf } from '@server/http/paging'
import type { PageCall, PageRoute } from '@server/http/pageRoute'
import {
  namesIn,
  requireOrgTarget,
  streetOf,
  villagesUnder,
  type OrgWithAncestors,
} from '@server/people/orgs'
import { presentRegister, registerOf, removedOf } from '@server/disclosure/removals'
import { chinaDate } from '@shared/common/period'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { homeOf, presentHome, presentSearch, searchNotices } from '@server/reading/site'
import { presentFeed } from '../presenters/feeds'
import { ALL, presentPlace } from '../presenters/home'
import { type ListPlace, presentFound, presentList, presentRemovals } from '../presenters/lists'
import { openPeriods, publishedIn, yearsOf } from '../queries/lists'

const LISTS = [{ code: ALL, name: '全部公示' }, ...FOCUS_CATEGORIES, GENERAL_CATEGORY]
/** Most entries in a feed; feed readers store about as many. */
const MOST_ENTRIES = 50
const FOUND_AT_ONCE = 20
const LONGEST_QUESTION = 50

const codeIn = ({ params }: PageCall): string => params['org'] ?? ''

const requirePlace = (call: PageCall): Promise<OrgWithAncestors> =>
  requireOrgTarget(call.services.db, codeIn(call), 'org')

/** Code of the organisation that issued the catalogue in force for a place. */
const catalogueOf = async (db: Db, place: OrgWithAncestors): Promise<string | null> =>
  (await catalogueFor(db, place))?.issuer._id ?? null

const listPlace = async (db: Db, place: OrgWithAncestors): Promise<ListPlace> => ({
  code: place.org._id,
  name: place.org.name,
  catalogue: await catalogueOf(db, place),
})

const summaries = async (db: Db, { org }: OrgWithAncestors, rows: PublicationSummary[]): Promise<NoticeSummary[]> => {
  const names = await namesIn(db, [org], rows)
  return rows.map(row => presentSummary(row, names))
} // prettier-ignore

async function makeHome(call: PageCall) {
  const { db, clock, config } = call.services
  const place = await requirePlace(call)
  const now = clock.now()
  const [rows, open, catalogue, villages] = await Promise.all([
    homeOf(db, place.org, now),
    openPeriods(db, place.org._id, now),
    catalogueOf(db, place),
    isStreet(place.org) ? villagesUnder(db, place.org._id) : [],
  ])
  return presentPlace({
    home: presentHome({ ...place, street: streetOf(place), rows, now }),
    open,
    villages: villages.map(({ _id, name }) => ({ code: _id, name })),
    catalogue,
    base: config.publicBaseUrl,
    now,
  })
}

const yearOf = ({ publishedAt }: RemovedNotice): number => Number(chinaDate(publishedAt).slice(0, 4))

/** Years of a list, newest first: those of removed notices too. */
const yearsWith = (years: readonly number[], more: readonly number[]): number[] =>
  [...new Set([...years, ...more])].sort((a, b) => b - a)

async function makeList(call: PageCall) {
  const { db, clock, config } = call.services
  const { category: code, year } = call.params
  const category = LISTS.find(one => one.code === code)
  if (!category || (year !== undefined && !/^\d{4}$/.test(year))) throw notFound()
  const place = await requirePlace(call)
  const now = clock.now()
  const scope = { orgCode: place.org._id, category: category.code === ALL ? null : category.code }
  const removed = await removedOf(db, place.org, { category: scope.category ?? undefined })
  const years = yearsWith(await yearsOf(db, scope), removed.map(yearOf)) // prettier-ignore
  const shown = year === undefined ? (years[0] ?? now.getUTCFullYear()) : Number(year)
  if (year !== undefined && !years.includes(shown)) throw notFound()
  const rows = await publishedIn(db, scope, shown)
  return presentList({
    place: await listPlace(db, place),
    category: { code: category.code, name: category.name },
    year: shown,
    years,
    notices: await summaries(db, place, rows),
    removed: removed.filter(one => yearOf(one) === shown),
    named: year !== undefined,
    base: config.publicBaseUrl,
    now,
  })
}

async function makeSearch(call: PageCall) {
  const { db, clock, config } = call.services
  const q = (call.query['q'] ?? '').trim().slice(0, LONGEST_QUESTION)
  const cursor = cursorOf(call.query['cursor'])
  const place = await requirePlace(call)
  const asked = { org: place.org, q, cursor, limit: FOUND_AT_ONCE }
  const found = q ? presentSearch(await searchNotices(db, asked), { q }, null) : null
  return presentFound(await listPlace(db, place), q, found, config.publicBaseUrl, clock.now())
}

async function makeFeed(call: PageCall) {
  const { db, config } = call.services
  const place = await requirePlace(call)
  const rows = await newestOf(db, { orgCode: place.org._id, live: true }, MOST_ENTRIES)
  const { _id: code, name } = place.org
  return presentFeed({ code, name }, await summaries(db, place, rows), config.publicBaseUrl)
}

/** The newest rows; the web app shows all. */
const MOST_REMOVALS = 200

async function makeRemovals(call: PageCall) {
  const { db, clock, config } = call.services
  const place = await requirePlace(call)
  const page = await registerOf(db, place.org._id, null, MOST_REMOVALS)
  const { items } = presentRegister(place.org, page, await namesIn(db, [place.org], page.rows))
  return presentRemovals(await listPlace(db, place), items, config.publicBaseUrl, clock.now())
}

const keptUnder = (call: PageCall): Promise<string | null> => Promise.resolve(codeIn(call))

/** `/v/机构`: home of a village or street, its lists, its search and its feed. */
export const placePages: readonly PageRoute[] = [
  { path: '/v/:org', keptUnder, make: makeHome },
  { path: '/v/:org/search', make: makeSearch },
  { path: '/v/:org/feed.xml', keptUnder, make: makeFeed },
  { path: '/v/:org/removals', make: makeRemovals },
  { path: '/v/:org/:category', keptUnder, make: makeList },
  { path: '/v/:org/:category/:year', keptUnder, make: makeList },
]
