import type { Marks } from '../draft/marks'
import type { Fault } from '../draft/types'

/** What every part of the form gets: its place in the draft, its value, how to change it, the faults, the marks. */
export interface PartProps<Value> {
  at: string
  value: Value
  onChange: (value: Value) => void
  faults: readonly Fault[]
  marks: Marks
}
