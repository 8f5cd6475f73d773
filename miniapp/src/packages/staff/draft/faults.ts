import type { Issue } from '@shared/contract/common'
import type { Origin } from './parser'
import type { Fault } from './types'

/** Where a place of the content was typed; the longest known place wins. */
export function draftField(field: string, origins: readonly Origin[]): string {
  const known = origins
    .filter(origin => field === origin.content || field.startsWith(`${origin.content}.`))
    .sort((a, b) => b.content.length - a.content.length)[0]
  return known ? known.draft + field.slice(known.content.length) : field.replace(/^content\./, 'draft.')
}

/** The server's issues beside the fields in which they were typed. */
export const faultsOf = (issues: readonly Issue[], origins: readonly Origin[]): Fault[] =>
  issues.map(({ field = '', message }) => ({ field: draftField(field, origins), message }))

export const faultAt = (faults: readonly Fault[], field: string): string | undefined =>
  faults.find(fault => fault.field === field)?.message
