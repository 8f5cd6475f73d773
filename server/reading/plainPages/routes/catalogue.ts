import { catalogueFor, presentCatalogue } from '@server/catalogues/catalogue'
import type { PageCall, PageRoute } from '@server/http/pageRoute'
import { requireOrgTarget } from '@server/people/orgs'
import { notFound } from '@server/platform/errors'
import { findItem, presentItemPage, villageCounts } from '@server/reading/site'
import { presentCatalogueList, presentItem } from '../presenters/catalogue'

/** The catalogue in force for the organisation of the address. @throws AppError 404 */
async function requireCatalogue({ services: { db }, params }: PageCall) {
  const inForce = await catalogueFor(db, await requireOrgTarget(db, params['org'] ?? '', 'org'))
  if (!inForce) throw notFound('catalogue-not-found')
  return inForce
}

async function makeCatalogue(call: PageCall) {
  const { db, config } = call.services
  const inForce = await requireCatalogue(call)
  const page = presentCatalogue(inForce, await villageCounts(db, inForce.issuer._id))
  return presentCatalogueList(page, config.publicBaseUrl)
}

async function makeItem(call: PageCall) {
  const { db, clock, config } = call.services
  const { areas } = await requireCatalogue(call)
  const item = areas.flatMap(({ items }) => items).find(({ key }) => key === call.params['key'])
  const found = item && (await findItem(db, item._id, null))
  if (!found) throw notFound('item-not-found')
  return presentItem(presentItemPage(found), config.publicBaseUrl, clock.now())
}

/** `/c/街道`: its catalogue; not kept, as it shows what villages publish too. */
export const cataloguePages: readonly PageRoute[] = [
  { path: '/c/:org', make: makeCatalogue },
  { path: '/c/:org/:key', make: makeItem },
]
