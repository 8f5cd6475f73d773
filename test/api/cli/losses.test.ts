import { AuditEntries } from '@server/platform/audit/auditEntries'
import { LASTING } from '@server/compose'
import { findRowLosses } from '@server/platform/migrations/rowCounts'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { buildWorld } from '../../support/api/world'
import { cliOn } from '../../support/cli/onStore'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('clilosses')
  await buildWorld(server.db)
})
afterAll(() => server.close())

const run = (...args: string[]) => cliOn(server, 'losses', ...args)
const REASON = '磁盘坏块，已从 11 月 19 日的备份比对，这两个账号不再找回'
const users = () => server.db.connection.collection('users')
const loseUser = () => users().deleteOne({})

test('a loss that is stated with its number and reason is reported no more, a further one is; the audit log has it', async () => {
  expect(await run('list')).toEqual({ code: 0, stdout: '没有发现数据减少。\n', stderr: '' })
  const before = await users().countDocuments({})
  await loseUser()
  await loseUser()
  expect((await run('list')).stdout).toContain(`users 以前有 ${before} 行，现在只有 ${before - 2} 行`)

  const differs = await run('acknowledge', 'users', '--rows', '1', '--reason', REASON)
  expect([differs.code, differs.stderr]).toEqual([
    expect.any(Number),
    expect.stringContaining('users 少了 2 行，不是 1 行'),
  ])
  expect(differs.code).not.toBe(0)
  expect(await findRowLosses(server.db, LASTING)).toHaveLength(1)

  const known = await run('acknowledge', 'users', '--rows', '2', '--reason', REASON)
  expect(known).toMatchObject({ code: 0, stderr: '' })
  expect(known.stdout).toContain(`users 少了 2 行，原因：${REASON}。以后从 ${before - 2} 行算起`)
  expect(await findRowLosses(server.db, LASTING)).toEqual([])
  const entries = await server.db.of(AuditEntries).find({ action: 'rowLoss.acknowledge' }).lean()
  expect(entries).toMatchObject([
    { actorId: 'cli', targetId: 'users', detail: { before, now: before - 2, reason: REASON } },
  ])

  await loseUser()
  expect(await findRowLosses(server.db, LASTING)).toEqual([
    { collection: 'users', before: before - 2, now: before - 3 },
  ])
  const listed = JSON.parse((await run('list', '--json')).stdout) as { losses: unknown[] }
  expect(listed.losses).toHaveLength(1)
})

test('is refused without a number, a reason or a loss', async () => {
  for (const [args, words] of [
    [['acknowledge'], '请给出一个集合的名字'],
    [['acknowledge', 'users', '--reason', REASON], '请用 --rows 写明少了多少行'],
    [['acknowledge', 'users', '--rows', '1'], '请用 --reason 写明原因'],
    [['acknowledge', 'orgs', '--rows', '1', '--reason', REASON], 'orgs 没有少行'],
  ] as const) {
    const { code, stderr } = await run(...args)
    expect([code === 0, stderr]).toEqual([false, expect.stringContaining(words)])
  }
})
