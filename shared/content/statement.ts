import { flatMap } from '../common/lists'
import type { ContentBlock } from '../contract/disclosure/notice'
import type { Issue } from '../contract/common'
import { sumFen, yuan } from '../common/money'
import { dateLabel, periodLabel, periodRange } from '../common/period'
import { sheetIssues } from './sheet'

type Money = Extract<ContentBlock, { type: 'money' }>
type Recipients = Extract<ContentBlock, { type: 'recipients' }>

export interface StatementTotals {
  incomeFen: number
  expenseFen: number
  /** opening + income − expense. */
  computedClosingFen: number
}

/** Computes the totals 收支合计 of a money statement from its lines, in fen. */
export function statementTotals(block: Money): StatementTotals {
  const amounts = (direction: 'income' | 'expense') =>
    sumFen(block.lines.filter(line => line.direction === direction).map(line => line.amountFen))
  const incomeFen = amounts('income')
  const expenseFen = amounts('expense')
  return { incomeFen, expenseFen, computedClosingFen: block.openingFen + incomeFen - expenseFen }
}

/** Computes the totals 合计 of a recipient table from its rows. */
export function recipientTotals(block: Recipients): { persons: number; fen: number } {
  return {
    persons: block.rows.reduce((sum, row) => sum + row.persons, 0),
    fen: sumFen(block.rows.map(row => row.amountFen)),
  }
}

/** Counts households 户数: one per row unless the row states a number. */
export const householdsOf = (rows: readonly Recipients['rows'][number][]): number =>
  rows.reduce((sum, row) => sum + (row.households ?? 1), 0)

function moneyIssues(block: Money, field: string, period: string): Issue[] {
  const issues: Issue[] = []
  const { computedClosingFen } = statementTotals(block)
  if (computedClosingFen !== block.closingFen) {
    issues.push({
      code: 'balance-mismatch',
      field: `${field}.closingFen`,
      message: `“${block.label}”账不平：按明细算期末余额是 ${yuan(computedClosingFen)} 元，填的是 ${yuan(block.closingFen)} 元。`,
    })
  }
  const { start, end } = periodRange(period)
  block.lines.forEach((line, index) => {
    if (line.date >= start && line.date <= end) return
    issues.push({
      code: 'date-outside-period',
      field: `${field}.lines.${index}.date`,
      row: index + 1,
      message: `第 ${index + 1} 行的日期 ${dateLabel(line.date)} 不在${periodLabel(period)}内。`,
    })
  })
  return issues
}

function recipientIssues(block: Recipients, field: string): Issue[] {
  const totals = recipientTotals(block)
  const issues: Issue[] = []
  if (totals.persons !== block.totalPersons) {
    issues.push({
      code: 'persons-mismatch',
      field: `${field}.totalPersons`,
      message: `“${block.label}”人数合计不对：各行加起来是 ${totals.persons} 人，填的是 ${block.totalPersons} 人。`,
    })
  }
  if (totals.fen !== block.totalFen) {
    issues.push({
      code: 'amount-mismatch',
      field: `${field}.totalFen`,
      message: `“${block.label}”金额合计不对：各行加起来是 ${yuan(totals.fen)} 元，填的是 ${yuan(block.totalFen)} 元。`,
    })
  }
  return issues
}

/** Reports sums and dates that do not agree, each with its field; `prefix` is the path of the blocks. */
export function agreementIssues(
  blocks: readonly ContentBlock[],
  period: string,
  prefix = 'content.blocks',
): Issue[] {
  return flatMap(blocks, (block, index) => {
    const field = `${prefix}.${index}`
    if (block.type === 'money') return moneyIssues(block, field, period)
    if (block.type === 'recipients') return recipientIssues(block, field)
    if (block.type === 'sheet') return sheetIssues(block, field)
    return []
  })
}
