import type { SheetColumn } from '../../facts/disclosure/sheets'
import { yuan } from '../../common/money'
import { dateLabel } from '../../common/period'

/** Formats hundredths of a mu: `36.5亩`, `1,200亩`. */
export const areaText = (centi: number): string => `${yuan(centi).replace(/(?:\.0+|(\.\d)0)$/, '$1')}亩`

/** Formats a cell; empty text for an empty value. */
export function cellText({ kind }: Pick<SheetColumn, 'kind'>, value: string | number | undefined): string {
  if (value === undefined || value === '') return ''
  if (kind === 'yuan') return yuan(Number(value))
  if (kind === 'area') return areaText(Number(value))
  return kind === 'date' ? dateLabel(String(value)) : String(value)
}
