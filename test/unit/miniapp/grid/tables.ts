import type { DraftOf, LineDraft } from '../../../../miniapp/src/packages/staff/draft/types'
import { emptyLine, emptyRecipient } from '../../../../miniapp/src/packages/staff/draft/toDraft'

/** A line of an account for the tests of the grid: day, item, amount; an income has a plus. */
export const line = (
  date: string,
  item: string,
  amount: string,
  more: Partial<LineDraft> = {},
): LineDraft => ({
  ...emptyLine(),
  date,
  item,
  direction: amount.startsWith('+') ? 'income' : 'expense',
  amountFen: amount.replace('+', ''),
  ...more,
})

export const account = (...lines: LineDraft[]): DraftOf<'money'> => ({
  type: 'money',
  label: '收支明细',
  openingFen: '100.00',
  lines,
  closingFen: '',
})

export const listOf = (...rows: [name: string, amountFen: string][]): DraftOf<'recipients'> => ({
  type: 'recipients',
  label: '发放明细',
  rows: rows.map(([name, amountFen]) => ({ ...emptyRecipient(), name, scheme: '低保', amountFen })),
  totalPersons: '',
  totalFen: '',
})
