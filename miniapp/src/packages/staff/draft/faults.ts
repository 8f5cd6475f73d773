import type { Issue } from '@shared/schemas/common'
import type { Origin } from './toContent'
import type { Fault } from './types'

/** The server's issues beside the fields in which they were typed; the longest known place wins. */
export function faultsOf(issues: readonly Issue[], origins: readonly Origin[]): Fault[] {
  return issues.map(({ field = '', message }) => {
    const known = origins
      .filter(origin => field === origin.content || field.startsWith(`${origin.content}.`))
      .sort((a, b) => b.content.length - a.content.length)[0]
    if (known) return { field: known.draft + field.slice(known.content.length), message }
    return { field: field.replace(/^content\./, 'draft.'), message }
  })
}

export const faultAt = (faults: readonly Fault[], field: string): string | undefined =>
  faults.find(fault => fault.field === field)?.message
