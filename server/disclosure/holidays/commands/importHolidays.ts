import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { holidayFileFaults, readHolidayNotice } from '@server/domain/deadline'
import type { ImportHolidays } from '@shared/contract/disclosure/holidays'
import type { Issue } from '@shared/contract/common'
import { AppError } from '@server/platform/errors'
import { newId } from '@server/platform/store/collection'
import { HolidayYears, type HolidayYearRow } from '../models/holidayYears'
import { topmostOrg } from '../queries/holidayYears'

type Years = ImportHolidays['years']

const weekday = (date: string): number => new Date(date).getUTCDay()
const isWeekend = (date: string): boolean => [0, 6].includes(weekday(date))

const issue = (field: string, message: string): Issue => ({ code: 'holidays-invalid', field, message })

/** Returns what cannot be right in a year that is well-formed: no New Year's Day, a make-up day on a weekday. */
function doubts([year, { off, work }]: [string, Years[string]]): Issue[] {
  const newYear = off.includes(`${year}-01-01`)
    ? []
    : [issue(`${year}.off`, `${year} 年的放假日里没有元旦，请核对是不是漏了`)]
  const odd = work
    .filter(date => !isWeekend(date))
    .map(date => issue(`${year}.work`, `${date} 不是周六、周日，不用写成上班日`))
  return [...newYear, ...odd]
}

/** Returns the years of a request, that of a notice read from its words, with what was not understood of them. */
function readYears({ years, notice }: ImportHolidays): { years: Years; issues: Issue[] } {
  if (!notice) return { years, issues: [] }
  const { off, work, faults } = readHolidayNotice(notice.text, notice.year)
  const issues = faults.map(message => issue('notice.text', message))
  return { years: { ...years, [notice.year]: { off, work } }, issues }
}

function issuesOf(years: Years): Issue[] {
  const entries = Object.entries(years)
  if (entries.length === 0) return [issue('', '没有写哪一年')]
  const faults = holidayFileFaults(years).map(({ field, message }) => issue(field, message))
  return faults.length > 0 ? faults : entries.flatMap(doubts)
}

const sorted = (dates: readonly string[]): string[] => [...new Set(dates)].sort()

/**
 * Imports years of holidays 导入放假安排, given as days or in the words of the notice, each in place of one of the same year
 * that still waits. Nothing is computed by them before a second person has confirmed them.
 * @throws AppError 422 `holidays-invalid` with every fault
 */
export async function importHolidays(
  tx: Tx,
  by: Authorised<'holidays.import'>,
  input: ImportHolidays,
): Promise<HolidayYearRow[]> {
  const { years, issues: unread } = readYears(input)
  const issues = unread.length > 0 ? unread : issuesOf(years)
  if (issues.length > 0) throw new AppError(422, 'holidays-invalid', issues)
  const { source, url } = input
  const rows = Object.entries(years).map(([year, { off, work }]): HolidayYearRow => ({
    _id: newId('hol'),
    year: Number(year),
    off: sorted(off),
    work: sorted(work),
    source,
    url,
    state: 'waiting',
    importedBy: by.actor.id,
    importedByName: by.actor.name,
    importedAt: tx.now,
    confirmedBy: null,
    confirmedByName: null,
    confirmedAt: null,
  }))
  const { _id: orgCode } = await topmostOrg(tx)
  for (const row of rows) {
    await tx.of(HolidayYears).deleteOne({ year: row.year, state: 'waiting' })
    await tx.of(HolidayYears).create([row])
    await audit(
      tx,
      by,
      { orgCode, id: row._id },
      { year: row.year, off: row.off.length, work: row.work.length },
    )
  }
  return rows
}
