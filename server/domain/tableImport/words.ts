import { yuan } from '@shared/common/money'

/** Returns the sheet's column name: 0 → A, 26 → AA. */
export const letterOf = (at: number): string =>
  (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

export const cellPlace = (row: number, at: number, header: string): string =>
  `第 ${row} 行 ${letterOf(at)} 列“${header}”`

const LISTED = 8

/** Formats row numbers: 第 3、5、9 行 … 共 20 行 */
export const rowsText = (rows: readonly number[]): string =>
  `第 ${rows.slice(0, LISTED).join('、')} 行${rows.length > LISTED ? `等 ${rows.length} 行` : ''}`

export const money = (fen: number): string => `${yuan(fen)} 元`
