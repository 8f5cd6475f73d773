import type { CatalogueColumns } from '@shared/contract/catalogues/catalogue'
import type { CellField, DraftColumns } from '@shared/contract/catalogues/catalogueDraft'
import { cellText } from './cellText'

type Column = Exclude<CellField, 'area' | 'path'>

const COLUMNS: readonly Column[] = [
  'displayNo',
  'elements',
  'basis',
  'deadline',
  'subjects',
  'channels',
  'audience',
  'mode',
  'levels',
]

/** What a village may word otherwise in an item of the street's. */
const WORDING: ReadonlySet<Column> = new Set(['elements', 'deadline'])

/**
 * Fills what a village's file leaves empty from the list's item, so that a file of few columns changes only what it says;
 * of an item of the street's it changes the wording alone.
 */
export function filledFrom(columns: DraftColumns, item: CatalogueColumns, ofStreet: boolean): DraftColumns {
  const kept = COLUMNS.filter(field => cellText(field, columns) === '' || (ofStreet && !WORDING.has(field)))
  return { ...columns, ...Object.fromEntries(kept.map(field => [field, item[field]])) }
}
