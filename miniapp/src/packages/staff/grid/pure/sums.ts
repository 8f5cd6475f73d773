import { yuan } from '@shared/common/money'
import { parseArea, parseCount, parseYuan } from '@shared/figures/parse'
import type { TableDraft } from '../../draft/fromTable'
import { cellText, columnsOf, rowsOf } from './columns'

/** The sums while a table is written 账对得上. */
export interface Proof {
  lines: { label: string; text: string }[]
  /** What the rows come to, against what is stated; null while nothing is stated. */
  verdict: { agrees: boolean; text: string } | null
}

const fenOf = (text: string): number => parseYuan(text) ?? 0

function moneyProof(block: Extract<TableDraft, { type: 'money' }>): Proof {
  const of = (side: 'income' | 'expense') =>
    block.lines.filter(line => line.direction === side && line.amountFen.trim() !== '')
  const sum = (side: 'income' | 'expense') => of(side).reduce((all, line) => all + fenOf(line.amountFen), 0)
  const closing = fenOf(block.openingFen) + sum('income') - sum('expense')
  return {
    lines: [
      { label: '期初余额', text: yuan(fenOf(block.openingFen)) },
      { label: `+ 收入 ${of('income').length} 笔`, text: yuan(sum('income')) },
      { label: `− 支出 ${of('expense').length} 笔`, text: yuan(sum('expense')) },
      { label: '= 算出期末', text: yuan(closing) },
    ],
    verdict: verdictOf(block.closingFen, closing, '期末余额'),
  }
}

function verdictOf(stated: string, fen: number, what: string): Proof['verdict'] {
  if (stated.trim() === '') return null
  const given = parseYuan(stated)
  if (given === fen) return { agrees: true, text: `和${what}一致` }
  const text = given === null ? `${what}看不出是多少钱` : `${what}差 ${yuan(Math.abs(given - fen))} 元`
  return { agrees: false, text }
}

function recipientsProof({
  rows,
  totalFen,
  totalPersons,
}: Extract<TableDraft, { type: 'recipients' }>): Proof {
  const fen = rows.reduce((all, row) => all + fenOf(row.amountFen), 0)
  const persons = rows.reduce((all, row) => all + (parseCount(row.persons) ?? 0), 0)
  const people = totalPersons.trim() === '' ? persons : (parseCount(totalPersons) ?? -1)
  const verdict = verdictOf(totalFen, fen, '合计金额')
  const wrongPeople = people === persons ? null : { agrees: false, text: `合计人数写的是 ${totalPersons}，各行加起来是 ${persons}` } // prettier-ignore
  return {
    lines: [
      { label: '行数', text: String(rows.length) },
      { label: '各行人数加起来', text: String(persons) },
      { label: '各行金额加起来', text: yuan(fen) },
    ],
    verdict: wrongPeople ?? verdict,
  }
}

/** Adds up a table as it is written; null for a register or a statement, whose rows prove themselves. */
export function proofOf(block: TableDraft): Proof | null {
  if (block.type === 'money') return moneyProof(block)
  return block.type === 'recipients' ? recipientsProof(block) : null
}

/** Totals of the columns that have one, by column. */
export function columnTotals(block: TableDraft): ReadonlyMap<string, string> {
  const totals = columnsOf(block).filter(({ summed }) => summed)
  return new Map(
    totals.map(({ id, kind }) => {
      const read = kind === 'yuan' ? parseYuan : kind === 'area' ? parseArea : parseCount
      const sum = rowsOf(block).reduce((all, _, row) => all + (read(cellText(block, row, id)) ?? 0), 0)
      return [id, kind === 'count' ? String(sum) : yuan(sum)] as const
    }),
  )
}
