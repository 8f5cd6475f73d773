import type { Marks } from '../draft/marks'

/** Returns a copy of the list with one entry replaced; the other entries are the same objects. */
export function replaceAt<T>(list: readonly T[], index: number, value: T): T[] {
  const next = [...list]
  next[index] = value
  return next
}

export const removeAt = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index)

/** Remembers what was computed of each row: one key press then computes one row of a long list. */
export function perRow<Row extends object, Value>(compute: (row: Row) => Value): (row: Row) => Value {
  const known = new WeakMap<Row, { value: Value }>()
  return row => {
    const before = known.get(row)
    if (before) return before.value
    const value = compute(row)
    known.set(row, { value })
    return value
  }
}

interface LineProps {
  marks: Marks
}

/**
 * True if a memoised line shows the same as before. A new comparison with last period is a new map of all marks, of which only those of
 * the line's own amounts count.
 */
export const isSameLine =
  <Props extends LineProps>(fieldsOf: (props: Props) => readonly string[]) =>
  (before: Props, next: Props): boolean =>
    (Object.keys(next) as (keyof Props)[]).every(name => name === 'marks' || before[name] === next[name]) &&
    (before.marks === next.marks ||
      fieldsOf(next).every(field => before.marks.get(field) === next.marks.get(field)))
