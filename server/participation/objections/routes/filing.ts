import { notFound } from '@server/platform/errors'
import type { CommandContext } from '@server/platform/access/commandContext'
import { type Filing, coveredText } from '../commands/fileObjection'
import type { Models } from '@server/platform/store/collections'
import { authorize } from '@server/platform/access/authorize'
import { findPublished } from '@server/disclosure/publications/queries/published'
import { ancestorsOf, concernedBy } from '../queries/objections'
import { eldersOf } from '@server/people/residents/queries/roster'
import { openidOf } from '@server/people/accounts/queries/actor'
import { requireOrg } from '@server/catalogues/catalogue/queries/requireItem'
import type { FileObjection } from '@shared/contract/participation/objection'

export async function requirePublished(models: Models, id: string) {
  const published = await findPublished(models, id)
  if (!published) throw notFound('notice-not-found')
  return published
}

/** The confirmed claim that is named; 404 for one that is not the actor's, or does not count. */
async function elderOf({ services: { models }, actor }: CommandContext, claimId: string | undefined) {
  if (claimId === undefined) return null
  const claim = (await eldersOf(models, actor.id)).find(({ _id }) => _id === claimId)
  if (!claim) throw notFound('claim-not-found', 'actsFor')
  return claim
}

/** All that needs no transaction: may they, what do they mean, and is the text fit to be passed on? */
export async function filingOf(
  deed: CommandContext,
  noticeId: string,
  input: FileObjection,
): Promise<Filing> {
  const { models, clock, textCheck } = deed.services
  const published = await requirePublished(models, noticeId)
  const org = await requireOrg(models, published.publication.orgCode, 'id')
  const elder = await elderOf(deed, input.actsFor)
  const concerned = await concernedBy(models, published, org)
  authorize(deed.actor, 'objection.file', { concerned, elderOf: elder?.orgCode ?? null })
  const { text, covered } = coveredText(input.text, clock.now())
  const openid = text === null ? '' : await openidOf(models, deed.actor.id)
  const judgement = text === null ? 'pass' : await textCheck.judge({ openid, text, scene: 'comment' })
  const ancestors = await ancestorsOf(models, org)
  return { published, org, ancestors, elder, input, text, covered, judgement }
}
