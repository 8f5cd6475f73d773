import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import { CONFIRM_WITHIN } from '@shared/facts/disclosure/removalRules'
import { assumedPart, periodEnd, type HolidayTable, withAssumedYears } from '@server/domain/deadline'
import { endOfDay } from '@server/domain/publicity'
import { newId } from '@server/platform/store/collection'
import { addJob } from '@server/platform/jobs/runner'
import { activeHolidays } from '@server/disclosure/holidays'
import {
  Publications,
  type Disclosure,
  type PublicationRow,
  type Withdrawal,
} from '@server/disclosure/publications'
import { listedUnder, type OrgRow } from '@server/people/orgs'
import { LeakRecords } from '../models/leakRecords'
import { Removals, type RemovalRow } from '../models/removals'
import { removalFacts } from '../queries/removals'
import { announce } from './announce'
import { decide } from './decide'

/** Returns the last day for the supervising body to confirm a withdrawal. */
export const confirmBy = (at: Date, holidays: HolidayTable) =>
  withAssumedYears(holidays, table => periodEnd(chinaDate(at), CONFIRM_WITHIN, table).date)

/** Schedules the return of a notice whose withdrawal is not confirmed by a day. */
export const scheduleLapse = (tx: Tx, removalId: string, dueOn: string): Promise<void> =>
  addJob(tx, {
    kind: 'lapse-withdrawal',
    key: `lapse:${removalId}:${dueOn}`,
    dueAt: new Date(endOfDay(dueOn)),
    data: { removalId },
  })

interface Withdrawn {
  disclosure: Disclosure
  withdrawal: Withdrawal
  at: Date
}

/**
 * Opens the removal of a notice that was just withdrawn 撤回: it is hidden, and public again unless the supervising body
 * confirms within CONFIRM_WITHIN. Records the leak (个人信息保护法第五十七条) and notifies everybody concerned.
 */
export async function openWithdrawal(tx: Tx, { disclosure, withdrawal, at }: Withdrawn): Promise<void> {
  const { noticeId, orgCode } = disclosure
  const { edition, reason, instead, by, byName, leak } = withdrawal
  const publication = await tx.of(Publications).findOne({ noticeId, edition }).lean<PublicationRow>().exec()
  if (!publication) throw new Error(`withdrawn edition ${edition} of ${noticeId} is not there`)
  const due = confirmBy(at, await activeHolidays(tx))
  const row: RemovalRow = {
    _id: newId('rmv'),
    kind: 'withdrawal',
    state: 'waiting',
    version: 0,
    ...(await removalFacts(tx, publication)),
    by,
    byName,
    at,
    reason,
    ...(instead && { instead }),
    dueOn: due.value,
    ...assumedPart(due),
    agreed: [],
    outcome: null,
    decidedAt: null,
  }
  await tx.of(Removals).create([row])
  await scheduleLapse(tx, row._id, due.value)
  await announce(tx, row)
  if (!leak) return
  await tx
    .of(LeakRecords)
    .create([{ _id: newId('lek'), noticeId, orgCode, edition, ...leak, reason, by, byName, at }])
}

/** Ends the withdrawal of a notice of which a corrected edition is public, signed off like any other. */
export async function replaceByEdition(
  tx: Tx,
  { noticeId }: Pick<PublicationRow, 'noticeId'>,
): Promise<void> {
  const rows = await tx.of(Removals).find({ noticeId }).lean<RemovalRow[]>().exec()
  for (const row of rows.filter(({ kind, state }) => kind === 'withdrawal' && state === 'waiting')) {
    await decide(tx, row, { state: 'replaced', outcome: '更正后的新版已经监督审核并公开' })
  }
}

/** Lists the removals of an organisation that was merged or moved where it belongs now. */
export async function relistRemovals(tx: Tx, { org }: { org: OrgRow }): Promise<void> {
  await tx.of(Removals).updateMany({ orgCode: org._id }, { $set: { path: listedUnder(org) } })
}
