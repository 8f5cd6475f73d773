import { yuan } from '@shared/common/money'
import { COMPOUND_SURNAMES } from '@shared/common/surnames'
import { flatMap } from '@shared/common/lists'
import { isEvent, periodLabel, periodRange } from '@shared/common/period'
import { parseArea, parseCount, parseDay, parseYuan } from '@shared/figures/parse'
import { computedTotal } from '../../draft/sheets'
import type { TableDraft } from '../../draft/fromTable'
import { type GridColumn, cellText, columnsOf, isBlankRow, registerOf, rowsOf } from './columns'
import { nextNumber } from './fill'
import { isInPeriod, shownText } from './tidy'

/** What one press does about a finding. */
export type Fix =
  | { act: 'put'; label: string; text: string }
  | { act: 'remove'; label: string }
  /** The row is as it should be: not asked again. */
  | { act: 'keep'; label: string }

/** A finding in a row, in words. */
export interface Check {
  row: number
  /** Id of the column; null: the whole row. */
  id: string | null
  /** A fault keeps the notice from being saved, a question does not. */
  level: 'fault' | 'question'
  message: string
  fixes: Fix[]
}

type Found = Pick<Check, 'level' | 'message' | 'fixes'>

const fault = (message: string, ...fixes: Fix[]): Found => ({ level: 'fault', message, fixes })
const question = (message: string, ...fixes: Fix[]): Found => ({ level: 'question', message, fixes })
const put = (text: string, shown = text): Fix => ({ act: 'put', label: `改成 ${shown}`, text })

/** Letters and signs that are typed or scanned in place of digits. */
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', o: '0', Ｏ: '0', l: '1', I: '1', '|': '1', '。': '.', '、': ',' } // prettier-ignore

/** Proposes what a figure was meant to be; null if nothing is likely. */
function likelyFigure(text: string): string | null {
  const digits = text.replace(/[OoＯlI|。、]/g, char => LOOKALIKES[char] ?? char).replace(/\s/g, '')
  // 1.234,50 and 1.234: points between thousands.
  const points = /^\d{1,3}(?:\.\d{3})+(,\d{1,2})?$/.exec(digits)
  if (points) return digits.replace(/\./g, '').replace(',', '.')
  const each = /^([\d,.]+元?)(?:\/|每).+$/.exec(digits)
  return each ? each[1]! : digits
}

function checkYuan(text: string): Found | null {
  if (parseYuan(text) !== null) return null
  const fen = parseYuan(likelyFigure(text) ?? '')
  return fault('看不出是多少钱。', ...(fen === null ? [] : [put(yuan(fen))]))
}

function checkCount(text: string): Found | null {
  if (parseCount(text) !== null) return null
  const count = parseCount(likelyFigure(text) ?? '')
  return fault('看不出是几个人。', ...(count === null ? [] : [put(String(count))]))
}

const pad = (part: number | string) => String(part).padStart(2, '0')

/** Returns the same day in the period: of its month, otherwise of its year; null if there is none. */
function sameDayWithin(day: string, period: string): string | null {
  const { start } = periodRange(period)
  const near = [`${period.slice(0, 4)}-${day.slice(5)}`, `${start.slice(0, 7)}-${day.slice(8)}`]
  return near.find(one => parseDay(one, '') !== null && isInPeriod(one, period)) ?? null
}

const LAST_OF_MONTH = /^(?:(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})日?$/

/** 11月31日: the last day of that month; null if the text is no such day. */
function lastDayOf(text: string, period: string): string | null {
  const [, year = period.slice(0, 4), month = '', day = ''] = LAST_OF_MONTH.exec(text.trim()) ?? []
  if (Number(month) < 1 || Number(month) > 12) return null
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(day) > last && Number(day) <= 31 ? `${year}-${pad(month)}-${pad(last)}` : null
}

/** `bounded`: the day has to be within the period. */
function checkDate(text: string, period: string, bounded: boolean): Found | null {
  const shown = (day: string) => put(day, shownText('date', day, period))
  const day = parseDay(text, period.slice(0, 4))
  if (day === null) {
    const last = lastDayOf(text, period)
    if (last === null) return fault('看不出是哪一天，例如写 11.5 或者 2026-11-05。')
    return fault('没有这一天。', ...(!bounded || isInPeriod(last, period) ? [shown(last)] : []))
  }
  if (!bounded || isEvent(period) || isInPeriod(day, period)) return null
  const within = sameDayWithin(day, period)
  const said = `${shownText('date', day, period)}不在${periodLabel(period)}里。`
  return fault(said, ...(within ? [shown(within)] : []))
}

const STRAY = /([\u3400-\u9fff*])[ \u00a0\u3000]+([\u3400-\u9fff*])/g
const withoutStray = (text: string): string => text.replace(STRAY, '$1$2').replace(STRAY, '$1$2')

function checkText(text: string): Found | null {
  const plain = withoutStray(text)
  return plain === text ? null : question('字中间有空格。', put(plain, `“${plain}”`))
}

const WHOLE_NAME = /^[\u3400-\u9fff]{2,4}$/

