import { useState } from 'react'
import { recordOf } from '@shared/common/lists'
import { showField } from '../elements/platform'

export type Faults<Field extends string> = Partial<Record<Field, string>>

/** Validates a small form: all faults at once, each next to its field; scrolls to the first one. */
export function useFaults<Field extends string>(idOf: (field: Field) => string) {
  const [faults, setFaults] = useState<Faults<Field>>({})
  /** Checks rules in field order: field → message if broken. True if all hold. */
  const hold = (rules: readonly (readonly [Field, boolean, string])[]): boolean => {
    const broken = rules.filter(([, holds]) => !holds)
    setFaults(recordOf(broken.map(([field, , sentence]) => [field, sentence])) as Faults<Field>)
    const [first] = broken
    if (first) showField(idOf(first[0]))
    return !first
  }
  return { faults, hold }
}
