import { afterDay, startOfDay } from '@server/domain/term'
import type { AuditFilter } from '@shared/contract/people/audit'
import { actionNames } from '@shared/texts/actions'
import { type QueryFilter, trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import { type Cursor, encodeCursor } from '@server/platform/store/cursor'
import { AuditEntries, type AuditRow } from '@server/platform/audit/auditEntries'

const EXPORT_BATCH = 500

type Range = { $gte?: Date; $lt?: Date }

/** Matches an action under its name and the names that it had before: the rows of a log are never changed. */
function namesOf(action: string): QueryFilter<AuditRow>['action'] {
  const names = actionNames(action)
  return names.length > 1 ? trusted({ $in: names }) : action
}

const equalities = ({ org, actor, action, outcome }: AuditFilter): QueryFilter<AuditRow> => ({
  path: org,
  ...(actor && { actorId: actor }),
  ...(action && { action: namesOf(action) }),
  ...(outcome && { outcome }),
})

function daysOf({ from, to }: AuditFilter): Range {
  const end = afterDay(to ?? null)
  return { ...(from && { $gte: startOfDay(from) }), ...(end && { $lt: end }) }
}

const within = (range: Range) => (Object.keys(range).length > 0 ? { at: trusted(range) } : {})

const find = (db: Db, filter: QueryFilter<AuditRow>, limit: number): Promise<AuditRow[]> =>
  db.of(AuditEntries).find(filter).sort({ at: -1, _id: -1 }).limit(limit).lean<AuditRow[]>().exec()

/** Reads entries after the cursor, newest first: the rest of the cursor's own instant, then older ones. */
async function entriesAfter(
  db: Db,
  filter: AuditFilter,
  cursor: Cursor | null,
  limit: number,
): Promise<AuditRow[]> {
  const scope = equalities(filter)
  const days = daysOf(filter)
  if (!cursor) return find(db, { ...scope, ...within(days) }, limit)
  const same = await find(db, { ...scope, at: cursor.at, _id: trusted({ $lt: cursor.id }) }, limit)
  if (same.length === limit) return same
  const end = days.$lt && days.$lt < cursor.at ? days.$lt : cursor.at
  return [...same, ...(await find(db, { ...scope, ...within({ ...days, $lt: end }) }, limit - same.length))]
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
