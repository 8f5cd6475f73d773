import { afterDay, startOfDay } from '@server/domain/term'
import type { AuditFilter } from '@shared/contract/people/audit'
import { actionNames } from '@shared/texts/actions'
import { type QueryFilter, trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import { type Cursor, encodeCursor } from '@server/platform/store/cursor'
import { AuditEntries, type AuditRow } from '@server/platform/audit/auditEntries'

const EXPORT_BATCH = 500

type Range = { $gte?: Date; $lt?: Date }

const equalities = ({ org, actor, outcome }: AuditFilter): QueryFilter<AuditRow> => ({
  path: org,
  ...(actor && { actorId: actor }),
  ...(outcome && { outcome }),
})

function daysOf({ from, to }: AuditFilter): Range {
  const end = afterDay(to ?? null)
  return { ...(from && { $gte: startOfDay(from) }), ...(end && { $lt: end }) }
}

const within = (range: Range) => (Object.keys(range).length > 0 ? { at: trusted(range) } : {})

const newestFirst = (a: AuditRow, b: AuditRow): number =>
  b.at.getTime() - a.at.getTime() || (a._id < b._id ? 1 : -1)

/**
 * Reads the newest entries. An action is read under its name and under those that it had before, each by its index:
 * the rows of a log are never changed.
 */
async function find(
  db: Db,
  filter: QueryFilter<AuditRow>,
  action: string | undefined,
  limit: number,
): Promise<AuditRow[]> {
  const found: AuditRow[][] = []
  for (const scope of action === undefined ? [{}] : actionNames(action).map(name => ({ action: name }))) {
    const query = db.of(AuditEntries).find({ ...filter, ...scope })
    found.push(await query.sort({ at: -1, _id: -1 }).limit(limit).lean<AuditRow[]>().exec())
  }
  return found.flat().sort(newestFirst).slice(0, limit)
}

/** Reads entries after the cursor, newest first: the rest of the cursor's own instant, then older ones. */
async function entriesAfter(
  db: Db,
  filter: AuditFilter,
  cursor: Cursor | null,
  limit: number,
): Promise<AuditRow[]> {
  const { action } = filter
  const scope = equalities(filter)
  const days = daysOf(filter)
  if (!cursor) return find(db, { ...scope, ...within(days) }, action, limit)
  const same = await find(db, { ...scope, at: cursor.at, _id: trusted({ $lt: cursor.id }) }, action, limit)
  if (same.length === limit) return same
  const end = days.$lt && days.$lt < cursor.at ? days.$lt : cursor.at
  const older = await find(db, { ...scope, ...within({ ...days, $lt: end }) }, action, limit - same.length)
  return [...same, ...older]
}

const placeOf = ({ at, _id }: AuditRow): Cursor => ({ at, id: _id })

/** Reads a page of the audit log of an organisation and all below it, newest first. */
export async function auditPage(
  db: Db,
  filter: AuditFilter,
  cursor: Cursor | null,
  limit: number,
): Promise<{ rows: AuditRow[]; nextCursor: string | null }> {
  const found = await entriesAfter(db, filter, cursor, limit + 1)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, nextCursor: found.length > limit && last ? encodeCursor(placeOf(last)) : null }
}

/** Iterates over every entry that matches the filter, newest first, in batches. */
export async function* allEntries(db: Db, filter: AuditFilter): AsyncGenerator<AuditRow> {
  let cursor: Cursor | null = null
  for (;;) {
    const rows: AuditRow[] = await entriesAfter(db, filter, cursor, EXPORT_BATCH)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < EXPORT_BATCH) return
    cursor = placeOf(last)
  }
}
