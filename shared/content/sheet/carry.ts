import { flatMap, recordOf } from '../../common/lists'
import { type RegisterForm, type StatementForm, sheetForm } from '../../facts/disclosure/sheets'
import type { Issue } from '../../contract/common'
import type { SheetBlock, SheetRow } from '../../contract/disclosure/notice'
import { yuan } from '../../common/money'
import { periodRange, yearOf } from '../../common/period'
import { rowName } from './rules'
import { lineAmounts } from './totals'

const money = (fen: number): string => `${yuan(fen)} 元`

/** A published sheet with its period. */
export interface PastSheet {
  block: SheetBlock
  period: string
}

const keyOf = ({ key }: RegisterForm, row: SheetRow): string =>
  JSON.stringify(key.map(name => row[name] ?? ''))

/** True if the period ends on 31 December: only then do its closing figures open the next year. */
const endsYear = (period: string): boolean => periodRange(period).end.endsWith('-12-31')

const isYear = (period: string): boolean => /^\d{4}$/.test(period)

function carriedRow({ carry }: RegisterForm, row: SheetRow): SheetRow {
  if (!carry) return row
  const opening = row[carry.closing] ?? 0
  const cleared = recordOf(carry.cleared.map(field => [field, 0]))
  return { ...row, ...cleared, [carry.opening]: opening, [carry.closing]: opening }
}

const isSettled = ({ carry }: RegisterForm, row: SheetRow): boolean =>
  carry?.dropsSettled === true && row[carry.closing] === 0

type Opening = ReadonlyMap<string, number>

/**
 * Returns the previous-year column 年初数、上年数 from the last statement; null if its period kind or year does not
 * fit.
 */
function beforeOf(
  { before, carry }: StatementForm,
  past: PastSheet,
  period: string,
): { all: Opening | null; line: number | null } {
  const { rows } = past.block
  const sameYear = yearOf(past.period) === yearOf(period)
  const nextYear = yearOf(past.period) + 1 === yearOf(period) && endsYear(past.period)
  const now = lineAmounts(rows, 'nowFen')
  const line = carry && nextYear ? (now.get(carry.closing) ?? 0) : null
  if (before === 'balance') {
    return { all: nextYear ? now : sameYear ? lineAmounts(rows, 'beforeFen') : null, line }
  }
  return { all: nextYear && isYear(past.period) && isYear(period) ? now : null, line }
}

function carriedStatement(form: StatementForm, past: PastSheet, period: string): SheetRow[] {
  const { all, line } = beforeOf(form, past, period)
  return form.lines.map(({ code }) => ({
    line: code,
    nowFen: code === form.carry?.opening ? (line ?? 0) : 0,
    beforeFen: all?.get(code) ?? 0,
  }))
}

/**
 * Prepares the sheet of a new period 结转: a register keeps its rows with closing figures as opening figures; a
 * statement gets its opening column filled in.
 */
export function carriedSheet(past: PastSheet, period: string): SheetBlock {
  const form = sheetForm(past.block.sheet)
  if (form.kind === 'statement') return { ...past.block, rows: carriedStatement(form, past, period) }
  const rows = past.block.rows.filter(row => !isSettled(form, row)).map(row => carriedRow(form, row))
  return { ...past.block, rows }
}

function registerIssues(form: RegisterForm, block: SheetBlock, past: SheetBlock, field: string): Issue[] {
  const { carry } = form
  if (!carry) return []
  const name = (of: string) => form.columns.find(column => column.field === of)!.header.replace('（元）', '')
  const before = new Map(past.rows.map(row => [keyOf(form, row), Number(row[carry.closing] ?? 0)]))
  const issues = flatMap(block.rows, (row, index): Issue[] => {
    const last = before.get(keyOf(form, row)) ?? 0
    before.delete(keyOf(form, row))
    const given = Number(row[carry.opening] ?? 0)
    if (last === given) return []
    const message = `“${block.label}”${rowName(form, row, index)}：${name(carry.opening)}应等于上期的${name(carry.closing)} ${money(last)}，填的是 ${money(given)}。`
    return [{ code: 'opening-mismatch', field: `${field}.rows.${index}.${carry.opening}`, row: index + 1, message }] // prettier-ignore
  })
  const lost = past.rows.filter(row => (before.get(keyOf(form, row)) ?? 0) !== 0)
  return [
    ...issues,
    ...lost.map(row => ({
      code: 'row-lost',
      field: `${field}.rows`,
      message: `“${block.label}”少了一行：上期的“${String(row[form.key[0]!])}”${name(carry.closing)}还有 ${money(Number(row[carry.closing]))}，本期没有写。已经结清的，也要写一行，说明本期结清。`,
    })),
  ]
}

function statementIssues(
  form: StatementForm,
  block: SheetBlock,
  past: PastSheet,
  period: string,
  field: string,
): Issue[] {
  const { all, line } = beforeOf(form, past, period)
  const place = (code: string, column: string) => `${field}.rows.${Math.max(0, block.rows.findIndex(row => row.line === code))}.${column}` // prettier-ignore
  const given = lineAmounts(block.rows, 'beforeFen')
  const header = form.columns.find(column => column.field === 'beforeFen')!.header.replace('（元）', '')
  const issues =
    all === null
      ? []
      : flatMap(form.lines, ({ code, name }): Issue[] => {
          const [last, now] = [all.get(code) ?? 0, given.get(code) ?? 0]
          if (last === now) return []
          const message = `“${block.label}”的“${name}”${header}接不上：上一次公开的是 ${money(last)}，填的是 ${money(now)}。`
          return [{ code: 'opening-mismatch', field: place(code, 'beforeFen'), message }]
        })
  const opening = form.carry?.opening
  const opened = lineAmounts(block.rows, 'nowFen').get(opening ?? '') ?? 0
  if (opening === undefined || line === null || line === opened) return issues
  const message = `“${block.label}”的“年初未分配收益”应等于上年的“年末未分配收益” ${money(line)}，填的是 ${money(opened)}。`
  return [...issues, { code: 'opening-mismatch', field: place(opening, 'nowFen'), message }]
}

/** Checks that opening figures equal the last closing figures 期初接上期末; `field` is the path of the block. */
export function sheetOpeningIssues(
  block: SheetBlock,
  past: PastSheet,
  period: string,
  field: string,
): Issue[] {
  const form = sheetForm(block.sheet)
  return form.kind === 'statement'
    ? statementIssues(form, block, past, period, field)
    : registerIssues(form, block, past.block, field)
}
