import type { NoticePage } from '@shared/contract/reading/site'
import { chinaDate, dateLabel } from '@shared/common/period'
import { gone, notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { presentNoticePage } from './presenters/noticePage'
import type { Services } from '@server/platform/services'
import { proofsOf } from '@server/reading/channels'
import { entryOf, erasuresOf } from '@server/disclosure/ledger'
import { editionsOf, findPublished, lastPublished } from '@server/disclosure/publications'
import { objectionCounts } from '@server/participation/objections'
import { namesIn, requireOrgTarget } from '@server/people/orgs'
import { removalOfEdition } from '@server/disclosure/removals'
import { orderOn } from '@server/disclosure/notices'

/** Returns a public edition. @throws AppError 404; 410 for one that was erased by law */
export async function requirePublished(db: Db, id: string, wanted?: number) {
  const published = await findPublished(db, id, wanted)
  if (published) return published
  const erasure = (await erasuresOf(db, id)).at(-1)
  if (!erasure) throw notFound('notice-not-found')
  const day = dateLabel(chinaDate(new Date(erasure.at)))
  throw gone('notice-erased', `这条公示已于${day}依法删除，依据：${erasure.basis}`)
}

/** Loads everything that the page of a published notice shows. */
export async function noticePage(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  id: string,
  wanted?: number,
): Promise<NoticePage> {
  const published = await requirePublished(db, id, wanted)
  const { edition } = published.publication
  const [place, issuer, editions, names, recorded, erasures, objections, order, proofs, last, removal] =
    await Promise.all([
      requireOrgTarget(db, published.publication.orgCode, 'id'),
      requireOrgTarget(db, published.item.orgCode, 'id'),
      editionsOf(db, id),
      namesIn(db, [], [published.publication]),
      entryOf(db, id, edition),
      erasuresOf(db, id),
      objectionCounts(db, id),
      orderOn(db, id),
      proofsOf(db, published.publication),
      lastPublished(db, published.publication),
      published.publication.withdrawn ? removalOfEdition(db, id, edition) : undefined,
    ])
  return presentNoticePage({
    published,
    ...place,
    issuerName: issuer.org.name,
    names,
    editions,
    recorded,
    erasures,
    objections,
    order,
    proofs,
    last,
    removal,
    now: clock.now(),
  })
}
