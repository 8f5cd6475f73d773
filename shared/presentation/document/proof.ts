import { flatMap } from '../../common/lists'
import type { PresentedBlock } from '../../contract/disclosure/presentation'
import { unitOfTotal } from './units'
import { scaled, sumOf, written } from './figures'
import type { Proof } from './types'

type Table = Extract<PresentedBlock, { kind: 'table' }>
type Total = Table['totals'][number]

/** Sum of the column that a total is stated for; null: no column bears its id. */
function columnSum({ columns, rows }: Table, id: string): number | null {
  const at = columns.findIndex(column => column.id === id)
  return at < 0 ? null : sumOf(rows.map(({ cells }) => cells[at]))
}

const byId = ({ totals }: Table, id: string): Total | undefined => totals.find(total => total.id === id)

/** What the closing balance 期末余额 must be: opening plus income less expense; null without all of them. */
function closingOf(table: Table): number | null {
  const [opening, income, expense] = ['opening', 'income', 'expense'].map(id =>
    scaled(byId(table, id)?.value),
  )
  if (opening === null || opening === undefined) return null
  if (typeof income !== 'number' || typeof expense !== 'number') return null
  return opening + income - expense
}

/** Computes what a stated total should be; null: it is not a sum of anything shown. */
const expected = (table: Table, { id }: Total): number | null =>
  id === 'closing' ? closingOf(table) : columnSum(table, id)

/**
 * Adds up the rows of a table and compares every stated sum 逐行相加; null if no total is the sum of a column. Small
 * groups (`<3`) count neither in the rows nor in the totals.
 */
export function proofOf(table: Table): Proof | null {
  const checked = flatMap(table.totals, total => {
    const stated = scaled(total.value)
    const sum = expected(table, total)
    return stated === null || sum === null ? [] : [{ total, stated, sum }]
  })
  if (checked.length === 0) return null
  const wrong = checked.filter(({ stated, sum }) => stated !== sum)
  if (wrong.length === 0) return { agrees: true, text: '逐行相加一致' }
  const said = wrong.map(({ total, stated, sum }) => {
    const difference = written(Math.abs(sum - stated), total.value)
    return `${total.label}和逐行相加差${difference}${unitOfTotal(table, total)}`
  })
  return { agrees: false, text: said.join('；') }
}
