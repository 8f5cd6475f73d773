import type { CellField, CellState } from '@shared/contract/catalogues/catalogueDraft'
import { FIELD_NAMES } from '../catalogue/rows/source'

/** Columns in the order of the national layout. */
export const CELL_FIELDS: readonly CellField[] = [
  'displayNo',
  'area',
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

export const cellLabel = (field: CellField): string => FIELD_NAMES[field]

export const isCellField = (field: string): field is CellField =>
  (CELL_FIELDS as readonly string[]).includes(field)

/** Checks whether a cell needs a person's decision. */
export const isOpen = (state: CellState): boolean => state === 'uncertain'
