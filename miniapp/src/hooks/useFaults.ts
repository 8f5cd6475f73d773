import { useState } from 'react'
import { recordOf } from '@shared/common/lists'
import { showField } from '../elements/platform'

export type Faults<Field extends string> = Partial<Record<Field, string>>

/** All faults of a small form at once, each beside its field; the first one is brought into view. */
export function useFaults<Field extends string>(idOf: (field: Field) => string) {
  const [faults, setFaults] = useState<Faults<Field>>({})
  /** Rules in the order of the fields: field → sentence when it is broken. True when all hold. */
  const hold = (rules: readonly (readonly [Field, boolean, string])[]): boolean => {
    const broken = rules.filter(([, holds]) => !holds)
    setFaults(recordOf(broken.map(([field, , sentence]) => [field, sentence])) as Faults<Field>)
    const [first] = broken
    if (first) showField(idOf(first[0]))
    return !first
  }
  return { faults, hold }
}
