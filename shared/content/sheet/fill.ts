import type { StatementForm } from '../../facts/disclosure/sheets'
import { sumOfLine } from './totals'

/**
 * Every line of a statement's column with an amount: what was given stays, sums that were left out are computed from the lines
 * above them, anything else is nothing.
 */
export function filledRows(form: StatementForm, given: ReadonlyMap<string, number>): Map<string, number> {
  const amounts = new Map(given)
  for (const line of form.lines) {
    if (!amounts.has(line.code)) amounts.set(line.code, line.plus ? sumOfLine(line, amounts) : 0)
  }
  return amounts
}
