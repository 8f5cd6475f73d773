import type { Issue } from '@shared/contract/common'
import type { Origin } from './parser'
import type { Fault } from './types'

/** Maps a content path to its draft field; the longest known prefix wins. */
export function draftField(field: string, origins: readonly Origin[]): string {
  const known = origins
    .filter(origin => field === origin.content || field.startsWith(`${origin.content}.`))
    .sort((a, b) => b.content.length - a.content.length)[0]
  return known ? known.draft + field.slice(known.content.length) : field.replace(/^content\./, 'draft.')
}

/** Maps the server's issues to the draft fields of their values. */
export const faultsOf = (issues: readonly Issue[], origins: readonly Origin[]): Fault[] =>
  issues.map(({ field = '', message }) => ({ field: draftField(field, origins), message }))

export const faultAt = (faults: readonly Fault[], field: string): string | undefined =>
  faults.find(fault => fault.field === field)?.message
