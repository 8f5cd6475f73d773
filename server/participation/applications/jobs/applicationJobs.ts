import { trusted } from 'mongoose'
import { notify } from '@server/people/messages'
import type { Job, JobHandler } from '@server/platform/jobs/runner'
import { addJob } from '@server/platform/jobs/runner'
import type { Services } from '@server/platform/services'
import { changed, newId } from '@server/platform/store/collection'
import type { Db, Tx } from '@server/platform/store/db'
import { activeHolidays, type HolidaysKnown } from '@server/disclosure/holidays'
import type { Role } from '@shared/contract/people/auth'
import type { ApplicationState } from '@shared/contract/participation/application'
import { dateLabel } from '@shared/common/period'
import { clockFields } from '../clock'
import { follow } from '../commands/follow'
import {
  ApplicantVaults,
  ApplicationEvents,
  type ApplicationEventRow,
  Applications,
  type ApplicationRow,
} from '../models/applications'
import { clockOf } from '../caseFile'
import { APPLICATION_STATES } from '../states'

/** Who must act next in a state; nobody of the body where it waits for the applicant. */
const TURN: Partial<Record<ApplicationState, readonly Role[]>> = {
  arrived: ['street-clerk'],
  examining: ['street-clerk'],
  reviewing: ['lawyer'],
  signing: ['head'],
  answered: ['street-clerk'],
}

const eventsOf = (db: Db, applicationId: string): Promise<ApplicationEventRow[]> =>
  db.of(ApplicationEvents).find({ applicationId }).sort({ version: 1 }).lean<ApplicationEventRow[]>().exec()

const rowOf = (db: Db, { data }: Job): Promise<ApplicationRow | null> =>
  db.of(Applications).findById(String(data.applicationId)).lean<ApplicationRow>().exec()

/** A message bears the number alone: neither who asks nor what. */
async function tellStaff(
  tx: Tx,
  { _id, number, orgCode }: ApplicationRow,
  roles: readonly Role[],
  text: string,
  key: string,
) {
  for (const role of roles) {
    await notify(tx, {
      role,
      orgCode,
      kind: 'work',
      title: `公开申请 ${number}`,
      text,
      link: `application-work/${_id}`,
      dedupeKey: key,
    })
  }
}

/** Notifies the applicant of what the body did, and who must act now. */
export const notifyApplicationJob: JobHandler<Services> = {
  run: async (tx, job) => {
    const row = await rowOf(tx, job)
    if (!row || row.version !== job.data.version) return
    const { _id, state, version, userId, number } = row
    const key = `application:${_id}:${version}`
    await tellStaff(tx, row, TURN[state] ?? [], `${APPLICATION_STATES[state].label}，等您办`, key)
    const event = (await eventsOf(tx, _id)).at(-1)
    if (userId === null || !event?.shown || event.by === 'applicant') return
    await notify(tx, {
      userIds: [userId],
      kind: 'work',
      title: `您的申请 ${number}`,
      text: event.label,
      link: `application/${_id}`,
      dedupeKey: key,
    })
  },
}

/** Reminds the desk and the head before the last day. */
export const remindApplicationJob: JobHandler<Services> = {
  run: async (tx, job) => {
    const row = await rowOf(tx, job)
    if (!row?.open || row.dueOn === null || row.dueOn !== job.data.dueOn) return
    const text = `最迟${dateLabel(row.dueOn)}答复，现在是“${APPLICATION_STATES[row.state].label}”`
    await tellStaff(tx, row, ['street-clerk', 'head'], text, `application-due:${row._id}:${row.dueOn}`)
  },
}

/** States in which no remedy runs; a case that is disputed again keeps its identity until it is archived again. */
const ENDED: ReadonlySet<ApplicationState> = new Set(['archived', 'lapsed', 'withdrawn'])

/** Erases the sealed identity when nothing can start any more; case and counts stay. */
export const eraseApplicantJob: JobHandler<Services> = {
  run: async (tx, job) => {
    const row = await rowOf(tx, job)
    if (row && ENDED.has(row.state)) await tx.of(ApplicantVaults).deleteOne({ _id: row._id })
  },
}

/** Schedules the job that recomputes applications after a year's holidays were confirmed. */
export const scheduleApplicationRecomputation = (tx: Tx, { id, year }: HolidaysKnown): Promise<void> =>
  addJob(tx, {
    kind: 'recompute-applications',
    key: `recompute-applications:${id}`,
    dueAt: tx.now,
    data: { year },
  })

async function recompute(tx: Tx, row: ApplicationRow): Promise<void> {
  const { _id, version } = row
  const clock = clockFields(clockOf(await eventsOf(tx, _id)), await activeHolidays(tx))
  if (clock.dueOn === row.dueOn && clock.sortOn === row.sortOn) return
  const next = { ...clock, version: version + 1, updatedAt: tx.now }
  await tx.of(Applications).updateOne({ _id, version }, changed(next))
  const day = (date: string | null) => (date === null ? '算不出' : dateLabel(date))
  await tx.of(ApplicationEvents).create([
    {
      _id: newId('ape'),
      applicationId: _id,
      version: next.version,
      step: 'recompute',
      label: '放假安排有变，重算答复期限',
      clock: [],
      by: 'system',
      note: `原来 ${day(row.dueOn)}，现在 ${day(clock.dueOn)}`,
      shown: true,
      at: tx.now,
    },
  ])
  await follow(tx, { ...row, ...next })
}

/** Applications of one transaction. */
const BATCH = 50

/** Recomputes the clock of every open application, a batch at a time, with a trace of the former day. */
export const recomputeApplicationsJob: JobHandler<Services> = {
  run: async (tx, { key, data }) => {
    const rows = await tx
      .of(Applications)
      .find({ open: true, _id: trusted({ $gt: String(data.after ?? '') }) })
      .sort({ _id: 1 })
      .limit(BATCH)
      .lean<ApplicationRow[]>()
      .exec()
    for (const row of rows) await recompute(tx, row)
    if (rows.length < BATCH) return
    const next = { ...data, after: rows.at(-1)!._id }
    await addJob(tx, { kind: 'recompute-applications', key: `${key}+`, dueAt: tx.now, data: next })
  },
}
