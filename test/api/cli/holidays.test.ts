import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ErrorBody } from '../../../shared/contract/common'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { buildWorld } from '../../support/api/world'
import { cliOn } from '../../support/cli/onStore'
import { HolidayYears } from '@server/disclosure/holidays/models/holidayYears'
import { AuditEntries } from '@server/platform/audit/auditEntries'

const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-holidays-'))
const NAMED = [
  '--source',
  '国务院办公厅关于2027年部分节假日安排的通知',
  '--url',
  'https://www.gov.cn/zhengce/',
]

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('cliholidays')
  await buildWorld(server.db)
})
afterAll(() => server.close())

const run = (...args: string[]) => cliOn(server, 'holidays', 'import', ...args)

function file(name: string, content: string): string {
  const place = path.join(folder, name)
  writeFileSync(place, content)
  return place
}

test('a year is stored, waits for a second person, and says which days it changes', async () => {
  const year = file('2027.json', '{"2027":{"off":["2027-01-01","2027-01-02"],"work":["2027-01-10"]}}')
  const { code, stdout } = await run(year, ...NAMED)
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    next: expect.stringContaining('还不算数'),
    years: [
      {
        year: 2027,
        days: [
          { date: '2027-01-01', rest: true },
          { date: '2027-01-10', rest: false },
        ],
        moves: [],
      },
    ],
  })
  expect(await server.db.of(HolidayYears).findOne({}).lean()).toMatchObject({ year: 2027, state: 'waiting', importedByName: '命令行' }) // prettier-ignore
  expect(await server.db.of(AuditEntries).countDocuments({ action: 'holidays.import' })).toBe(1)
})

test.each([
  ['not.json', '放假'],
  ['day.json', '{"2027":{"off":["2027-13-01"],"work":[]}}'],
  ['new-year.json', '{"2027":{"off":[],"work":[]}}'],
])('faults are named, nothing is stored: %s', async (name, content) => {
  const before = await server.db.of(HolidayYears).countDocuments()
  const { code, stdout } = await run(file(name, content), ...NAMED)
  expect(code).toBe(1)
  const { error } = JSON.parse(stdout) as ErrorBody
  expect([error.code, /[一-龥]/.test(error.message)]).toEqual(['holidays-invalid', true])
  expect(await server.db.of(HolidayYears).countDocuments()).toBe(before)
})

test('without the document and its address it is wrong usage', async () => {
  const year = file('2028.json', '{"2028":{"off":["2028-01-01"],"work":[]}}')
  expect((await run(year)).code).toBe(2)
  expect((await run()).code).toBe(2)
})
