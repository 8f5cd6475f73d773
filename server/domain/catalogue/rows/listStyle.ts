import type { CatalogueRow } from '@shared/contract/catalogues/catalogue'
import { startsWithMarker } from '../fields/listMarks'
import { joinLayout, normaliseBlanks } from '../text'

const OTHERWISE = '本栏别的格用换行、编号或分号分条，这一格只有顿号，可能是一项，也可能是几项'
/** A list by 、 of so few entries is one entry where the column separates its entries otherwise. */
const FEW = 3

const sourceOf = ({ sources }: CatalogueRow): string => normaliseBlanks(sources?.['elements'] ?? '').trim()

/** Checks for a list whose entries are numbered, marked, or separated by lines or semicolons. */
const isSeparated = (row: CatalogueRow): boolean =>
  row.elements.length > 1 && (/[；;\n]/.test(sourceOf(row)) || startsWithMarker(sourceOf(row)))

const isEnumerated = (row: CatalogueRow): boolean =>
  row.elements.length > 1 && !isSeparated(row) && sourceOf(row).includes('、')

function doubted(row: CatalogueRow): CatalogueRow {
  const whole =
    row.elements.length <= FEW ? [joinLayout(sourceOf(row)).replace(/[、，,；;。:：]+$/, '')] : row.elements
  const known = row.uncertain.some(({ field }) => field === 'elements')
  const uncertain = known ? row.uncertain : [...row.uncertain, { field: 'elements', reason: OTHERWISE }]
  return { ...row, elements: whole, uncertain }
}

/**
 * Doubts the lists by 、 of a table whose other lists are separated otherwise: there a 、 may be part of an entry.
 * Rows of one table.
 */
export function withListStyle(rows: readonly CatalogueRow[]): CatalogueRow[] {
  const separated = rows.filter(isSeparated).length
  const enumerated = rows.filter(isEnumerated).length
  if (separated === 0 || enumerated === 0 || separated < enumerated) return [...rows]
  return rows.map(row => (isEnumerated(row) ? doubted(row) : row))
}
