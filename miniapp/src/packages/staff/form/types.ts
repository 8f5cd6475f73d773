import type { GridProps } from '../grid/types'
import type { Marks } from '../draft/marks'
import type { BlockDraft, DraftOf, Fault } from '../draft/types'

/**
 * Changes a part of the draft, given as it is at that moment. The same function from one rendering to the next, so
 * that a row that did not change is not rendered again.
 */
export type Change<Value> = (change: (before: Value) => Value) => void

/** What is known of the fields: faults, marks, and the field that the list of faults leads to. */
export interface FieldsKnown {
  faults: readonly Fault[]
  marks: Marks
  sought: Sought | null
}

/** A field that is to be shown; a new object for each press. */
export interface Sought {
  field: string
}

/** Props of every part of the form: path in the draft, value and change handler, and what is known of the fields. */
export interface PartProps<Value> extends FieldsKnown {
  at: string
  value: Value
  onChange: Change<Value>
}

/** Narrows the handler of a block to its type, which never changes. */
export const changeOf = <Type extends BlockDraft['type']>(
  _of: DraftOf<Type>,
  onChange: Change<BlockDraft>,
): Change<DraftOf<Type>> => onChange as unknown as Change<DraftOf<Type>>

/** Props of a form with a table: the grid of a wide screen; null where each row has a form of its own. */
export interface TablePartProps<Value> extends PartProps<Value> {
  grid: GridProps | null
}
