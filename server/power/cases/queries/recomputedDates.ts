import { without } from '@server/domain/deadline'
import type { Assumed } from '@server/domain/deadline'
import { type Clock, obligationsOf, stepClock, wholeClock } from '@server/domain/power/case'
import { chinaDate } from '@shared/common/period'
import type { DayMove } from '@shared/contract/disclosure/holidays'
import type { Db } from '@server/platform/store/db'
import type { Recompute } from '@server/disclosure/holidays'
import { isOfCase, obligationsAssuming, type ObligationRow, OF_CASE } from '@server/disclosure/obligations'
import { PowerCases, type PowerCaseRow } from '../models/powerCases'

/** A running case 办件 with a clock whose end assumed a year, before and now. */
export interface ClockMove {
  row: PowerCaseRow
  what: '环节时限' | '总时限'
  days: { from: string; to: string }
}

const CLOCKS = { 环节时限: stepClock, 总时限: wholeClock } as const

function moveOf(before: Clock | null, now: Clock | null, year: number): ClockMove['days'] | null {
  if (!before?.dueOn || !now?.dueOn || !before.assumedYears?.includes(year)) return null
  return { from: before.dueOn, to: now.dueOn }
}

function clocksIn(row: PowerCaseRow, { year, holidays, at }: Recompute): ClockMove[] {
  const today = chinaDate(at)
  const known = without(holidays, year)
  return (['环节时限', '总时限'] as const).flatMap(what => {
    const clock = CLOCKS[what]
    const days = moveOf(clock(row.state, today, known), clock(row.state, today, holidays), year)
    return days ? [{ row, what, days }] : []
  })
}

/** Returns the clocks of open cases whose end assumed a year. Clocks are not stored: they count by the table in force. */
export async function recomputedClocks(db: Db, anew: Recompute): Promise<ClockMove[]> {
  const rows = await db.of(PowerCases).find({ open: true }).lean<PowerCaseRow[]>().exec()
  return rows.flatMap(row => clocksIn(row, anew))
}

/** An obligation that a case started, with its new due date. */
export interface ObligationRedating {
  obligation: ObligationRow
  due: { dueOn: string } & Assumed
}

/** Returns the open obligations of finished steps whose due date assumed a year. */
export async function recomputedCaseObligations(
  db: Db,
  { year, holidays }: Recompute,
): Promise<ObligationRedating[]> {
  const found: ObligationRedating[] = []
  for (const obligation of (await obligationsAssuming(db, year)).filter(isOfCase)) {
    const [caseId, visit] = obligation.causeKey.slice(OF_CASE.length).split(':')
    const row = await db.of(PowerCases).findById(caseId).lean<PowerCaseRow>().exec()
    const due = row && obligationsOf(row.state, holidays).find(one => one.visit === Number(visit))
    if (!due || due.dueOn === null) continue
    const { dueOn, assumedYears } = due
    found.push({ obligation, due: { dueOn, ...(assumedYears && { assumedYears }) } })
  }
  return found
}

/** Returns which dates of cases a year's table moves. */
export async function caseDaysMoving(db: Db, anew: Recompute): Promise<DayMove[]> {
  const clocks = (await recomputedClocks(db, anew)).map(({ row, what, days }): DayMove => ({
    kind: 'case',
    label: `${what}：${row.state.item.name}`,
    id: row._id,
    orgCode: row.orgCode,
    ...days,
  }))
  const owed = (await recomputedCaseObligations(db, anew)).map(({ obligation, due }): DayMove => ({
    kind: 'obligation',
    label: `公开义务：${obligation.name}（${obligation.causeLabel}）`,
    id: obligation._id,
    orgCode: obligation.orgCode,
    from: obligation.dueOn ?? due.dueOn,
    to: due.dueOn,
  }))
  return [...clocks, ...owed].filter(({ from, to }) => from !== to)
}
