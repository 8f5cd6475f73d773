import type { ProposeErasure } from '@shared/contract/disclosure/removal'
import { chinaDate } from '@shared/common/period'
import { basisOf, ERASURE_BASES } from '@shared/facts/disclosure/removalRules'
import { errorText } from '@shared/texts/errors'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import { newId } from '@server/platform/store/collection'
import type { Tx } from '@server/platform/store/db'
import { checkErasable } from '@server/disclosure/notices'
import { Removals, type RemovalRow } from '../models/removals'
import { type RemovalPlace, removalsOf, requireFacts } from '../queries/removals'
import { announce } from './announce'
import { decide } from './decide'

function basisRow(code: string): RemovalRow['basis'] {
  const basis = basisOf(code)
  if (!basis) {
    throw requirementsUnmet([{ code: 'basis-unknown', field: 'basis', message: errorText('basis-unknown') }])
  }
  const { law, article } = basis
  return { code, version: ERASURE_BASES.version, law, article }
}

/**
 * Proposes to erase an edition by law 依法删除; nothing is erased before supervising body and street agree. Returns the
 * removal's id.
 * @throws AppError 422 `basis-unknown`, or personal data in the note; 409 `removal-open`, or as checkErasable
 */
export async function proposeErasure(
  tx: Tx,
  by: Authorised<'removal.propose'>,
  noticeId: string,
  { edition, basis, note }: ProposeErasure,
): Promise<string> {
  const issues = wordsIssues({ note }, chinaDate(tx.now))
  if (issues.length > 0) throw requirementsUnmet(issues)
  const article = basisRow(basis)
  const { notice, facts } = await requireFacts(tx, noticeId, edition)
  await checkErasable(tx, notice, edition)
  const earlier = await removalsOf(tx, noticeId)
  if (earlier.some(row => row.kind === 'erasure' && row.state === 'waiting' && row.edition === edition)) {
    throw conflict('removal-open')
  }
  const row: RemovalRow = {
    _id: newId('rmv'),
    kind: 'erasure',
    state: 'waiting',
    version: 0,
    ...facts,
    by: by.actor.id,
    byName: by.actor.name,
    at: tx.now,
    reason: note,
    basis: article,
    dueOn: null,
    agreed: [],
    outcome: null,
    decidedAt: null,
  }
  await tx.of(Removals).create([row])
  await announce(tx, row)
  await audit(tx, by, { orgCode: row.orgCode, id: noticeId }, { removal: row._id, edition, basis })
  return row._id
}

/**
 * Takes back the proposal of an erasure.
 * @throws AppError 409 `removal-decided`
 */
export async function dropErasure(
  tx: Tx,
  by: Authorised<'removal.drop'>,
  { row }: RemovalPlace,
  { version }: { version: number },
): Promise<void> {
  if (row.kind !== 'erasure' || row.version !== version) throw conflict('removal-decided')
  const next = await decide(tx, row, { state: 'dropped', outcome: `${by.actor.name}收回了提议` })
  await announce(tx, next)
  await audit(tx, by, { orgCode: row.orgCode, id: row.noticeId }, { removal: row._id })
}
