import { FIELD_POLICY } from '../data/privacy/fieldPolicy'
import { withoutCountedNames } from '../domain/privacy/maskContent'
import { isCountsOnly } from '../domain/privacy/notice'
import { householdsOf, recipientTotals } from '../domain/statement'
import type { ContentBlock, RecipientRow } from '../schemas/notice'

type Recipients = Extract<ContentBlock, { type: 'recipients' }>

/** 小格规则: below this a count is shown as `<3` and its amount not at all. */
export const SMALL_CELL = FIELD_POLICY.smallCell

export interface ShownRecipients {
  rows: RecipientRow[]
  /** Counted groups with too few people: neither count nor amount may be told, nor worked out from the totals. */
  small: RecipientRow[]
  /** Totals of `rows` alone where there are small groups, else as the writer stated them. */
  households: number
  persons: number
  fen: number
}

/** What everybody may see of a recipient table: groups that are counted only have one row each and name nobody. */
export function shownRecipients(block: Recipients): ShownRecipients {
  const { rows } = withoutCountedNames(block)
  const isSmall = (row: RecipientRow) => isCountsOnly(row.scheme) && row.persons < SMALL_CELL
  const small = rows.filter(isSmall)
  if (small.length === 0) {
    return {
      rows,
      small,
      households: householdsOf(block.rows),
      persons: block.totalPersons,
      fen: block.totalFen,
    }
  }
  const told = new Set(small.map(({ scheme }) => scheme))
  const others = block.rows.filter(({ scheme }) => !told.has(scheme))
  const totals = recipientTotals({ ...block, rows: others })
  return { rows: rows.filter(row => !isSmall(row)), small, households: householdsOf(others), ...totals }
}
