import published from '@shared/facts/disclosure/holidays.json'
import type { HolidayYear, HolidayYears } from '@shared/contract/disclosure/holidays'
import type { Actor } from '@server/platform/access/actor'
import { orgTarget } from '@server/people/orgs'
import { can } from '../policy'
import type { HolidaysShown } from '../queries/holidayYears'

const PUBLISHED = Object.entries(published).map(([year, { source, checkedOn }]) => ({
  year: Number(year),
  sources: [...source],
  checkedOn,
}))

function presentYear({ row, effect }: HolidaysShown['rows'][number], mayConfirm: boolean): HolidayYear {
  return {
    id: row._id,
    year: row.year,
    off: row.off,
    work: row.work,
    source: row.source,
    url: row.url,
    state: row.state,
    importedBy: row.importedByName,
    importedAt: row.importedAt.toISOString(),
    confirmedBy: row.confirmedByName,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    mayConfirm,
    days: effect?.days ?? [],
    moves: effect?.moves ?? [],
  }
}

/** Administrators: the known years, the imported ones, and what a waiting one would change. */
export function presentHolidayYears({ root, known, rows }: HolidaysShown, actor: Actor): HolidayYears {
  const org = orgTarget(root)
  return {
    ...known,
    published: PUBLISHED,
    items: rows.map(one => {
      const waits = one.row.state === 'waiting'
      return presentYear(one, waits && can(actor, 'holidays.confirm', { org, userId: one.row.importedBy }))
    }),
    mayImport: can(actor, 'holidays.import', { org }),
  }
}
