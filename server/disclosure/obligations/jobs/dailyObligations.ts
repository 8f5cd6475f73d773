import type { Db, Tx } from '@server/platform/store/db'
import { isVillage } from '@shared/common/orgKinds'
import { OBLIGATION_TIMES } from '@shared/facts/disclosure/obligationRules'
import { chinaDate } from '@shared/common/period'
import { refreshObligations } from '../commands/refreshObligations'
import { notifyDeadlines } from '../commands/notifyDeadlines'
import type { Services } from '@server/platform/services'
import { inTransaction, type Stores } from '@server/platform/store/transaction'
import { type JobHandler, type NewJob, addJob } from '@server/platform/jobs/runner'
import { type HolidaysKnown, warnOfHolidays } from '@server/disclosure/holidays'
import { Orgs, type OrgRow } from '@server/people/orgs'
import { type CatalogueRow, Catalogues } from '@server/catalogues/catalogue'

/** Returns the organisations that catalogues may oblige: villages, and issuers of a catalogue. */
async function obliged(db: Db, under: string | null): Promise<string[]> {
  const rows = await db
    .of(Orgs)
    .find(under === null ? {} : { path: under })
    .lean<OrgRow[]>()
    .exec()
  const issuers = new Set(await db.of(Catalogues).distinct('orgCode', { active: true }).exec())
  return rows.filter(org => isVillage(org) || issuers.has(org._id)).map(({ _id }) => _id)
}

/**
 * Adds one job for each organisation, so that none delays the others. Once a day it also warns the operator when the
 * known holidays end soon.
 */
export const fanOutObligations: JobHandler<Services> = {
  run: async (tx, { key, data }, { log }) => {
    const under = typeof data.under === 'string' ? data.under : null
    if (under === null) await warnOfHolidays(tx, tx.now, log)
    for (const orgCode of await obliged(tx, under)) {
      const one: NewJob = {
        kind: 'refresh-obligations',
        key: `${key}:${orgCode}`,
        dueAt: tx.now,
        data: { orgCode },
      }
      await addJob(tx, one)
    }
  },
}

/** Refreshes an organisation's obligations and notifies its staff of deadlines. */
export const refreshObligationsJob: JobHandler<Services> = {
  run: async (tx, { data }) => {
    const org = await tx.of(Orgs).findById(String(data.orgCode)).lean<OrgRow>().exec()
    if (!org) return
    await refreshObligations(tx, org, tx.now)
    await notifyDeadlines(tx, org)
  },
}

/** Schedules the recomputation for an issuer and the villages below it after new versions came into force. */
export async function scheduleObligations(
  tx: Tx,
  { org, catalogues, at }: { org: OrgRow; catalogues: readonly CatalogueRow[]; at: Date },
): Promise<void> {
  const [first] = catalogues
  if (!first) return
  await addJob(tx, {
    kind: 'fan-out-obligations',
    key: `duties:${first._id}`,
    dueAt: at,
    data: { under: org._id },
  })
}

/** Schedules the recomputation of all obligations after a year's holidays were confirmed. */
export const scheduleObligationRecomputation = (tx: Tx, { id }: HolidaysKnown): Promise<void> =>
  addJob(tx, { kind: 'fan-out-obligations', key: `duties:${id}`, dueAt: tx.now, data: {} })

const HOUR = 3_600_000
const CHINA_HOURS = 8

/** Returns the job of the day; it is the same in every process and at every check of that day. */
export function dailyJob(now: Date): NewJob {
  const today = chinaDate(now)
  const dueAt = new Date(Date.parse(`${today}T00:00:00Z`) + (OBLIGATION_TIMES.hour - CHINA_HOURS) * HOUR)
  return { kind: 'fan-out-obligations', key: `duties:${today}`, dueAt, data: {} }
}

const LOOK_EVERY_MS = 10 * 60_000

/**
 * Adds each day's job to the database, keyed by date, so that no restart or clock change loses it or runs it twice.
 * Returns a function that stops it.
 */
export function startObligationScheduler(
  stores: Stores,
  onError: (error: unknown) => void,
): () => Promise<unknown> {
  const look = () => inTransaction(stores, tx => addJob(tx, dailyJob(tx.now))).catch(onError)
  let last: Promise<unknown> = look()
  const timer = setInterval(() => {
    last = last.then(look)
  }, LOOK_EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    return last
  }
}
