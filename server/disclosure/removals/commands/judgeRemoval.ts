import type { RefuseRemoval } from '@shared/contract/disclosure/removal'
import type { RemovalSide } from '@shared/contract/disclosure/removedNotice'
import { chinaDate } from '@shared/common/period'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { type Authorised, including } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import type { Tx } from '@server/platform/store/db'
import { eraseEdition, requireNoticeContext, restoreNotice } from '@server/disclosure/notices'
import { Removals, type RemovalRow, type RemovalWordRow } from '../models/removals'
import { sidesOf } from '../policy'
import { bodyOf } from '../bodyOf'
import { type RemovalPlace, removalsOf } from '../queries/removals'
import { AGREED, REFUSED, SIDES_NEEDED } from '../states'
import { announce } from './announce'
import { decide } from './decide'

/** @throws AppError 409 `removal-decided` for a version that is not the present one */
function requireSeen({ row }: RemovalPlace, seen: number): void {
  if (row.state !== 'waiting' || row.version !== seen) throw conflict('removal-decided')
}

/** The basis as the ledger keeps it: article, what led to it, and the bodies that agreed, without a person's name. */
const ledgerBasis = ({ basis, reason }: RemovalRow, agreed: readonly RemovalWordRow[]): string => {
  const article = basis ? `${basis.law}${basis.article}` : ''
  return `${article}；${reason}；${agreed.map(({ body }) => body).join('、')}同意`
}

/** Returns the word of the actor for the side that is still missing. @throws AppError 409; 403 for both sides in one person */
function wordOf(tx: Tx, by: Authorised, place: RemovalPlace): RemovalWordRow {
  const { row, target } = place
  const missing = (side: RemovalSide) => !row.agreed.some(one => one.side === side)
  const side = sidesOf(by.actor, target).find(missing)
  if (!side || row.agreed.some(one => one.by === by.actor.id)) throw conflict('removal-agreed')
  return { side, body: bodyOf(place, side), by: by.actor.id, byName: by.actor.name, at: tx.now }
}

/** Ends the withdrawal of an edition that is erased: nothing of it can come back. */
async function endWithdrawals(tx: Tx, { noticeId, edition }: RemovalRow): Promise<void> {
  for (const row of await removalsOf(tx, noticeId)) {
    if (row.kind !== 'withdrawal' || row.state !== 'waiting' || row.edition !== edition) continue
    await decide(tx, row, { state: 'confirmed', outcome: '这一版已经依法删除' })
  }
}

/**
 * Agrees to a removal for one side: confirms a withdrawal; with the last side's word an erasure is done, in the same
 * transaction.
 * @throws AppError 409 `removal-decided`, `removal-agreed`, or as eraseEdition
 */
export async function agreeRemoval(
  tx: Tx,
  by: Authorised<'removal.agree'>,
  place: RemovalPlace,
  { version }: { version: number },
): Promise<void> {
  requireSeen(place, version)
  const { row } = place
  const agreed = [...row.agreed, wordOf(tx, by, place)]
  const whole = SIDES_NEEDED[row.kind].every(side => agreed.some(one => one.side === side))
  if (whole && row.kind === 'erasure') {
    const work = await requireNoticeContext(tx, row.noticeId)
    const { edition } = row
    await eraseEdition(tx, including(by, 'notice.erase'), work, { edition, basis: ledgerBasis(row, agreed) })
  }
  const next = await decide(tx, row, { agreed, ...(whole && { state: AGREED[row.kind] }) })
  if (next.state === 'erased') await endWithdrawals(tx, next)
  await announce(tx, next)
  const { noticeId, kind, edition, state } = next
  await audit(tx, by, { orgCode: row.orgCode, id: noticeId }, { removal: row._id, kind, edition, state })
}

interface Returning {
  outcome: string
  /** Nobody has looked at it: names and attachments stay back. */
  unseen: boolean
  withFiles: boolean
}

/** The same matter is public by now: it has taken the place of the withdrawn notice. */
async function replaced(tx: Tx, row: RemovalRow): Promise<RemovalRow> {
  const change = { state: 'replaced', outcome: '同一件事已经另外公开' } as const
  await tx.of(Removals).updateOne({ _id: row._id }, { $set: change })
  return { ...row, ...change }
}

/** Makes the withdrawn notice public again; where the same matter is public by now, that one has taken its place. */
export async function returnNotice(
  tx: Tx,
  by: Authorised,
  row: RemovalRow,
  { outcome, unseen, withFiles }: Returning,
): Promise<RemovalRow> {
  const next = await decide(tx, row, { state: 'returned', outcome })
  const repeated = row.instead !== undefined
  const work = await requireNoticeContext(tx, row.noticeId)
  const restored = await restoreNotice(tx, including(by, 'notice.restore'), work, {
    edition: row.edition,
    reason: outcome,
    unseen: unseen && !repeated,
    withFiles: withFiles || repeated,
  })
  return restored ? next : replaced(tx, next)
}

/**
 * Refuses a removal with a public reason: a withdrawn notice is public again, an erasure is not done.
 * @throws AppError 422 when the reason contains personal data; 409 `removal-decided`
 */
export async function refuseRemoval(
  tx: Tx,
  by: Authorised<'removal.refuse'>,
  place: RemovalPlace,
  { version, reason, withFiles }: RefuseRemoval,
): Promise<void> {
  requireSeen(place, version)
  const issues = wordsIssues({ reason }, chinaDate(tx.now))
  if (issues.length > 0) throw requirementsUnmet(issues)
  const { row } = place
  const [side = 'supervisors'] = sidesOf(by.actor, place.target)
  const outcome = `${bodyOf(place, side)}没有同意：${reason}`
  const next =
    row.kind === 'withdrawal'
      ? await returnNotice(tx, by, row, { outcome, unseen: false, withFiles })
      : await decide(tx, row, { state: REFUSED.erasure, outcome })
  await announce(tx, next)
  const { _id: removal, kind, edition, noticeId, orgCode } = row
  await audit(tx, by, { orgCode, id: noticeId }, { removal, kind, edition, files: withFiles ? 1 : 0 })
}
