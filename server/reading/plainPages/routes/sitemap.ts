import { catalogueFor } from '@server/catalogues/catalogue'
import type { PageCall, PageRoute } from '@server/http/pageRoute'
import { findOrg } from '@server/people/orgs'
import { plainPaths } from '@server/platform/config/publicAddresses'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { type Place, presentRobots, presentSitemap, presentSitemapIndex } from '../presenters/feeds'
import { type PartRows, partCodes, partOf } from '../queries/sitemap'

/** Most addresses of one file, by the rules of sitemaps.org; a street's villages publish as many in thirty years. */
const MOST = 50_000
const PART = /^(.+)\.xml$/

/** Addresses of an issuer's own catalogue. */
async function catalogueAt(db: Db, code: string): Promise<Place[]> {
  const place = await findOrg(db, code)
  const inForce = place && (await catalogueFor(db, place))
  if (inForce?.issuer._id !== code) return []
  const items = inForce.areas.flatMap(area => area.items)
  return [
    { path: plainPaths.catalogue(code) },
    ...items.map(({ key }) => ({ path: plainPaths.item(code, key) })),
  ]
}

const placesIn = ({ places }: PartRows): Place[] => [
  ...places.flatMap(({ code, notices }) => [
    { path: plainPaths.place(code), ...(notices[0] && { changedAt: notices[0].publishedAt }) },
    ...[...new Set(notices.map(({ category }) => category))].map(category => ({
      path: plainPaths.category(code, category),
    })),
  ]),
  ...places.flatMap(({ notices }) =>
    notices.map(({ noticeId, publishedAt }) => ({
      path: plainPaths.notice(noticeId),
      changedAt: publishedAt,
    })),
  ),
]

async function makePart({ services: { db, config }, params }: PageCall) {
  const code = PART.exec(params['part'] ?? '')?.[1]
  const rows = code === undefined ? null : await partOf(db, code)
  if (!rows) throw notFound()
  const catalogues = await Promise.all(rows.places.map(place => catalogueAt(db, place.code)))
  const places = [...catalogues.flat(), ...placesIn(rows)]
  return presentSitemap(places.slice(0, MOST), config.publicBaseUrl)
}

/** What search engines ask for. */
export const crawlerPages: readonly PageRoute[] = [
  {
    path: '/sitemap.xml',
    make: async ({ services: { db, config } }) =>
      presentSitemapIndex(await partCodes(db), config.publicBaseUrl),
  },
  { path: '/sitemap/:part', make: makePart },
  {
    path: '/robots.txt',
    make: ({ services: { config } }) => Promise.resolve(presentRobots(config.publicBaseUrl)),
  },
]
