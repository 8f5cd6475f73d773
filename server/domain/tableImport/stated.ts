import type { TableForm } from '@shared/facts/disclosure/tableColumns'
import { type GridRow, textAt } from '../catalogue/grid'
import { parseCount, parseYuan } from '@shared/figures/parse'
import { yuan } from '@shared/common/money'
import type { Header } from './header'
import type { LineRead } from './line'
import { money } from './words'

/** Totals stated by the sheet: by field of the block, and of `income` and `expense`. */
export type Stated = Record<string, number>

const figureIn = (text: string, kind: 'yuan' | 'count'): number | null =>
  kind === 'yuan' ? parseYuan(text) : parseCount(text)

const plain = (text: string) => text.normalize('NFKC').replace(/\s|\(元\)|\(人\)/g, '')

/**
 * Reads 期初余额 | 12,345.60 in two cells, or 期初余额：12,345.60元 in one.
 * @returns true if the row contains nothing else
 */
export function readStated(row: GridRow, form: TableForm, stated: Stated): boolean {
  let found = false
  for (const [at, cell] of row.cells.entries()) {
    const text = cell && cell.column === at ? plain(cell.text) : ''
    for (const { field, header, also, kind } of text === '' ? [] : form.stated) {
      const word = [header, ...also].find(one => text.startsWith(one))
      if (word === undefined) continue
      const inside = figureIn(text.slice(word.length).replace(/^[:：]/, ''), kind)
      const beside = row.cells.slice(at + (cell?.colSpan ?? 1)).flatMap(next => figureIn(next?.text ?? '', kind) ?? []) // prettier-ignore
      const figure = inside ?? (text.length <= word.length + 1 ? beside[0] : undefined)
      if (figure === undefined) continue
      stated[field] = figure
      found = true
    }
  }
  return found
}

/** Reads the row 合计 below the lines. */
export function readTotalRow(row: GridRow, { columns }: Header, form: TableForm, stated: Stated): void {
  for (const { column, at, scale } of columns) {
    const text = textAt(row, at)
    const { field } = column
    const figure = column.kind === 'yuan' ? parseYuan(text, scale) : column.kind === 'count' ? parseCount(text) : null // prettier-ignore
    if (figure === null) continue
    if (form.block === 'sheet') stated[field] = figure
    if (form.block === 'recipients' && field === 'amountFen') stated.totalFen = figure
    if (field === 'persons') stated.totalPersons = figure
    if (field === 'income' || field === 'expense') stated[field] = figure
  }
}

/** Reads the running balance of a line or of 合计: the last one is the closing balance, unless the sheet states that. */
export function readBalance(row: GridRow, { balance }: Header, said: Stated): void {
  const figure = balance && parseYuan(textAt(row, balance.at), balance.scale)
  if (figure !== null) said.balanceFen = figure
}

export interface Checked {
  /** Values for the form. */
  stated: Record<string, string>
  faults: { field: string; message: string }[]
  notes: string[]
}

interface Sum {
  fen: number
  /** Number of rows with an unreadable figure. */
  unread: number
}

const sumOf = (lines: readonly LineRead[], field = 'amountFen'): Sum => {
  const amounts = lines.map(({ values }) => parseYuan(values[field] ?? ''))
  return {
    fen: amounts.reduce<number>((sum, fen) => sum + (fen ?? 0), 0),
    unread: amounts.filter(fen => fen === null).length,
  }
}

const without = (unread: number) => (unread > 0 ? `（不含看不出金额的 ${unread} 行）` : '')

const differs = (what: string, said: number, { fen, unread }: Sum): string =>
  `表里的${what}是 ${money(said)}，各行加起来${without(unread)}是 ${money(fen)}，相差 ${money(Math.abs(said - fen))}，请核对。`

function checkRecipients(lines: readonly LineRead[], said: Stated): Checked {
  const checked: Checked = { stated: {}, faults: [], notes: [] }
  const sum = sumOf(lines)
  const persons = lines.reduce((total, { values }) => total + (parseCount(values.persons ?? '') ?? 0), 0)
  const { totalFen = sum.fen, totalPersons = persons } = said
  checked.stated = { totalFen: yuan(totalFen), totalPersons: String(totalPersons) }
  if (said.totalFen === undefined) checked.notes.push('表里没有金额合计，合计是按各行加起来填的。')
  if (totalFen !== sum.fen) checked.faults.push({ field: 'totalFen', message: differs('金额合计', totalFen, sum) }) // prettier-ignore
  if (totalPersons !== persons) {
    const message = `表里的人数合计是 ${totalPersons} 人，各行加起来是 ${persons} 人，请核对。`
    checked.faults.push({ field: 'totalPersons', message })
  }
  return checked
}

function checkMoney(lines: readonly LineRead[], said: Stated, carriedFen: number | null): Checked {
  const checked: Checked = { stated: {}, faults: [], notes: [] }
  const side = (direction: string) => sumOf(lines.filter(({ values }) => values.direction === direction))
  const [income, expense] = [side('income'), side('expense')]
  const openingFen = said.openingFen ?? carriedFen ?? 0
  const computed = openingFen + income.fen - expense.fen
  const stated = said.closingFen ?? said.balanceFen
  const closingFen = stated ?? computed
  checked.stated = { openingFen: yuan(openingFen), closingFen: yuan(closingFen) }
  if (stated === undefined) {
    checked.notes.push('表里没有期末余额，是按明细算出来填的，请和账上核对。')
  }
  if (carriedFen !== null && openingFen !== carriedFen) {
    const message = `表里的期初余额是 ${money(openingFen)}，上期公开的期末余额是 ${money(carriedFen)}，请核对。`
    checked.faults.push({ field: 'openingFen', message })
  }
  if (closingFen !== computed) {
    const message = `表里的期末余额是 ${money(closingFen)}，按明细算${without(income.unread + expense.unread)}是 ${money(computed)}，相差 ${money(Math.abs(closingFen - computed))}，请核对。`
    checked.faults.push({ field: 'closingFen', message })
  }
  const totals = [['收入合计', said.income, income], ['支出合计', said.expense, expense]] as const // prettier-ignore
  for (const [what, total, sum] of totals) {
    if (total !== undefined && total !== sum.fen) checked.faults.push({ field: 'lines', message: differs(what, total, sum) }) // prettier-ignore
  }
  return checked
}

/** Checks the row 合计 of a register against its rows; it is not stored, totals are computed. */
function checkRegister({ columns }: TableForm, lines: readonly LineRead[], said: Stated): Checked {
  const faults = columns.flatMap(({ field, header, kind }) => {
    const total = said[field]
    if (kind !== 'yuan' || total === undefined) return []
    // A blank cell in a register counts as zero.
    const sum = sumOf(
      lines.filter(({ values }) => values[field] !== ''),
      field,
    )
    return total === sum.fen ? [] : [{ field: 'rows', message: differs(`${header}合计`, total, sum) }]
  })
  return { stated: {}, faults, notes: [] }
}

/** Checks the stated totals against the rows. */
export function checkStated(
  form: TableForm,
  lines: readonly LineRead[],
  said: Stated,
  carriedFen: number | null,
): Checked {
  if (form.block === 'sheet') return checkRegister(form, lines, said)
  return form.block === 'money' ? checkMoney(lines, said, carriedFen) : checkRecipients(lines, said)
}
