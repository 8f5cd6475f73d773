import { trusted } from 'mongoose'
import { DUE_SOON, REMIND_AGAIN } from '@shared/facts/disclosure/obligationRules'
import { chinaDate, dateLabel } from '@shared/common/period'
import { addDays } from '@server/domain/deadline'
import type { Db } from '@server/platform/store/db'
import { MOST_OF_A_KIND, type TodoRow, type TodosAsked } from '@server/people/todos'
import { actingTarget, type OrgRow } from '@server/people/orgs'
import { can as canNotice, inWork, Notices, type NoticeRow } from '@server/disclosure/notices'
import { Obligations, type ObligationRow } from '../models/obligations'
import { can } from '../policy'

const matterOf = ({ orgCode, itemKey, period }: Pick<ObligationRow, 'orgCode' | 'itemKey' | 'period'>) =>
  `${orgCode}/${itemKey}/${period}`

type Written = Pick<NoticeRow, '_id' | 'orgCode' | 'itemKey' | 'period' | 'state'>

/** Returns the ids of the notices being written for the obligations, by matter and period. */
async function noticesBeingWritten(db: Db, rows: readonly ObligationRow[]): Promise<Map<string, string>> {
  const found = await db
    .of(Notices)
    .find(
      {
        orgCode: trusted({ $in: [...new Set(rows.map(({ orgCode }) => orgCode))] }),
        itemKey: trusted({ $in: [...new Set(rows.map(({ itemKey }) => itemKey))] }),
      },
      { orgCode: 1, itemKey: 1, period: 1, state: 1 },
    )
    .lean<Written[]>()
    .exec()
  return new Map(found.filter(({ state }) => inWork(state)).map(row => [matterOf(row), row._id]))
}

const nameOf = ({ name }: ObligationRow): string => name.split(' › ').at(-1) ?? name

function rowOf(row: ObligationRow, stage: string, step: string): TodoRow {
  const { _id, orgCode, causeLabel, dueOn, assumedYears } = row
  const title = `${nameOf(row)}（${causeLabel}）`
  return { kind: 'obligation', subject: _id, orgCode, title, stage, step, dueOn, assumedYears }
}

/** What residents think of it 催一下: a number, never who. */
const urged = ({ nudges }: ObligationRow, stage: string): string =>
  nudges ? `${stage}，${nudges} 人催过` : stage

/** An obligation of one's own organisation: to be written, or to be adopted first. */
function toWrite(row: ObligationRow, noticeId: string | undefined): TodoRow {
  if (row.lacksItem) return rowOf(row, '村公开目录里没有', '采用')
  const form = { itemId: row.itemId, period: row.period }
  return { ...rowOf(row, urged(row, '没有写'), '去写'), form, ...(noticeId && { noticeId }) }
}

const lastReminder = ({ reminders }: ObligationRow): string | null => {
  const last = reminders.at(-1)
  return last ? chinaDate(last.at) : null
}

/** A late obligation of a village that the street guides; null while the village has its time after a reminder. */
function toRemind(row: ObligationRow, today: string): TodoRow | null {
  const last = lastReminder(row)
  if (last !== null && addDays(last, REMIND_AGAIN.days) > today) return null
  const stage = last === null ? '村里没有公开' : `${dateLabel(last)}提醒过`
  return { ...rowOf(row, urged(row, stage), '提醒'), acts: ['remind'] }
}

function openUntil(db: Db, orgs: readonly OrgRow[], before: string): Promise<ObligationRow[]> {
  return db
    .of(Obligations)
    .find({
      orgCode: trusted({ $in: orgs.map(({ _id }) => _id) }),
      status: 'open',
      sortDate: trusted({ $lt: before }),
    })
    .sort({ sortDate: 1, _id: 1 })
    .limit(MOST_OF_A_KIND)
    .lean<ObligationRow[]>()
    .exec()
}

/**
 * Returns what a person's organisations have to publish soon or should have, and what the villages that the person's
 * street guides owe.
 */
export async function obligationTodos(db: Db, { actor, orgs, today }: TodosAsked): Promise<TodoRow[]> {
  const written = orgs.filter(org => canNotice(actor, 'notice.create', actingTarget(org)))
  const guided = orgs.filter(org => can(actor, 'obligation.remind', actingTarget(org)))
  const own = await openUntil(db, written, addDays(today, DUE_SOON.days + 1))
  const late = await openUntil(db, guided, today)
  const writing = await noticesBeingWritten(db, own)
  return [
    ...own.map(row => toWrite(row, writing.get(matterOf(row)))),
    ...late.flatMap(row => toRemind(row, today) ?? []),
  ]
}
