import { FIELD_POLICY } from '../facts/disclosure/fieldPolicy'
import { OTHERS } from './fold'
import { householdsOf, recipientTotals } from '../content/statement'
import type { ContentBlock, RecipientRow } from '../contract/disclosure/notice'
import { withoutCountedNames, isCounted, isSensitive } from '../content/countedRows'

type Recipients = Extract<ContentBlock, { type: 'recipients' }>

/** Small-cell threshold 小格规则: a smaller count is shown as `<3`, its amount not at all. */
export const SMALL_CELL = FIELD_POLICY.smallCell
/** Suffix of totals that exclude small groups. */
export const EXCEPT_SMALL = `（不含少于 ${SMALL_CELL} 人的项目）`

export interface ShownRecipients {
  rows: RecipientRow[]
  /** Sums over too few people: neither count nor amount may be shown, nor be computable from the totals. */
  small: RecipientRow[]
  /**
   * Totals of `rows` alone if there are small groups, otherwise as stated by the author; null: the rows do not
   * state a count.
   */
  households: number | null
  persons: number
  fen: number
}

/**
 * True for a sum of one or more sensitive groups below the threshold; a list that names its households is never
 * small.
 */
function isSmall(row: RecipientRow): boolean {
  if (isCounted(row)) return row.persons < SMALL_CELL
  const sensitive = isSensitive(row.scheme) || row.scheme === OTHERS
  return sensitive && row.households !== undefined && row.households < SMALL_CELL
}

const householdsIn = (rows: readonly RecipientRow[]): number | null =>
  rows.some(row => isCounted(row) && row.households === undefined) ? null : householdsOf(rows)

/** Returns the public part of a recipient table: each count-only group as one row without names. */
export function shownRecipients(block: Recipients): ShownRecipients {
  const all = withoutCountedNames(block).rows
  const small = all.filter(isSmall)
  const rows = all.filter(row => !isSmall(row))
  const households = householdsIn(rows)
  if (small.length === 0) return { rows, small, households, persons: block.totalPersons, fen: block.totalFen }
  return { rows, small, households, ...recipientTotals({ ...block, rows }) }
}
