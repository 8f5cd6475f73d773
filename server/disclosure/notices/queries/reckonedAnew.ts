import { trusted } from 'mongoose'
import { actDueOn, endOfDay, endOfPublicity } from '@server/domain/publicity'
import { type Assumed, assumedPart } from '@server/domain/deadline'
import { chinaDate } from '@shared/common/period'
import type { DayMove } from '@shared/contract/disclosure/holidays'
import type { PublicityMoved } from '@shared/contract/disclosure/notice'
import type { WaitedAct } from '@shared/facts/disclosure/publicityRules'
import type { Db } from '@server/platform/store/db'
import type { ReckonAnew } from '@server/disclosure/holidays'
import { endOf, isOver, Publications, type PublicationRow } from '@server/disclosure/publications'
import { WAITED_ACTS } from '../waitedActs'
import { Notices, type NoticeRow } from '../models/notices'
import { Statuses, type StatusRow } from '../models/statuses'

const EDITION_FIELDS = {
  noticeId: 1,
  edition: 1,
  orgCode: 1,
  title: 1,
  publicity: 1,
  publicityMoved: 1,
} as const
type Running = Pick<PublicationRow, '_id' | keyof typeof EDITION_FIELDS>

/** Reckons the end of a running publicity period anew. */
function movedEnd({ publicity, publicityMoved }: Running, { year, holidays, at }: ReckonAnew): PublicityMoved {
  const end = endOfPublicity(publicity, holidays)
  return {
    endsOn: end.value,
    endsAt: endOfDay(end.value),
    was: endOf({ publicity, publicityMoved }).endsOn,
    year,
    ...assumedPart(end),
    at: at.toISOString(),
  }
}

/**
 * Returns the running publicity periods 公示期 that assumed a year, with their new end. One that assumed the year before
 * may have been moved into this one.
 */
export async function endsReckonedAnew(db: Db, anew: ReckonAnew) {
  const { year, at } = anew
  const rows = await db
    .of(Publications)
    .find(
      { 'publicity.assumedYears': trusted({ $in: [year - 1, year] }), live: true },
      EDITION_FIELDS,
    )
    .lean<Running[]>()
    .exec()
  return rows
    .filter(row => !isOver(row, at) && endOf(row).assumedYears?.includes(year))
    .map(row => ({ row, moved: movedEnd(row, anew) }))
}

/** An act that is waited for, with its new last day. */
export interface ActReckonedAnew {
  notice: NoticeRow
  due: { dueOn: string } & Assumed
}

/** Returns the act that a notice waits for, and the day from which its time counts; an order counts from itself. */
async function waitOf(db: Db, { _id, state, order }: NoticeRow): Promise<{ act: WaitedAct; from: Date } | null> {
  if (order) return { act: 'order', from: new Date(order.at) }
  const act = WAITED_ACTS[state]
  const entries = await db.of(Statuses).find({ noticeId: _id }).sort({ version: -1 }).lean<StatusRow[]>().exec()
  const entry = entries.find(({ from, to }) => to === state && from !== to)
  return act && entry ? { act, from: entry.at } : null
}

/** Returns the acts waited for 办理期限 whose last day assumed a year, with the new one. */
export async function actsReckonedAnew(db: Db, { year, holidays }: ReckonAnew): Promise<ActReckonedAnew[]> {
  const rows = await db.of(Notices).find({ assumedYears: year }).lean<NoticeRow[]>().exec()
  const acts: ActReckonedAnew[] = []
  for (const notice of rows) {
    const wait = await waitOf(db, notice)
    if (!wait) continue
    const due = actDueOn(wait.act, chinaDate(wait.from), holidays)
    acts.push({ notice, due: { dueOn: due.value, ...assumedPart(due) } })
  }
  return acts
}

/** Returns which dates of notices a year's table moves. */
export async function noticeDaysMoving(db: Db, anew: ReckonAnew): Promise<DayMove[]> {
  const ends = (await endsReckonedAnew(db, anew)).map(({ row, moved }): DayMove => ({
    kind: 'publicity',
    label: `公示期：${row.title}`,
    id: row.noticeId,
    orgCode: row.orgCode,
    from: moved.was,
    to: moved.endsOn,
  }))
  const acts = (await actsReckonedAnew(db, anew)).map(({ notice, due }): DayMove => ({
    kind: 'act',
    label: `办理期限：${notice.title}`,
    id: notice._id,
    orgCode: notice.orgCode,
    from: notice.dueOn ?? due.dueOn,
    to: due.dueOn,
  }))
  return [...ends, ...acts].filter(({ from, to }) => from !== to)
}
