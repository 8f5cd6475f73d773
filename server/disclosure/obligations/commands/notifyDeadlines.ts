import type { Db, Tx } from '@server/platform/store/db'
import { createHash } from 'node:crypto'
import { trusted } from 'mongoose'
import { DUE_SOON } from '@shared/facts/disclosure/obligationRules'
import { addDays } from '@server/domain/deadline'
import { obligationState } from '@server/domain/obligation'
import { chinaDate } from '@shared/common/period'
import { Obligations, type ObligationRow } from '../models/obligations'
import { notify } from '@server/people/messages'
import { writersOf, type OrgRow } from '@server/people/orgs'

const NAMES_IN_TEXT = 2

type Open = Pick<ObligationRow, '_id' | 'name' | 'status' | 'dueOn'>

interface Pressing {
  row: Open
  state: 'due-soon' | 'overdue'
}

/** Returns the open obligations with this last notification whose due date is before the day, oldest first. */
const openBefore = (db: Db, orgCode: string, told: ObligationRow['told'], day: string): Promise<Open[]> =>
  db
    .of(Obligations)
    .find(
      { orgCode, status: 'open', told, sortDate: trusted({ $lt: day }) },
      { name: 1, status: 1, dueOn: 1 },
    )
    .sort({ sortDate: 1, _id: 1 })
    .lean<Open[]>()
    .exec()

/** Returns the obligations that are due soon or overdue and were not notified as such, however many others were. */
async function pressing(db: Db, { _id: orgCode }: OrgRow, today: string): Promise<Pressing[]> {
  const rows = [
    ...(await openBefore(db, orgCode, 'nothing', addDays(today, DUE_SOON.days + 1))),
    ...(await openBefore(db, orgCode, 'due-soon', today)),
  ]
  return rows.flatMap(row => {
    const state = obligationState(row, today)
    return state === 'due-soon' || state === 'overdue' ? [{ row, state }] : []
  })
}

/** Returns the title, e.g. 2 件快到期，1 件已过期. */
function titleOf(found: readonly Pressing[]): string {
  const over = found.filter(({ state }) => state === 'overdue').length
  const soon = found.length - over
  const parts = [...(soon > 0 ? [`${soon} 件快到期`] : []), ...(over > 0 ? [`${over} 件已过期`] : [])]
  return `公开事项：${parts.join('，')}`
}

/** Returns the names of the items: the last part of each path, as people call them. */
const namesOf = (found: readonly Pressing[]): string => {
  const names = [...new Set(found.map(({ row }) => row.name.split(' › ').at(-1) ?? row.name))]
  return names.slice(0, NAMES_IN_TEXT).join('、') + (names.length > NAMES_IN_TEXT ? '等' : '')
}

/** Returns the key of a message, so that the same obligations in the same states are notified once. */
const keyOf = (found: readonly Pressing[]): string => {
  const told = found.map(({ row, state }) => `${row._id}/${state}`).join()
  return `duties:${createHash('sha256').update(told).digest('hex').slice(0, 32)}`
}

/**
 * Notifies an organisation's staff once when an obligation is due soon and once when it is overdue. Publishes nothing.
 */
export async function notifyDeadlines(tx: Tx, org: OrgRow): Promise<void> {
  const today = chinaDate(tx.now)
  const found = await pressing(tx, org, today)
  if (found.length === 0) return
  for (const role of writersOf(org)) {
    await notify(tx, {
      role,
      orgCode: org._id,
      kind: 'work',
      title: titleOf(found),
      text: `${org.name}：${namesOf(found)}`,
      place: org.name,
      link: `obligations/${org._id}`,
      dedupeKey: keyOf(found),
    })
  }
  for (const state of ['due-soon', 'overdue'] as const) {
    const ids = found.filter(one => one.state === state).map(({ row }) => row._id)
    if (ids.length === 0) continue
    await tx.of(Obligations).updateMany({ _id: trusted({ $in: ids }) }, { $set: { told: state } })
  }
}
