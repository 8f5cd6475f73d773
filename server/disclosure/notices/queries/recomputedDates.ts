import { WAITED_ACTS } from '../states'
import { trusted } from 'mongoose'
import { actDueOn, endOfDay, endOfPublicity } from '@server/domain/publicity'
import { type Assumed, assumedPart } from '@server/domain/deadline'
import { chinaDate } from '@shared/common/period'
import type { DayMove } from '@shared/contract/disclosure/holidays'
import type { PublicityMoved } from '@shared/contract/disclosure/notice'
import type { WaitedAct } from '@shared/facts/disclosure/publicityRules'
import type { Db } from '@server/platform/store/db'
import type { Recompute } from '@server/disclosure/holidays'
import { endOf, isOver, Publications, type PublicationRow } from '@server/disclosure/publications'
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

/** Recomputes the end of a running publicity period. */
function movedEnd({ publicity, publicityMoved }: Running, { year, holidays, at }: Recompute): PublicityMoved {
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
export async function recomputedEnds(db: Db, anew: Recompute) {
  const { year, at } = anew
  const rows = await db
    .of(Publications)
    .find({ 'publicity.assumedYears': trusted({ $in: [year - 1, year] }), live: true }, EDITION_FIELDS)
    .lean<Running[]>()
    .exec()
  return rows
    .filter(row => !isOver(row, at) && endOf(row).assumedYears?.includes(year))
    .map(row => ({ row, moved: movedEnd(row, anew) }))
}

/** A last day, with the years that it still assumes. */
type Due = { dueOn: string } & Assumed

/** The days of a notice in work as recomputed; null: not concerned. */
export interface ActRedating {
  notice: NoticeRow
  /** Of the act that is waited for. */
  act: Due | null
  /** Of an order to correct 责令更正 without a day of its own. */
  order: Due | null
}

function dueFrom(act: WaitedAct, from: Date, { holidays }: Recompute): Due {
  const due = actDueOn(act, chinaDate(from), holidays)
  return { dueOn: due.value, ...assumedPart(due) }
}

/** Returns the moment at which a notice entered its state. */
async function enteredAt(db: Db, { _id, state }: NoticeRow): Promise<Date | null> {
  const entries = await db
    .of(Statuses)
    .find({ noticeId: _id })
    .sort({ version: -1 })
    .lean<StatusRow[]>()
    .exec()
  return entries.find(({ from, to }) => to === state && from !== to)?.at ?? null
}

async function actsOf(db: Db, notice: NoticeRow, anew: Recompute): Promise<ActRedating> {
  const { order: ordered, state, assumedYears } = notice
  const isOrderAssumed = ordered?.assumedYears?.includes(anew.year) ?? false
  const order = ordered && isOrderAssumed ? dueFrom('order', new Date(ordered.at), anew) : null
  if (!assumedYears?.includes(anew.year)) return { notice, act: null, order }
  const wait = WAITED_ACTS[state]
  const from = wait ? await enteredAt(db, notice) : null
  return { notice, act: wait && from ? dueFrom(wait, from, anew) : order, order }
}

/** Returns the acts waited for 办理期限 whose last day assumed a year, with the new one. */
export async function recomputedActs(db: Db, anew: Recompute): Promise<ActRedating[]> {
  const { year } = anew
  const waiting = await db.of(Notices).find({ assumedYears: year }).lean<NoticeRow[]>().exec()
  const ordered = await db.of(Notices).find({ 'order.assumedYears': year }).lean<NoticeRow[]>().exec()
  const notices = new Map([...waiting, ...ordered].map(row => [row._id, row]))
  const acts: ActRedating[] = []
  for (const notice of notices.values()) acts.push(await actsOf(db, notice, anew))
  return acts
}

/** Returns the day before and the day now of what a notice waits for, else of its order. */
export function actDays({ notice, act, order }: ActRedating): { from: string; to: string } | null {
  if (act) return { from: notice.dueOn ?? act.dueOn, to: act.dueOn }
  return order && { from: notice.order?.correctBy ?? order.dueOn, to: order.dueOn }
}

/** Returns which dates of notices a year's table moves. */
export async function noticeDaysMoving(db: Db, anew: Recompute): Promise<DayMove[]> {
  const ends = (await recomputedEnds(db, anew)).map(({ row, moved }): DayMove => ({
    kind: 'publicity',
    label: `公示期：${row.title}`,
    id: row.noticeId,
    orgCode: row.orgCode,
    from: moved.was,
    to: moved.endsOn,
  }))
  const acts = (await recomputedActs(db, anew)).flatMap((acts): DayMove[] => {
    const { _id: id, orgCode, title } = acts.notice
    const days = actDays(acts)
    return days ? [{ kind: 'act', label: `办理期限：${title}`, id, orgCode, ...days }] : []
  })
  return [...ends, ...acts].filter(({ from, to }) => from !== to)
}
