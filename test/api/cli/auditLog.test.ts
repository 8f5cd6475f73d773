import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { writeAudit } from '@server/platform/audit/writeAudit'
import { singleWrites } from '@server/platform/store/transaction'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { cliOn } from '../../support/cli/onStore'

jest.setTimeout(120_000)

/** More than one batch, many of them in the same instant. */
const MANY = 1_203
let server: TestServer
let folder: string

beforeAll(async () => {
  server = await startTestServer('audit-syslog')
  folder = mkdtempSync(path.join(tmpdir(), 'mingbai-syslog-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.close()
})

const write = (at: Date, nth: number) =>
  writeAudit(singleWrites(server.db), at, {
    ...{ outcome: 'refused', actorId: '-', actorName: '未登录', action: 'login.start', orgCode: '' },
    ...{ targetId: '-', requestId: null, detail: { nth } },
  })
const syslog = async (...args: string[]) => {
  const { code, stdout, stderr } = await cliOn(server, 'audit', 'syslog', ...args)
  return { code, stderr, lines: stdout.split('\n').filter(Boolean) }
}
const idsIn = (lines: string[]) => lines.map(line => / id="(\w+)"/.exec(line)?.[1])

test('every entry comes out once, oldest first, in the same order each time; a later run has the new ones alone', async () => {
  const start = Date.parse('2026-11-20T01:00:00Z')
  for (let nth = 0; nth < MANY; nth += 1) await write(new Date(start + Math.floor(nth / 300)), nth)
  const rows = await server.db.of(AuditEntries).find({}).sort({ at: 1, _id: 1 }).lean()
  const file = path.join(folder, 'place')
  const first = await syslog('--after', file)
  expect([first.code, first.stderr, first.lines.length]).toEqual([0, '', MANY])
  expect(idsIn(first.lines)).toEqual(rows.map(({ _id }) => _id))
  expect(first.lines[0]).toMatch(
    /^<108>1 2026-11-20T01:00:00\.000Z \S+ mingbai - login\.start \[mingbai@32473 /,
  )
  expect((await syslog('--after', file)).lines).toEqual([])
  await write(new Date(start + 60_000), MANY)
  // What may still be under way waits.
  await write(new Date(), MANY + 1)
  const later = await syslog('--after', file)
  expect(later.lines.map(line => / nth="(\d+)"/.exec(line)?.[1])).toEqual([String(MANY)])
  expect((await syslog()).lines).toHaveLength(MANY + 1)
})

test('a file of places that cannot be read is said, and stays', async () => {
  const file = path.join(folder, 'damaged')
  writeFileSync(file, '??')
  const { code, lines } = await syslog('--after', file)
  expect([code, lines.join('')]).toEqual([1, expect.stringContaining('place-unreadable')])
  expect(readFileSync(file, 'utf8')).toBe('??')
})