/** A list shows surnames only: 王*. */
function checkName(text: string): Found | null {
  const plain = withoutStray(text)
  if (!WHOLE_NAME.test(plain)) return checkText(text)
  const surname = COMPOUND_SURNAMES.find(one => plain.length > 2 && plain.startsWith(one)) ?? plain[0]!
  return fault('只写姓加 *，公开出去不能认出是谁。', put(`${surname}*`))
}

function checkCell(column: GridColumn, text: string, period: string, bounded: boolean): Found | null {
  switch (column.kind) {
    case 'yuan':
      return checkYuan(text)
    case 'count':
      return checkCount(text)
    case 'area':
      return parseArea(text) === null ? fault('这里要写多少亩，例如 36.5。') : null
    case 'date':
      return checkDate(text, period, bounded)
    case 'name':
      return checkName(text)
    default:
      return checkText(text)
  }
}

/** What a begun row lacks. Of 收入 and 支出 one is enough. */
function lacking(block: TableDraft, row: number): { id: string; found: Found }[] {
  const empty = (id: string) => cellText(block, row, id).trim() === ''
  const bare = columnsOf(block).filter(({ id, required }) => required && empty(id))
  const none = block.type === 'money' && empty('income') && empty('expense')
  return [
    ...bare.map(({ id, label }) => ({ id, found: fault(`没有写${label.replace('（元）', '')}。`) })),
    ...(none ? [{ id: 'expense', found: fault('没有写收入或支出多少钱。') }] : []),
  ]
}

/** A number left out between numbered rows: the one behind that of the row above. */
function lackingNumber(block: TableDraft, row: number): Found | null {
  const column = columnsOf(block).find(({ counts }) => counts)
  if (!column || row === 0 || cellText(block, row, column.id).trim() !== '') return null
  const next = nextNumber(cellText(block, row - 1, column.id))
  return next === null ? null : question('没有写。', { act: 'put', label: `补 ${next}`, text: next })
}

/** The total of a register's row by its own rule. */
function wrongTotal(block: TableDraft, row: number): { id: string; found: Found } | null {
  const form = registerOf(block)
  if (!form?.rule || block.type !== 'sheet') return null
  const total = computedTotal(form, block.rows[row]!)
  const said = cellText(block, row, form.rule.total)
  if (total === null || said.trim() === '' || parseYuan(said) === parseYuan(total)) return null
  return { id: form.rule.total, found: fault(`按其他几格算是 ${total}。`, put(total)) }
}

const keyOf = (block: TableDraft, row: number): string =>
  JSON.stringify(columnsOf(block).map(({ id }) => cellText(block, row, id).trim()))

/** Asks about each row that is the same as one above. */
function repeated(block: TableDraft, kept: ReadonlySet<string>): Check[] {
  const first = new Map<string, number>()
  return flatMap(rowsOf(block), (_, row) => {
    if (isBlankRow(block, row)) return []
    const key = keyOf(block, row)
    const above = first.get(key)
    if (above === undefined) first.set(key, row)
    if (above === undefined || kept.has(key)) return []
    const message = `和第 ${above + 1} 行完全一样，是不是写重了？`
    const fixes: Fix[] = [
      { act: 'remove', label: '写重了，删去这一行' },
      { act: 'keep', label: '没有写重' },
    ]
    return [{ row, id: null, level: 'question' as const, message, fixes }]
  })
}

/** Key under which an answer 没有写重 is remembered. */
export const answerKey = keyOf

interface Looking {
  period: string
  /** Row that is being written, about which nothing that it lacks is said yet; −1: none. */
  writing: number
  /** Rows that were answered to be no repetition, by `answerKey`. */
  kept: ReadonlySet<string>
}

function checkRow(block: TableDraft, row: number, { period, writing }: Looking): Check[] {
  if (isBlankRow(block, row)) return []
  const bounded = block.type === 'money'
  const cells = flatMap(columnsOf(block), (column): Check[] => {
    const text = cellText(block, row, column.id).trim()
    const found = text === '' ? null : checkCell(column, text, period, bounded)
    return found ? [{ row, id: column.id, ...found }] : []
  })
  if (row === writing) return cells
  const number = lackingNumber(block, row)
  const numbered = columnsOf(block).find(({ counts }) => counts)?.id ?? null
  const total = wrongTotal(block, row)
  return [
    ...cells,
    ...lacking(block, row).map(({ id, found }) => ({ row, id, ...found })),
    ...(number ? [{ row, id: numbered, ...number }] : []),
    ...(total ? [{ row, id: total.id, ...total.found }] : []),
  ]
}

/** Checks every row as it is written 逐行检查: what is wrong, in words, with corrections of one press. */
export function checkRows(block: TableDraft, looking: Looking): Check[] {
  const isStatement = block.type === 'sheet' && registerOf(block) === null
  const rows = flatMap(rowsOf(block), (_, row) => (isStatement ? statementRow(block, row) : checkRow(block, row, looking))) // prettier-ignore
  const all = isStatement ? rows : [...rows, ...repeated(block, looking.kept)]
  return all.sort((a, b) => a.row - b.row)
}

/** The lines of a statement may stay empty. */
const statementRow = (block: TableDraft, row: number): Check[] =>
  flatMap(columnsOf(block), ({ id }): Check[] => {
    const text = cellText(block, row, id).trim()
    const found = text === '' ? null : checkYuan(text)
    return found ? [{ row, id, ...found }] : []
  })
