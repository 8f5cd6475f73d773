import { flatMap } from '../../common/lists'
import { type RegisterForm, type StatementForm, sheetForm } from '../../facts/disclosure/sheets'
import type { Issue } from '../../contract/common'
import type { SheetBlock, SheetRow } from '../../contract/disclosure/notice'
import { yuan } from '../../common/money'
import { computedLines, lineAmounts, sumOfLine, sumOfRow } from './totals'

const money = (fen: number): string => `${yuan(fen)} 元`

const headerOf = (form: { columns: readonly { field: string; header: string }[] }, field: string): string =>
  (form.columns.find(column => column.field === field)?.header ?? field).replace(/（元）$/, '')

/** Names a row, e.g. `第 3 行“村东鱼塘”`. */
export const rowName = ({ key }: RegisterForm, row: SheetRow, index: number): string =>
  `第 ${index + 1} 行“${String(row[key[0]!] ?? '')}”`

/** Writes out the rule of a register, e.g. `以前欠租 + 本期应收 − 本期已收`. */
function formulaOf(form: RegisterForm): string {
  const { plus, minus } = form.rule!
  const name = (field: string) => headerOf(form, field)
  return [plus.map(name).join(' + '), ...minus.map(name)].join(' − ')
}

function rowIssues(form: RegisterForm, { label, rows }: SheetBlock, field: string): Issue[] {
  const { rule } = form
  if (!rule) return []
  return flatMap(rows, (row, index): Issue[] => {
    const made = sumOfRow(rule, row)
    const given = Number(row[rule.total] ?? 0)
    if (made === given) return []
    const message = `“${label}”${rowName(form, row, index)}：${formulaOf(form)} = ${money(made)}，${headerOf(form, rule.total)}填的是 ${money(given)}。`
    return [{ code: 'row-mismatch', field: `${field}.rows.${index}.${rule.total}`, row: index + 1, message }]
  })
}

/** Reports duplicate keys: such rows cannot be matched in the next period. */
function twiceIssues(form: RegisterForm, { label, rows }: SheetBlock, field: string): Issue[] {
  const seen = new Map<string, number>()
  return flatMap(rows, (row, index): Issue[] => {
    const key = JSON.stringify(form.key.map(name => row[name] ?? ''))
    const before = seen.get(key)
    if (before === undefined) seen.set(key, index)
    if (before === undefined) return []
    const message = `“${label}”${rowName(form, row, index)}和第 ${before + 1} 行重名，下一期会分不清。请合成一行，或把名称写得不一样。`
    return [{ code: 'row-twice', field: `${field}.rows.${index}.${form.key[0]}`, row: index + 1, message }]
  })
}

function lineIssues(form: StatementForm, { label, rows }: SheetBlock, field: string): Issue[] {
  const at = (code: string) => rows.findIndex(row => row.line === code)
  const nameOf = (code: string) => form.lines.find(line => line.code === code)?.name ?? code
  return flatMap(
    form.columns.filter(({ kind }) => kind === 'yuan'),
    ({ field: column }): Issue[] => {
      const amounts = lineAmounts(rows, column)
      const place = (code: string) => `${field}.rows.${Math.max(0, at(code))}.${column}`
      const name = headerOf(form, column)
      const wrongSums = flatMap(computedLines(form), (line): Issue[] => {
        const made = sumOfLine(line, amounts)
        const given = amounts.get(line.code) ?? 0
        if (made === given) return []
        const message = `“${label}”的“${line.name}”${name}不对：按各项算是 ${money(made)}，填的是 ${money(given)}，差 ${money(Math.abs(made - given))}。`
        return [{ code: 'line-mismatch', field: place(line.code), row: at(line.code) + 1, message }]
      })
      const unequal = flatMap(form.equal, ([left, right]): Issue[] => {
        const [one, other] = [amounts.get(left) ?? 0, amounts.get(right) ?? 0]
        if (one === other) return []
        const message = `“${label}”两边不平：${name}“${nameOf(left)}”是 ${money(one)}，“${nameOf(right)}”是 ${money(other)}，差 ${money(Math.abs(one - other))}。`
        return [{ code: 'sides-unequal', field: place(right), row: at(right) + 1, message }]
      })
      return [...wrongSums, ...unequal]
    },
  )
}

function repeatedLines(form: StatementForm, { label, rows }: SheetBlock, field: string): Issue[] {
  return flatMap(rows, (row, index): Issue[] => {
    if (rows.findIndex(({ line }) => line === row.line) === index) return []
    const name = form.lines.find(({ code }) => code === row.line)?.name ?? ''
    const message = `“${label}”第 ${index + 1} 行：“${name}”写了两次，请只留一行。`
    return [{ code: 'line-twice', field: `${field}.rows.${index}.line`, row: index + 1, message }]
  })
}

/**
 * Checks the internal consistency of a sheet 台账和报表的勾稽, each issue with its row or line; `field` is the path of
 * the block.
 */
export function sheetIssues(block: SheetBlock, field: string): Issue[] {
  const form = sheetForm(block.sheet)
  const repeated =
    form.kind === 'statement' ? repeatedLines(form, block, field) : twiceIssues(form, block, field)
  const sums = form.kind === 'statement' ? lineIssues(form, block, field) : rowIssues(form, block, field)
  return [...repeated, ...sums]
}
