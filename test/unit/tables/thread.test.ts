import { readTableFile } from '../../../server/documents/table'
import { DocumentError } from '../../../server/documents/catalogue'
import { inThread } from '../../../server/services/thread'

const CONTEXT = { table: 'recipients', today: '2026-11-26', period: '2026Q1', defaults: { persons: '1' }, carriedFen: null } as const // prettier-ignore
const row = (nth: number) => `王建国,1组,耕地地力保护补贴,${nth % 7 === 0 ? '叁百多' : nth + 1}\n`
const LIST = `户主姓名,村民小组,补贴项目,金额（元）\n${Array.from({ length: 2_000 }, (_, nth) => row(nth)).join('')}`

test('a table read in the thread says the same, and this thread goes on meanwhile', async () => {
  const file = { name: '发放表.csv', bytes: Buffer.from(LIST) }
  const expected = await readTableFile(file, CONTEXT)
  let turns = 0
  const turning = setInterval(() => (turns += 1), 1)
  const both = await Promise.all([inThread('readTable', file, CONTEXT), inThread('readTable', file, CONTEXT)])
  clearInterval(turning)
  expect(both).toEqual([expected, expected])
  expect(expected.faults.length).toBeGreaterThan(0)
  expect(turns).toBeGreaterThan(10)
})

test('a file that cannot be read is refused as ever', async () => {
  const refused = inThread(
    'readTable',
    { name: '发放表.csv', bytes: Buffer.from('什么,也不是\n1,2\n') },
    CONTEXT,
  )
  await expect(refused).rejects.toBeInstanceOf(DocumentError)
  await expect(refused).rejects.toMatchObject({ code: 'no-table' })
})
