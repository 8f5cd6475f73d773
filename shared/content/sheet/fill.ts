import type { StatementForm } from '../../facts/disclosure/sheets'
import { sumOfLine } from './totals'

/**
 * Fills an amount column of a statement: entered amounts stay, missing sums are computed from the lines above,
 * all other lines are zero.
 */
export function filledRows(form: StatementForm, given: ReadonlyMap<string, number>): Map<string, number> {
  const amounts = new Map(given)
  for (const line of form.lines) {
    if (!amounts.has(line.code)) amounts.set(line.code, line.plus ? sumOfLine(line, amounts) : 0)
  }
  return amounts
}
