import { type QueryFilter, trusted } from 'mongoose'
import { type ObligationStatus, obligationState, triggersOf } from '@server/domain/obligation'
import type { ObligationQuery } from '@shared/contract/disclosure/obligation'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { type Cursor, encodeCursor } from '@server/platform/store/cursor'
import { type ObligingItem, obligingItems } from './obligingItems'
import { Obligations, type ObligationRow } from '../models/obligations'
import { Orgs, type OrgRow } from '@server/people/orgs'

/** An obligation with its organisation. */
export interface ObligationContext {
  obligation: ObligationRow
  org: OrgRow
}

/** @throws AppError 404 `duty-not-found` */
export async function requireObligation(db: Db, id: string): Promise<ObligationContext> {
  const obligation = await db.of(Obligations).findById(id).lean<ObligationRow>().exec()
  if (!obligation) throw notFound('duty-not-found')
  const org = await db.of(Orgs).findById(obligation.orgCode).lean<OrgRow>().exec()
  if (!org) throw new Error(`duty ${id} points at something that is not there`)
  return { obligation, org }
}

const STATUS_SHOWN: Readonly<Record<NonNullable<ObligationQuery['show']>, ObligationStatus>> = {
  open: 'open',
  overdue: 'open',
  done: 'done',
  'done-late': 'late',
  'not-applicable': 'not-applicable',
  unresolved: 'unresolved',
}

/** What the calendar counts on a day. */
const OF_A_DAY: readonly ObligationStatus[] = ['open', 'done', 'late']

interface Shown {
  org: OrgRow
  month?: string | undefined
  /** Day on which they are due, done or not. */
  day?: string | undefined
  show?: ObligationQuery['show']
  today: string
}

/**
 * Builds a filter whose every field is in an index, in its order; without month and state it selects open obligations.
 */
function filterOf({ org, month, day, show, today }: Shown): QueryFilter<ObligationRow> {
  if (day) return { orgCode: org._id, month: day.slice(0, 7), dueOn: day, status: trusted({ $in: OF_A_DAY }) }
  const status = show ? STATUS_SHOWN[show] : month ? null : 'open'
  return {
    orgCode: org._id,
    ...(month && { month }),
    ...(status && { status }),
    ...(show === 'overdue' && { sortDate: trusted({ $lt: today }) }),
  }
}

const dayOf = (cursor: Cursor): string => cursor.at.toISOString().slice(0, 10)

async function rowsFrom(db: Db, shown: Shown, cursor: Cursor | null, limit: number) {
  const filter = filterOf(shown)
  const find = (range: QueryFilter<ObligationRow>) =>
    db
      .of(Obligations)
      .find({ ...filter, ...range })
      .sort({ sortDate: 1, _id: 1 })
      .limit(limit)
      .lean<ObligationRow[]>()
      .exec()
  if (!cursor) return find({})
  const day = dayOf(cursor)
  const same = await find({ sortDate: day, _id: trusted({ $gt: cursor.id }) })
  const before = shown.show === 'overdue' ? { $lt: shown.today } : {}
  const later = await find({ sortDate: trusted({ $gt: day, ...before }) })
  return [...same, ...later].slice(0, limit)
}

export interface ObligationRows {
  org: OrgRow
  rows: ObligationRow[]
  nextCursor: string | null
  counts: { overdue: number; dueSoon: number; running: number; unresolved: number }
  /** Items that wait for a trigger event; on the first page only. */
  waiting: ObligingItem[]
}

async function countsOf(db: Db, { org, today }: Shown): Promise<ObligationRows['counts']> {
  const counts = { overdue: 0, dueSoon: 0, running: 0, unresolved: 0 }
  for (const status of ['open', 'unresolved'] as const) {
    const rows = await db
      .of(Obligations)
      .find({ orgCode: org._id, status }, { status: 1, dueOn: 1 })
      .lean<Pick<ObligationRow, 'status' | 'dueOn'>[]>()
      .exec()
    for (const row of rows) {
      const state = obligationState(row, today)
      if (state === 'overdue') counts.overdue += 1
      else if (state === 'due-soon') counts.dueSoon += 1
      else if (state === 'running') counts.running += 1
      else counts.unresolved += 1
    }
  }
  return counts
}

/** Returns a page of an organisation's obligations, earliest due first. */
export async function obligationPage(
  db: Db,
  shown: Shown,
  cursor: Cursor | null,
  limit: number,
): Promise<ObligationRows> {
  const found = await rowsFrom(db, shown, cursor, limit + 1)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const nextCursor =
    found.length > limit && last
      ? encodeCursor({ at: new Date(`${last.sortDate}T00:00:00Z`), id: last._id })
      : null
  const items = cursor ? [] : await obligingItems(db, shown.org)
  const waiting = items.filter(({ plan }) => triggersOf(plan).length > 0)
  return { org: shown.org, rows, nextCursor, counts: await countsOf(db, shown), waiting }
}
