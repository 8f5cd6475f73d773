/**
 * A list of 2,000 recipients from a workbook to the form, every wrong cell reported, and back as the file of wrong rows. Bar: < 3 s.
 * And 5,000 rows, the most that a notice takes; a row there may cost 1.5 times at most.
 */
import ExcelJS from 'exceljs'
import { readTableFile } from '../../server/documents/table'
import { reportFigure } from '../support/figures'

const [SMALL, LARGE, ROUNDS] = [2_000, 5_000, 5]
const [BAR_SECONDS, GROWTH_BAR] = [3, 1.5]
const CONTEXT = { table: 'recipients', today: '2026-11-26', period: '2026Q1', defaults: { persons: '1' }, carriedFen: null } as const // prettier-ignore
const HEAD = [
  '序号',
  '户主姓名',
  '身份证号码',
  '村民小组',
  '补贴项目',
  '补贴标准',
  '人数',
  '金额（元）',
  '一卡通账号',
]
/** One cell in so many is wrong. */
const WRONG_EACH = 40

const rowOf = (nth: number): (string | number)[] => [
  nth + 1,
  `王${'建国秀英'[nth % 4]}${'甲乙丙丁'[nth % 3]}`,
  '11010519491231002X',
  `${(nth % 9) + 1}组`,
  '耕地地力保护补贴',
  '每亩68元',
  nth % 5 === 0 ? `${(nth % 6) + 1}人` : (nth % 6) + 1,
  nth % WRONG_EACH === 0 ? '叁百多' : nth % 3 === 0 ? `${(nth + 1) * 10}.50元` : (nth + 1) * 10,
  '6222021234567890123',
]

async function workbookOf(rows: number): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('发放表')
  sheet.addRow(['东一村2026年第一季度补贴发放表'])
  sheet.addRow(HEAD)
  for (let nth = 0; nth < rows; nth += 1) sheet.addRow(rowOf(nth))
  sheet.addRow(['合计', '', '', '', '', '', '', 1])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

async function secondsOf(bytes: Buffer, rows: number): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = performance.now()
    const read = await readTableFile({ name: '表.xlsx', bytes }, CONTEXT)
    times.push((performance.now() - before) / 1_000)
    if (read.rows.length !== rows || read.faults.length !== Math.ceil(rows / WRONG_EACH)) {
      throw new Error(`${read.rows.length} rows, ${read.faults.length} faults`)
    }
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!
}

async function bench(): Promise<void> {
  const [small, large] = [await secondsOf(await workbookOf(SMALL), SMALL), await secondsOf(await workbookOf(LARGE), LARGE)] // prettier-ignore
  const growth = large / LARGE / (small / SMALL)
  reportFigure(
    `发放表 ${SMALL} 行，${SMALL / WRONG_EACH} 格有错：${small.toFixed(2)} 秒（要求 < ${BAR_SECONDS} 秒）`,
  )
  reportFigure(
    `发放表 ${LARGE} 行：${large.toFixed(2)} 秒，每行用时是 ${SMALL} 行时的 ${growth.toFixed(2)} 倍`,
  )
  if (small >= BAR_SECONDS || growth > GROWTH_BAR) throw new Error('the table import is too slow')
}

void bench()
