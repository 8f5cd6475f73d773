import type { Actor } from '@server/platform/access/actor'
import type { Authorised, Caller } from '@server/platform/access/caller'
import type { Services } from '@server/platform/services'
import type { Db } from '@server/platform/store/db'
import { notFound } from '@server/platform/errors'
import { type Filing, coveredText } from '../commands/fileObjection'
import { ancestorsOf, concernedBy } from '../queries/objections'
import type { FileObjection } from '@shared/contract/participation/objection'
import { authorize } from '../policy'
import { findPublished } from '@server/disclosure/publications'
import { eldersOf } from '@server/people/residents'
import { openidOf } from '@server/people/accounts'
import { requireOrg } from '@server/people/orgs'

export async function requirePublished(db: Db, id: string) {
  const published = await findPublished(db, id)
  if (!published) throw notFound('notice-not-found')
  return published
}

/** Returns the named claim. @throws AppError 404 for a claim that is not the actor's or not confirmed */
async function elderOf(db: Db, actor: Actor, claimId: string | undefined) {
  if (claimId === undefined) return null
  const claim = (await eldersOf(db, actor.id)).find(({ _id }) => _id === claimId)
  if (!claim) throw notFound('claim-not-found', 'actsFor')
  return claim
}

/** Prepares a filing before the transaction: judges the policy, covers personal numbers, runs the text check. */
export async function filingOf(
  { db, clock, textCheck }: Services,
  caller: Caller,
  noticeId: string,
  input: FileObjection,
): Promise<{ by: Authorised<'objection.file'>; filing: Filing }> {
  const { actor } = caller
  const published = await requirePublished(db, noticeId)
  const org = await requireOrg(db, published.publication.orgCode, 'id')
  const elder = await elderOf(db, actor, input.actsFor)
  const concerned = await concernedBy(db, published, org)
  const by = authorize(caller, 'objection.file', { concerned, elderOf: elder?.orgCode ?? null })
  const { text, covered } = coveredText(input.text, clock.now())
  const openid = text === null ? '' : await openidOf(db, actor.id)
  const judgement = text === null ? 'pass' : await textCheck.judge({ openid, text, scene: 'comment' })
  const ancestors = await ancestorsOf(db, org)
  return { by, filing: { published, org, ancestors, elder, input, text, covered, judgement } }
}
