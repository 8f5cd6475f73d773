import { JOB_HANDLERS } from '@server/compose'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { addJob, createJobRunner } from '@server/platform/jobs/runner'
import { inTransaction } from '@server/platform/store/transaction'
import { dailyForgetting } from '@server/people/residents/jobs/forgetClaims'
import { ResidencyClaims, type ResidencyClaimRow } from '@server/people/residents/models/residencyClaims'
import { cliOn } from '../../support/cli/onStore'
import { type TestServer, startTestServer, TEST_NOW } from '../../support/api/testServer'

/** A claim that is no longer in force names its person for a year, then no more. */
const DAY_MS = 86_400_000
let server: TestServer

beforeAll(async () => {
  server = await startTestServer('forget-claims')
})
afterAll(() => server.close())

const claim = (nth: number, state: ResidencyClaimRow['state'], daysAgo: number): ResidencyClaimRow => ({
  _id: `clm_forget${String(nth).padStart(14, '0')}`,
  userId: `usr_${nth}`,
  orgCode: 'V1',
  kind: 'own',
  relation: null,
  name: `村民${nth}`,
  group: '一组',
  person: `person-${nth}`,
  phoneMatches: true,
  state,
  version: 2,
  requestedAt: new Date(0),
  decidedAt: new Date(Date.parse(TEST_NOW) - daysAgo * DAY_MS),
  decidedBy: null,
  decidedByName: null,
  reason: null,
  grantId: null,
  live: state === 'confirmed' || state === 'pending',
  holds: state === 'confirmed',
})

async function runDaily(): Promise<void> {
  await inTransaction(server.services, tx => addJob(tx, dailyForgetting(tx.now)))
  const handlers = { 'forget-claims': JOB_HANDLERS['forget-claims']! }
  const runner = createJobRunner({ services: server.services, handlers })
  for (let round = 0; round < 3; round += 1) await runner.runDue()
}

/** What `cli retention report` says of claims. */
async function overdue() {
  const { stdout } = await cliOn(server, 'retention', 'report', '--json')
  const { expiring } = JSON.parse(stdout) as {
    expiring: { collection: string; rows: number; overdue: number }[]
  }
  const { rows, overdue: late } = expiring.find(({ collection }) => collection === 'residencyClaims')!
  return { rows, overdue: late }
}

const named = async () =>
  (await server.db.of(ResidencyClaims).find({ person: /./ }).sort({ _id: 1 }).lean<ResidencyClaimRow[]>()).map(({ userId }) => userId) // prettier-ignore

test('ended and refused claims lose the person after 366 days, in batches; what is in force and what is younger stays', async () => {
  const old = Array.from({ length: 150 }, (_none, nth) => claim(nth + 10, nth % 2 ? 'ended' : 'refused', 367))
  await server.db.of(ResidencyClaims).create([claim(1, 'confirmed', 900), ...old])
  expect(await overdue()).toEqual({ rows: 151, overdue: 150 })
  await server.db.of(ResidencyClaims).create([claim(2, 'ended', 365)])
  await runDaily()
  expect(await named()).toEqual(['usr_1', 'usr_2'])
  // The command line has the clock of this machine.
  await server.db.of(ResidencyClaims).deleteOne({ userId: 'usr_2' })
  expect(await overdue()).toEqual({ rows: 151, overdue: 0 })
  const [first] = await server.db.of(ResidencyClaims).find({ userId: 'usr_10' }).lean<ResidencyClaimRow[]>()
  expect(first).toMatchObject({ name: '', group: null, person: '', phoneMatches: null, state: 'refused', version: 3 }) // prettier-ignore
  expect(await server.db.of(AuditEntries).countDocuments({ action: 'residencyClaim.forget' })).toBe(150)
})
