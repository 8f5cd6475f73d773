import { FIELD_POLICY } from '../facts/disclosure/fieldPolicy'
import { OTHERS } from './fold'
import { householdsOf, recipientTotals } from '../content/statement'
import type { ContentBlock, RecipientRow } from '../contract/disclosure/notice'
import { withoutCountedNames, isCounted, isSensitive } from '../content/countedRows'

type Recipients = Extract<ContentBlock, { type: 'recipients' }>

/** 小格规则: below this a count is shown as `<3` and its amount not at all. */
export const SMALL_CELL = FIELD_POLICY.smallCell
/** Said of totals that leave small groups out. */
export const EXCEPT_SMALL = `（不含少于 ${SMALL_CELL} 人的项目）`

export interface ShownRecipients {
  rows: RecipientRow[]
  /** Sums of too few people: neither count nor amount may be told, nor worked out from the totals. */
  small: RecipientRow[]
  /** Totals of `rows` alone where there are small groups, else as the writer stated them; null: the rows do not say of how many. */
  households: number | null
  persons: number
  fen: number
}

/** A sum of a sensitive group, or of several, that stands for too few; a list that names its households is none. */
function isSmall(row: RecipientRow): boolean {
  if (isCounted(row)) return row.persons < SMALL_CELL
  const sensitive = isSensitive(row.scheme) || row.scheme === OTHERS
  return sensitive && row.households !== undefined && row.households < SMALL_CELL
}

const householdsIn = (rows: readonly RecipientRow[]): number | null =>
  rows.some(row => isCounted(row) && row.households === undefined) ? null : householdsOf(rows)

/** What everybody may see of a recipient table: groups that are counted only have one row each and name nobody. */
export function shownRecipients(block: Recipients): ShownRecipients {
  const all = withoutCountedNames(block).rows
  const small = all.filter(isSmall)
  const rows = all.filter(row => !isSmall(row))
  const households = householdsIn(rows)
  if (small.length === 0) return { rows, small, households, persons: block.totalPersons, fen: block.totalFen }
  return { rows, small, households, ...recipientTotals({ ...block, rows }) }
}
