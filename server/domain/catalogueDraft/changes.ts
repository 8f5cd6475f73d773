import type { CellField, DraftColumns } from '@shared/contract/catalogues/catalogueDraft'
import { cellText } from './cellText'
import { cellLabel } from './fields'

/** Fields that make two versions of an item differ; the number 序号 is not one of them. */
const COMPARED: readonly CellField[] = [
  'elements',
  'basis',
  'deadline',
  'subjects',
  'channels',
  'audience',
  'mode',
  'levels',
]

export interface FieldChange {
  label: string
  before: string
  after: string
}

/** Returns the fields in which the new columns differ from the old ones. */
export const changesOf = (before: DraftColumns, after: DraftColumns): FieldChange[] =>
  COMPARED.flatMap(field => {
    const change = { label: cellLabel(field), before: cellText(field, before), after: cellText(field, after) }
    return change.before === change.after ? [] : [change]
  })
