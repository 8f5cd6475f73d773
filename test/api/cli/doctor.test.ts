import { checkStore } from '@server/cli/doctor/store'
import { Jobs } from '@server/platform/jobs/jobs'
import { jobRow } from '@server/platform/jobs/runner'
import { createClock } from '../../../server/platform/clock'
import { TEST_NOW, type TestServer, startTestServer } from '../../support/api/testServer'
import { buildWorld } from '../../support/api/world'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('doctor')
  await buildWorld(server.db)
})
afterAll(() => server.close())

async function healthOf(nodeEnv: 'production' | 'development', now = TEST_NOW) {
  const { config } = server.services
  const findings = await checkStore({
    db: server.db,
    clock: createClock(now),
    config: { ...config, nodeEnv },
  })
  return Object.fromEntries(findings.map(({ part, health }) => [part, health]))
}

test('a store without backups is at fault in production; late jobs and a year’s end are told', async () => {
  expect(await healthOf('production')).toMatchObject({ store: 'ok', jobs: 'ok', backup: 'broken' })
  expect(await healthOf('development')).toMatchObject({ backup: 'soon' })
  const dueAt = new Date(Date.parse(TEST_NOW) - 3_600_000)
  await server.db.of(Jobs).create([jobRow({ kind: 'refresh-obligations', key: 'late', dueAt, data: {} })])
  expect(await healthOf('production')).toMatchObject({ jobs: 'broken' })
  expect(await healthOf('production', '2026-12-30T00:00:00Z')).toMatchObject({ holidays: 'soon' })
})
