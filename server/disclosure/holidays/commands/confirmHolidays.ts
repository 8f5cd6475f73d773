import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { conflict } from '@server/platform/errors'
import { holidaysConfirmed } from '../events'
import { HolidayYears, type HolidayYearRow } from '../models/holidayYears'
import { topmostOrg } from '../queries/holidayYears'

/**
 * Confirms an imported year 核对放假安排: from now on dates are computed by it, and the rooms recompute what assumed
 * this year.
 * @throws AppError 409 `holidays-confirmed` when somebody was faster
 */
export async function confirmHolidays(
  tx: Tx,
  by: Authorised<'holidays.confirm'>,
  { _id, year }: HolidayYearRow,
): Promise<void> {
  const { id: confirmedBy, name: confirmedByName } = by.actor
  const set = { state: 'confirmed', confirmedBy, confirmedByName, confirmedAt: tx.now } as const
  const { modifiedCount } = await tx.of(HolidayYears).updateOne({ _id, state: 'waiting' }, { $set: set })
  if (modifiedCount !== 1) throw conflict('holidays-confirmed')
  const { _id: orgCode } = await topmostOrg(tx)
  await audit(tx, by, { orgCode, id: _id }, { year })
  await tx.emit(holidaysConfirmed, { id: _id, year })
}
