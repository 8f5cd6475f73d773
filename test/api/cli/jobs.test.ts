import { createJobRunner } from '../../../server/platform/jobs/runner'
import { Jobs } from '@server/platform/jobs/jobs'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { type TestServer, startTestServer, TEST_NOW } from '../../support/api/testServer'
import { buildWorld, tokenOf } from '../../support/api/world'
import { cliOn } from '../../support/cli/onStore'
import { failedJob } from '../../support/jobs/failedJob'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('clijobs')
  await buildWorld(server.db)
})
beforeEach(() => server.db.of(Jobs).collection.deleteMany({}))
afterAll(() => server.close())

const run = (...args: string[]) => cliOn(server, 'jobs', ...args)

const failed = (key: string, lastError = 'MongoServerError') => failedJob(server.db, { key, lastError })

test('without failed jobs the list says so', async () => {
  expect(await run('list')).toEqual({ code: 0, stdout: '没有失败的后台任务。\n', stderr: '' })
})

test('lists what failed, for people and for programs', async () => {
  const { _id: id } = await failed('duties:2026-11-20:V1')
  await failed('duties:2026-11-20:V2', 'org-not-found')
  const { code, stdout } = await run('list')
  expect(code).toBe(0)
  expect(stdout).toContain('失败的后台任务 2 件：')
  expect(stdout).toContain(
    `${id}  更新一个机构的公开义务，应在 2026-11-20 10:00 办，试了 8 次，最后一次：MongoServerError（duties:2026-11-20:V1）`,
  )
  expect(stdout).toContain('最后一次：没有找到这个机构')
  const listed = JSON.parse((await run('list', '--json')).stdout)
  expect(listed.count).toBe(2)
  expect(listed.jobs.map((job: { key: string }) => job.key).sort()).toEqual([
    'duties:2026-11-20:V1',
    'duties:2026-11-20:V2',
  ])
})

test('the system administrator reads the same list', async () => {
  const { _id: id } = await failed('duties:2026-11-20:V1')
  const { status, body } = await server.ask('GET', '/failed-jobs', { token: tokenOf(server, 'system-admin') })
  expect([status, body]).toEqual([
    200,
    {
      count: 1,
      items: [
        {
          id,
          name: '更新一个机构的公开义务',
          key: 'duties:2026-11-20:V1',
          dueAt: TEST_NOW,
          attempts: 8,
          reason: 'MongoServerError',
          failedAt: TEST_NOW,
        },
      ],
    },
  ])
})

test('a retried job waits again with all its attempts, is in the audit log, and then runs', async () => {
  const { _id: id } = await failed('again')
  const { code, stdout } = await run('retry', id)
  expect([code, stdout]).toEqual([0, `${id}  更新一个机构的公开义务：已重新排队，服务会在一分钟内再试。\n`])
  expect(await server.db.of(Jobs).findById(id).lean()).toMatchObject({ state: 'waiting', attempts: 0 })
  expect(await server.db.of(AuditEntries).findOne({ targetId: id }).lean()).toMatchObject({
    action: 'job.retry',
    actorId: 'cli',
    outcome: 'done',
  })
  const services = { ...server.services, clock: { now: () => new Date() } }
  let ran = 0
  const handlers = { 'refresh-obligations': { run: async () => void (ran += 1) } }
  await createJobRunner({ services, handlers }).runDue()
  expect(ran).toBe(1)
})

test('the system administrator presses 重试: the job waits again, once, and the audit administrator of the area reads who did it', async () => {
  const { _id: id } = await failed('pressed', 'wechat-unavailable')
  const press = (token = tokenOf(server, 'system-admin')) =>
    server.ask<{ id: string; reason: string; error: { code: string } }>('POST', `/failed-jobs/${id}/retry`, { token, body: {} })
  expect((await press(tokenOf(server, 'head'))).status).toBe(403)
  expect(await server.db.of(Jobs).findById(id).lean()).toMatchObject({ state: 'failed' })
  const { status, body } = await press()
  expect([status, body.id]).toEqual([200, id])
  expect(await server.db.of(Jobs).findById(id).lean()).toMatchObject({ state: 'waiting', attempts: 0, touchedAt: null })
  const again = await press()
  expect([again.status, again.body.error.code]).toEqual([409, 'job-not-failed'])
  const log = await server.ask<{ items: object[] }>('GET', '/audit?org=XQ&action=job.retry', { token: tokenOf(server, 'audit-admin') })
  expect(log.body.items).toMatchObject([
    { outcome: 'done', targetId: id, orgCode: 'XQ', detail: { key: 'pressed' } },
    { outcome: 'refused', targetId: id, orgCode: 'V1' },
  ])
}) // prettier-ignore

test('of several, one that did not fail keeps the others as they are', async () => {
  const { _id: id } = await failed('first')
  const { code, stdout } = await run('retry', id, 'job_unknown', '--json')
  expect([code, JSON.parse(stdout).error.code]).toEqual([1, 'job-not-found'])
  expect(await server.db.of(Jobs).findById(id).lean()).toMatchObject({ state: 'failed' })
  await run('retry', id)
  expect(JSON.parse((await run('retry', id)).stdout).error.code).toBe('job-not-failed')
  expect((await run('retry')).code).toBe(2)
})
