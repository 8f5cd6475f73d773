import { inTransaction } from '@server/platform/store/transaction'
import { JOB_HANDLERS } from '@server/compose'
import { dailyJob } from '../../../../server/disclosure/obligations/jobs/dailyObligations'
import { addJob, createJobRunner } from '../../../../server/platform/jobs/runner'
import { openWorld, server } from '../../../support/api/workDesk'
import { userId } from '../../../support/api/world'
import { obligationLines, obligationsOf, setDeadlines } from '../../../support/obligations/openObligations'
import { InboxMessages } from '@server/people/messages/models/inboxMessages'
import { Jobs } from '@server/platform/jobs/jobs'
import { Orgs, type OrgRow } from '@server/people/orgs/models/orgs'
import { Obligations, type ObligationRow } from '@server/disclosure/obligations/models/obligations'
import { Publications } from '@server/disclosure/publications/models/publications'

openWorld('dutydaily')

beforeEach(async () => {
  await server.db.of(InboxMessages).collection.deleteMany({})
  await setDeadlines(server, {
    finance: '每月10日前',
    subsidy: '信息形成之日起10个工作日内',
    other: '信息形成之日起10个工作日内',
  })
})

/** The day's work as a process does it that looks at this moment, with another clock if so. */
async function lookAt(moment: string): Promise<void> {
  const clock = { now: () => new Date(moment) }
  const services = { ...server.services, clock }
  await inTransaction(services, tx => addJob(tx, dailyJob(tx.now)))
  await createJobRunner({ services, handlers: JOB_HANDLERS }).runDue()
}

const told = async () =>
  (
    await server.db
      .of(InboxMessages)
      .find({ userId: userId('head') })
      .sort({ at: 1 })
      .lean()
      .exec()
  ).map(({ title }) => title)

test('not before its hour; then once a day, however often a process looks; what is over is told once', async () => {
  await lookAt('2026-11-19T23:30:00Z')
  expect(await obligationLines(server)).toEqual([])
  await lookAt('2026-11-20T02:00:00Z')
  await lookAt('2026-11-20T03:00:00Z')
  expect(await obligationLines(server)).toHaveLength(3)
  expect(await told()).toEqual(['公开事项：2 件已过期'])
})

/** Plants open obligations of cases, which the daily recomputation leaves as they are. */
async function plant(count: number, dueOn: string, told: ObligationRow['told']) {
  const [first] = await obligationsOf(server)
  const rows = Array.from({ length: count }, (_, n) => ({
    ...first!,
    _id: `dut_${told}${n}`,
    causeKey: `case:${told}${n}`,
    causeKind: 'milestone',
    sortDate: dueOn,
    dueOn,
    told,
  }))
  await server.db.of(Obligations).collection.insertMany(rows as never[])
  await server.db.of(InboxMessages).collection.deleteMany({})
}

test('more than two hundred overdue ones that were notified do not keep a new one from it', async () => {
  await lookAt('2026-11-20T02:00:00Z')
  await plant(220, '2026-01-10', 'overdue')
  await lookAt('2026-12-11T02:00:00Z')
  expect(await told()).toEqual(['公开事项：1 件已过期'])
  await lookAt('2026-12-12T02:00:00Z')
  expect(await told()).toHaveLength(1)
})

test('more than two hundred that nobody was notified of are one message', async () => {
  await lookAt('2026-11-20T02:00:00Z')
  await plant(110, '2026-11-01', 'nothing')
  await plant(110, '2026-11-01', 'due-soon')
  await lookAt('2026-11-21T02:00:00Z')
  await lookAt('2026-11-22T02:00:00Z')
  expect(await told()).toEqual(['公开事项：220 件已过期'])
})

test('a clock that jumps over a month loses nothing, and one that goes back does nothing twice', async () => {
  await lookAt('2026-10-20T02:00:00Z')
  await lookAt('2026-12-05T02:00:00Z')
  const lines = await obligationLines(server)
  expect(lines).toEqual([
    '财务收支 period:2026-08 open 2026-09-10',
    '财务收支 period:2026-09 open 2026-10-10',
    '财务收支 period:2026-10 open 2026-11-10',
    '财务收支 period:2026-11 open 2026-12-10',
    '财务收支 period:2026-12 open 2027-01-10',
  ])
  await lookAt('2026-10-21T02:00:00Z')
  expect(await obligationLines(server)).toEqual(lines)
  expect(await server.db.of(Publications).countDocuments()).toBe(0)
})

test('450 villages are fanned out in jobs of 200 at most, each in a transaction of its own', async () => {
  const orgs = server.db.of(Orgs)
  const village = await orgs.findById('V1').lean<OrgRow>().exec()
  const codes = Array.from({ length: 450 }, (_, n) => `VX${String(n).padStart(3, '0')}`)
  await orgs.collection.insertMany(
    codes.map(_id => ({ ...village!, _id, path: [...village!.path.slice(0, -1), _id] })) as never[],
  )
  const jobs = server.db.of(Jobs)
  await jobs.collection.deleteMany({})
  const clock = { now: () => new Date('2026-11-20T02:00:00Z') }
  const services = { ...server.services, clock }
  await inTransaction(services, tx => addJob(tx, dailyJob(tx.now)))
  const handlers = { 'fan-out-obligations': JOB_HANDLERS['fan-out-obligations']! }
  await createJobRunner({ services, handlers }).runDue()
  const refreshed = await jobs.find({ kind: 'refresh-obligations' }).lean()
  expect(refreshed.map(({ data }) => data.orgCode)).toEqual(expect.arrayContaining(['V1', 'ST1', ...codes]))
  expect(new Set(refreshed.map(({ key }) => key)).size).toBe(refreshed.length)
  const all = await orgs.countDocuments()
  const fanned = await jobs.find({ kind: 'fan-out-obligations' }).lean()
  expect(fanned.map(({ state }) => state)).toEqual(Array(Math.ceil(all / 200)).fill('done'))
  await orgs.collection.deleteMany({ _id: { $in: codes } } as object)
})
