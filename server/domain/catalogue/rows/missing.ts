import type { Uncertainty } from '@shared/contract/catalogues/catalogue'
import type { Column } from '../header/roles'
import { joinLayout } from '../text'
import type { Carried } from './carry'
import { type FieldName, type SourceCell, fieldOf } from './source'

/** The mandatory columns of the national standard catalogue, in its order. */
export const STANDARD_FIELDS: readonly FieldName[] = [
  'path',
  'elements',
  'basis',
  'deadline',
  'subjects',
  'channels',
  'audience',
  'mode',
  'levels',
]

/** Returns the standard columns that the table lacks. */
export function missingColumns(columns: readonly Column[]): FieldName[] {
  const present = new Set(columns.map(fieldOf))
  return STANDARD_FIELDS.filter(field => !present.has(field))
}

/** Returns doubts for fields contained in the cells of another column. */
export const sharedDoubts = (columns: readonly Column[]): Uncertainty[] =>
  columns.flatMap(({ also, header }) => {
    const field = also && missingColumns(columns).find(name => name === also)
    return field ? [{ field, reason: `和别的内容写在同一列“${header.at(-1) ?? ''}”里，没有分出来` }] : []
  })

/** Returns doubts because an unknown column may be one of the missing ones. */
export const unknownDoubts = (columns: readonly Column[]): Uncertainty[] =>
  columns.some(({ role, header }) => role.kind === 'unknown' && header.join('') !== '')
    ? missingColumns(columns).map(field => ({ field, reason: '表头里有看不懂的列，可能就是这一项' }))
    : []

/** Returns a doubt for an item without a number in a table whose items have one. */
export const unnumberedDoubts = (cells: readonly SourceCell[], { byNumber }: Carried): Uncertainty[] => {
  const number = cells.find(({ column }) => column.role.kind === 'no')
  return number && byNumber.size > 0 && joinLayout(number.text) === ''
    ? [{ field: 'displayNo', reason: '这一行没有序号，可能是上一项的另一部分，也可能是单独一项' }]
    : []
}
