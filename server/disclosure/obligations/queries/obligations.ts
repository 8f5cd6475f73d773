import { type QueryFilter, trusted } from 'mongoose'
import { type DutyStatus, dutyState, triggersOf } from '@server/domain/obligation'
import type { ObligationQuery } from '@shared/contract/disclosure/obligation'
import { notFound } from '@server/platform/errors'
import type { Models, ObligationRow, OrgRow } from '@server/platform/store/collections'
import { type Cursor, encodeCursor } from '@server/platform/store/cursor'
import { type ObligingItem, obligingItems } from './obligingItems'

/** A duty with the organisation that has it. */
export interface ObligationContext {
  duty: ObligationRow
  org: OrgRow
}

/** @throws AppError 404 `duty-not-found` */
export async function requireObligation(models: Models, id: string): Promise<ObligationContext> {
  const obligation = await models.obligations.findById(id).lean<ObligationRow>().exec()
  if (!obligation) throw notFound('duty-not-found')
  const org = await models.orgs.findById(obligation.orgCode).lean<OrgRow>().exec()
  if (!org) throw new Error(`duty ${id} points at something that is not there`)
  return { duty: obligation, org }
}

const STATUS_SHOWN: Readonly<Record<NonNullable<ObligationQuery['show']>, DutyStatus>> = {
  open: 'open',
  overdue: 'open',
  done: 'done',
  'done-late': 'late',
  'not-applicable': 'not-applicable',
  unresolved: 'unresolved',
}

interface Shown {
  org: OrgRow
  month?: string | undefined
  show?: ObligationQuery['show']
  today: string
}

/** Every field stands in an index, in its order; without a month or a state: what is still to be done. */
function filterOf({ org, month, show, today }: Shown): QueryFilter<ObligationRow> {
  const status = show ? STATUS_SHOWN[show] : month ? null : 'open'
  return {
    orgCode: org._id,
    ...(month && { month }),
    ...(status && { status }),
    ...(show === 'overdue' && { sortOn: trusted({ $lt: today }) }),
  }
}

const dayOf = (cursor: Cursor): string => cursor.at.toISOString().slice(0, 10)

async function rowsFrom(models: Models, shown: Shown, cursor: Cursor | null, limit: number) {
  const filter = filterOf(shown)
  const find = (range: QueryFilter<ObligationRow>) =>
    models.obligations
      .find({ ...filter, ...range })
      .sort({ sortOn: 1, _id: 1 })
      .limit(limit)
      .lean<ObligationRow[]>()
      .exec()
  if (!cursor) return find({})
  const day = dayOf(cursor)
  const same = await find({ sortOn: day, _id: trusted({ $gt: cursor.id }) })
  const before = shown.show === 'overdue' ? { $lt: shown.today } : {}
  const later = await find({ sortOn: trusted({ $gt: day, ...before }) })
  return [...same, ...later].slice(0, limit)
}

export interface ObligationRows {
  org: OrgRow
  rows: ObligationRow[]
  nextCursor: string | null
  counts: { overdue: number; dueSoon: number; running: number; unresolved: number }
  /** Items whose clock an event starts; on the first page. */
  waiting: ObligingItem[]
}

async function countsOf(models: Models, { org, today }: Shown): Promise<ObligationRows['counts']> {
  const counts = { overdue: 0, dueSoon: 0, running: 0, unresolved: 0 }
  for (const status of ['open', 'unresolved'] as const) {
    const rows = await models.obligations
      .find({ orgCode: org._id, status }, { status: 1, dueOn: 1 })
      .lean<Pick<ObligationRow, 'status' | 'dueOn'>[]>()
      .exec()
    for (const row of rows) {
      const state = dutyState(row, today)
      if (state === 'overdue') counts.overdue += 1
      else if (state === 'due-soon') counts.dueSoon += 1
      else if (state === 'running') counts.running += 1
      else counts.unresolved += 1
    }
  }
  return counts
}

/** A page of an organisation's duties, the first due first. */
export async function obligationPage(
  models: Models,
  shown: Shown,
  cursor: Cursor | null,
  limit: number,
): Promise<ObligationRows> {
  const found = await rowsFrom(models, shown, cursor, limit + 1)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const nextCursor =
    found.length > limit && last
      ? encodeCursor({ at: new Date(`${last.sortOn}T00:00:00Z`), id: last._id })
      : null
  const items = cursor ? [] : await obligingItems(models, shown.org)
  const waiting = items.filter(({ plan }) => triggersOf(plan).length > 0)
  return { org: shown.org, rows, nextCursor, counts: await countsOf(models, shown), waiting }
}
