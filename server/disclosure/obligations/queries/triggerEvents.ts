import { trusted } from 'mongoose'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { type Cursor, encodeCursor } from '@server/platform/store/cursor'
import { TriggerEvents, type TriggerEventRow } from '../models/triggerEvents'
import { Orgs, type OrgRow } from '@server/people/orgs'

export interface EventRows {
  rows: TriggerEventRow[]
  nextCursor: string | null
}

/** Returns a page of an organisation's trigger events, last recorded first. */
export async function eventPage(
  db: Db,
  orgCode: string,
  cursor: Cursor | null,
  limit: number,
): Promise<EventRows> {
  const find = (range: object) =>
    db
      .of(TriggerEvents)
      .find({ orgCode, ...range })
      .sort({ at: -1, _id: -1 })
      .limit(limit + 1)
      .lean<TriggerEventRow[]>()
      .exec()
  const found = cursor
    ? [
        ...(await find({ at: cursor.at, _id: trusted({ $lt: cursor.id }) })),
        ...(await find({ at: trusted({ $lt: cursor.at }) })),
      ]
    : await find({})
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    rows,
    nextCursor: found.length > limit && last ? encodeCursor({ at: last.at, id: last._id }) : null,
  }
}

/** @throws AppError 404 `event-not-found` */
export async function requireTriggerEvent(
  db: Db,
  id: string,
): Promise<{ event: TriggerEventRow; org: OrgRow }> {
  const event = await db.of(TriggerEvents).findById(id).lean<TriggerEventRow>().exec()
  if (!event) throw notFound('event-not-found')
  const org = await db.of(Orgs).findById(event.orgCode).lean<OrgRow>().exec()
  if (!org) throw new Error(`event ${id} points at something that is not there`)
  return { event, org }
}
