import { type Authorised, systemActs } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'

/** The proof of the job that recomputes; every change leaves its trace by `noteMove`. */
export const movesByHolidays = (key: string): Authorised<'holidays.move'> => systemActs('holidays.move', key)

/** Leaves the trace of a date that was recomputed after the holidays were known: the old day and the new one. */
export const noteMove = (
  tx: Tx,
  by: Authorised<'holidays.move'>,
  target: { orgCode: string; id: string },
  what: string,
  { from, to }: { from: string; to: string },
): Promise<void> => audit(tx, by, target, { what, from, to })
