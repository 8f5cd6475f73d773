import { createHash } from 'node:crypto'
import { ALARM_DAYS, SPLIT_RULE } from '@shared/facts/power/splitting'
import { thresholdsOf } from '@shared/power/graph'
import { type SplitCandidate, type Suspicion, suspicionsIn } from '@server/domain/power/splitting'
import { isVillage } from '@shared/common/orgKinds'
import { trusted } from 'mongoose'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { type Names, namesIn } from './powerCases'
import { PowerCases, type PowerCaseRow } from '../models/powerCases'
import { SplitAlarmAnswers, type SplitAlarmAnswerRow } from '../models/splitAlarmAnswers'
import { villagesUnder, type OrgRow } from '@server/people/orgs'
import type { HolidayTable } from '@server/domain/deadline'
import { activeHolidays } from '@server/disclosure/holidays'

const DAY_MS = 86_400_000

/** A split alarm 拆分提醒 with the street's answer. */
export interface AlarmRow extends Suspicion {
  _id: string
  cases: PowerCaseRow[]
  answer: SplitAlarmAnswerRow | null
}

export interface VillageCases {
  org: OrgRow
  /** Newest first. */
  rows: PowerCaseRow[]
  alarms: AlarmRow[]
}

/** Returns the cases of a village that are open or were opened within the alarm's look-back period. */
async function recentCases(db: Db, orgCode: string, now: Date): Promise<PowerCaseRow[]> {
  const since = new Date(now.getTime() - ALARM_DAYS * DAY_MS)
  const find = (part: object) =>
    db
      .of(PowerCases)
      .find({ orgCode, ...part })
      .sort({ openedAt: -1, _id: -1 })
      .lean<PowerCaseRow[]>()
      .exec()
  const recent = await find({ openedAt: trusted({ $gte: since }) })
  const older = await find({ open: true, openedAt: trusted({ $lt: since }) })
  return [...recent, ...older]
}

function matterOf({ _id, itemCode, title, payee, amountFen, status, state }: PowerCaseRow): SplitCandidate[] {
  if (amountFen === null || status === 'cancelled') return []
  const { openedOn, item } = state
  return [{ id: _id, itemCode, title, payee, amountFen, openedOn, thresholds: thresholdsOf(item) }]
}

/** Derives the id of an alarm from its cases, so the same cases make the same alarm. */
const alarmId = (ids: readonly string[]): string =>
  `spl_${createHash('sha256')
    .update([...ids].sort().join(' '))
    .digest('hex')
    .slice(0, 24)}`

async function alarmsAmong(db: Db, rows: readonly PowerCaseRow[]): Promise<AlarmRow[]> {
  const byId = new Map(rows.map(row => [row._id, row]))
  const found = suspicionsIn(rows.flatMap(matterOf), SPLIT_RULE).map(one => ({
    ...one,
    _id: alarmId(one.ids),
  }))
  if (found.length === 0) return []
  const answers = await db
    .of(SplitAlarmAnswers)
    .find({ _id: trusted({ $in: found.map(({ _id }) => _id) }) })
    .lean<SplitAlarmAnswerRow[]>()
    .exec()
  return found.map(one => ({
    ...one,
    cases: one.ids.flatMap(id => byId.get(id) ?? []),
    answer: answers.find(({ _id }) => _id === one._id) ?? null,
  }))
}

/** Returns the cases of a village with the split alarms among them. */
async function casesOfVillage(db: Db, org: OrgRow, now: Date): Promise<VillageCases> {
  const rows = await recentCases(db, org._id, now)
  return { org, rows, alarms: await alarmsAmong(db, rows) }
}

/** Returns the alarm that contains a case; null when there is none. */
export async function alarmOfCase(db: Db, work: { row: PowerCaseRow; org: OrgRow }, now: Date) {
  if (matterOf(work.row).every(({ thresholds }) => thresholds.length === 0)) return null
  const { alarms } = await casesOfVillage(db, work.org, now)
  return alarms.find(({ ids }) => ids.includes(work.row._id)) ?? null
}

export interface SplitAlarmRows {
  org: OrgRow
  villages: VillageCases[]
  names: Names
  holidays: HolidayTable
}

/** Returns the split alarms of an organisation and of everything below it. */
export async function splitAlarmRows(db: Db, org: OrgRow, now: Date): Promise<SplitAlarmRows> {
  const villages: VillageCases[] = []
  for (const village of isVillage(org) ? [org] : await villagesUnder(db, org._id)) {
    villages.push(await casesOfVillage(db, village, now))
  }
  const names = await namesIn(
    db,
    villages.flatMap(({ rows }) => rows),
  )
  return { org, villages, names, holidays: await activeHolidays(db) }
}

/** @throws AppError 404 `split-alarm-not-found` once the cases have changed */
export async function requireSplitAlarm(db: Db, village: OrgRow, id: string, now: Date): Promise<AlarmRow> {
  const alarm = (await casesOfVillage(db, village, now)).alarms.find(({ _id }) => _id === id)
  if (!alarm) throw notFound('split-alarm-not-found')
  return alarm
}
