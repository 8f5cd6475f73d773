import type { Db, Tx } from '@server/platform/store/db'
import { trusted } from 'mongoose'
import { isVillage } from '@shared/common/orgKinds'
import { OBLIGATION_TIMES } from '@shared/facts/disclosure/obligationRules'
import { chinaDate } from '@shared/common/period'
import { refreshObligations } from '../commands/refreshObligations'
import { notifyDeadlines } from '../commands/notifyDeadlines'
import type { Services } from '@server/platform/services'
import { type JobHandler, type NewJob, addJob } from '@server/platform/jobs/runner'
import { type HolidaysKnown, warnOfHolidays } from '@server/disclosure/holidays'
import { Orgs, type OrgRow } from '@server/people/orgs'
import { type CatalogueRow, Catalogues } from '@server/catalogues/catalogue'

/** Organisations of one job: its transaction stays far below the time that MongoDB allows. */
const BATCH = 200

/** Returns the organisations after a code, all or those under one, in the order of their codes. */
const orgsAfter = (db: Db, under: string | null, after: string): Promise<OrgRow[]> =>
  db
    .of(Orgs)
    .find({ ...(under !== null && { path: under }), _id: trusted({ $gt: after }) })
    .sort({ _id: 1 })
    .limit(BATCH)
    .lean<OrgRow[]>()
    .exec()

/** Returns those that catalogues may oblige: villages, and issuers of a catalogue. */
async function obliged(db: Db, rows: readonly OrgRow[]): Promise<string[]> {
  const codes = rows.map(({ _id }) => _id)
  const scope = { orgCode: trusted({ $in: codes }), active: true }
  const issuers = new Set(await db.of(Catalogues).distinct('orgCode', scope).exec())
  const standing = rows.filter(org => !org.mergedInto)
  return standing.filter(org => isVillage(org) || issuers.has(org._id)).map(({ _id }) => _id)
}

/** What a fan-out has to do: `under` an organisation, else everywhere, `after` a code; `root` is the first job's key. */
const fanOutOf = ({ key, data }: Pick<NewJob, 'key' | 'data'>) => ({
  under: typeof data.under === 'string' ? data.under : null,
  after: typeof data.after === 'string' ? data.after : '',
  root: typeof data.root === 'string' ? data.root : key,
})

/**
 * Adds one job for each organisation, so that none delays the others, a batch at a time: each further batch is a job of
 * its own. Once a day it also warns the operator when the known holidays end soon.
 */
export const fanOutObligations: JobHandler<Services> = {
  run: async (tx, job, { log }) => {
    const { under, after, root } = fanOutOf(job)
    if (under === null && after === '') await warnOfHolidays(tx, tx.now, log)
    const rows = await orgsAfter(tx, under, after)
    for (const orgCode of await obliged(tx, rows)) {
      await addJob(tx, {
        kind: 'refresh-obligations',
        key: `${root}:${orgCode}`,
        dueAt: tx.now,
        data: { orgCode },
      })
    }
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    await addJob(tx, {
      kind: 'fan-out-obligations',
      key: `${root}/${last._id}`,
      dueAt: tx.now,
      data: { ...(under !== null && { under }), after: last._id, root },
    })
  },
}

/** Refreshes an organisation's obligations and notifies its staff of deadlines. */
export const refreshObligationsJob: JobHandler<Services> = {
  run: async (tx, { data }) => {
    const org = await tx.of(Orgs).findById(String(data.orgCode)).lean<OrgRow>().exec()
    if (!org || org.mergedInto) return
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
