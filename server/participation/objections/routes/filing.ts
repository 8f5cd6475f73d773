import type { Actor } from '@server/platform/access/actor'
import type { Authorised, Caller } from '@server/platform/access/caller'
import type { Services } from '@server/platform/services'
import type { Db, Tx } from '@server/platform/store/db'
import { notFound } from '@server/platform/errors'
import { type Filing, coveredText, refuseOther } from '../commands/fileObjection'
import { ancestorsOf, concernedBy } from '../queries/objections'
import type { FileObjection } from '@shared/contract/participation/objection'
import { authorize } from '../policy'
import { findPublished } from '@server/disclosure/publications'
import { eldersOf } from '@server/people/residents'
import { requireAgreement } from '@server/people/agreements'
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

/** What was found out about a villager's words before the transaction: nothing here depends on the store. */
export type CheckedText = Pick<Filing, 'text' | 'covered' | 'judgement'>

type Context = Omit<Filing, keyof CheckedText>

/**
 * Loads what a filing is judged by and judges the policy.
 * @throws AppError 404, 403 with `agreement-required` among others; 409 `notice-withdrawn`, `edition-changed`
 */
async function contextOf(
  db: Db,
  caller: Caller,
  noticeId: string,
  input: FileObjection,
): Promise<{ by: Authorised<'objection.file'>; context: Context }> {
  const published = await requirePublished(db, noticeId)
  const org = await requireOrg(db, published.publication.orgCode, 'id')
  const elder = await elderOf(db, caller.actor, input.actsFor)
  const concerned = await concernedBy(db, published, org)
  const by = authorize(caller, 'objection.file', { concerned, elderOf: elder?.orgCode ?? null })
  await requireAgreement(db, caller.actor.id, 'use')
  refuseOther(published.publication, input.edition)
  return { by, context: { published, org, ancestors: await ancestorsOf(db, org), elder, input } }
}

/**
 * Prepares a filing before the transaction: refuses early, covers personal numbers, runs the text check, which may take
 * seconds. Only its verdict enters the transaction.
 */
export async function checkText(
  { db, clock, textCheck }: Services,
  caller: Caller,
  noticeId: string,
  input: FileObjection,
): Promise<CheckedText> {
  await contextOf(db, caller, noticeId, input)
  const { text, covered } = coveredText(input.text, clock.now())
  if (text === null) return { text, covered, judgement: 'pass' }
  const openid = await openidOf(db, caller.actor.id)
  return { text, covered, judgement: await textCheck.judge({ openid, text, scene: 'comment' }) }
}

/** Loads and judges a filing again in the transaction that stores it: the notice may have been withdrawn during the check. */
export async function filingOf(
  tx: Tx,
  caller: Caller,
  noticeId: string,
  { input, checked }: { input: FileObjection; checked: CheckedText },
): Promise<{ by: Authorised<'objection.file'>; filing: Filing }> {
  const { by, context } = await contextOf(tx, caller, noticeId, input)
  return { by, filing: { ...context, ...checked } }
}
