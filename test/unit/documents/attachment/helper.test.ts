import { prepareRoster } from '../../../../server/people/residents/commands/importRoster'
import { prepareDraft } from '../../../../server/catalogues/catalogue/commands/readDraftUpload'
import { prepareFile } from '../../../../server/disclosure/files/commands/readFileUpload'
import { preparePowers } from '../../../../server/power/lists/commands/readPowersUpload'
import { prepareTable } from '../../../../server/disclosure/notices/commands/readTableUpload'
import { readAttachment } from '../../../../server/documents/attachment'
import { DocumentError } from '../../../../server/documents/catalogue'
import { readDraft } from '../../../../server/documents/catalogue/readDraft'
import { readParts } from '../../../../server/documents/catalogue/readParts'
import { preparePowerFile } from '../../../../server/documents/power/readPowers'
import { readRoster } from '../../../../server/documents/roster'
import { readTableFile } from '../../../../server/documents/table'
import { runInWorker } from '../../../../server/platform/worker/pool'
import { csvOf, xlsxOf } from '../../../support/catalogue/files'
import { ALL, styled } from '../../../support/catalogue/layouts/made'
import { tableOf } from '../../../support/catalogue/sheetOf'
import { large, photo } from '../../../support/files/pictures'
import { CORE } from '../../../support/power/core'

const TODAY = '2026-11-26'
const CONTEXT = { table: 'recipients', today: TODAY, period: '2026Q1', defaults: { persons: '1' }, carriedFen: null } as const // prettier-ignore

const lines = (count: number, line: (nth: number) => string) =>
  Array.from({ length: count }, (_, nth) => `${line(nth)}\n`).join('')
const tableOfPaid = (amounts: readonly string[]) =>
  Buffer.from(
    `户主姓名,村民小组,补贴项目,金额（元）\n${amounts.map(amount => `王建国,1组,耕地地力保护补贴,${amount}\n`).join('')}`,
  )
/** Of rows that are wrong a workbook is made, and making it is no work without a pause. */
const SOUND_TABLE = tableOfPaid(Array.from({ length: 3_000 }, (_, nth) => String(nth + 1)))
const TABLE = tableOfPaid(['10', '叁百多', '30'])
const ROLL = Buffer.from(`姓名,身份证号,电话\n${lines(10_000, nth => `王建国,${100_000 + nth},`)}`)
const TEXT = Buffer.from(lines(4_000, nth => `第 ${nth} 户在第 ${nth % 9} 组，已于本月领到补贴。`))
const CATALOGUE = Buffer.from(csvOf(tableOf(Array.from({ length: 400 }, (_, nth) => ALL[nth % ALL.length]!), styled({})))) // prettier-ignore
const POWERS = Buffer.from(
  JSON.stringify([1, 2, 3, 4].flatMap(nth => CORE.map(item => ({ ...item, code: `${item.code}-${nth}` })))),
)

/** How often this process comes to something else while a file is read. */
async function turnsDuring(reading: () => Promise<unknown>): Promise<number> {
  let turns = 0
  const turning = setInterval(() => (turns += 1), 1)
  await reading().finally(() => clearInterval(turning))
  return turns
}

test.each<[string, () => Promise<unknown>]>([
  ['a table', () => prepareTable({ name: '发放表.csv', bytes: SOUND_TABLE }, CONTEXT)],
  ['a roll', () => prepareRoster({ name: '名册.csv', bytes: ROLL })],
  ['a catalogue', () => prepareDraft({ file: '目录.csv', bytes: CATALOGUE, area: '社会救助' })],
  ['a village’s list', () => prepareDraft({ file: '目录.csv', bytes: CATALOGUE, usualArea: '村务公开' })],
  ['a micro-power list', () => preparePowers({ name: '清单.json', bytes: POWERS }, TODAY)],
  ['an attachment', () => prepareFile({ name: '说明.txt', bytes: TEXT, today: TODAY }, {})],
])('whoever reads goes on while %s is read', async (_what, reading) => {
  expect(await turnsDuring(reading)).toBeGreaterThan(10)
})

describe('what is read in the helper is what is read here', () => {
  test('tables, rolls and micro-power lists, with their faults', async () => {
    const table = { name: '发放表.csv', bytes: TABLE }
    const powers = { name: '清单.json', bytes: Buffer.from(JSON.stringify([{ ...CORE[0]!, name: '' }, CORE[1]])) } // prettier-ignore
    const roll = Buffer.from('姓名,身份证号\n张三,123456\n李四,1\n王五,1234')
    const there = await Promise.all([
      runInWorker('readTable', table, CONTEXT),
      runInWorker('readPowers', powers, TODAY),
      runInWorker('readRoll', '名册.csv', roll),
    ])
    const here = await Promise.all([
      readTableFile(table, CONTEXT),
      preparePowerFile(powers, TODAY),
      readRoster('名册.csv', roll),
    ])
    expect(there).toEqual(here)
    expect(here.map(read => ('faults' in read ? read.faults : read.issues).length > 0)).toEqual([true, true, true]) // prettier-ignore
  })

  test('a catalogue of two sheets', async () => {
    const sheets = { 救助: tableOf(ALL.slice(0, 3), styled({})), 养老: tableOf(ALL.slice(3, 6), styled({})) }
    const file = { file: '目录.xlsx', bytes: await xlsxOf(sheets), area: '社会救助' }
    const [draft, parts] = await Promise.all([runInWorker('readDraft', file), runInWorker('readParts', file)])
    expect([draft, parts]).toEqual([await readDraft(file), await readParts(file)])
    expect(draft.rows).toHaveLength(6)
  })

  test('a picture in all its sizes: bytes are Buffers', async () => {
    const file = { name: '现场.jpg', bytes: await large(2_000, 1_000), today: TODAY }
    const read = await runInWorker('readAttachment', file)
    expect(read).toEqual(await readAttachment(file))
    const all = [read.bytes, ...read.pictures.map(({ bytes }) => bytes)]
    expect(all.map(bytes => Buffer.isBuffer(bytes))).toEqual([true, true, true])
  })
})

test('a file that cannot be read is refused as ever', async () => {
  const refused = runInWorker('readTable', { name: '发放表.csv', bytes: Buffer.from('什么,也不是\n1,2\n') }, CONTEXT) // prettier-ignore
  await expect(refused).rejects.toBeInstanceOf(DocumentError)
  await expect(refused).rejects.toMatchObject({ code: 'no-table' })
  const disguised = prepareFile({ name: '名单.pdf', bytes: await photo(), today: TODAY }, {})
  await expect(disguised).rejects.toMatchObject({ status: 422, code: 'file-kind-mismatch' })
})
