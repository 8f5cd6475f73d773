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

/** Numbers a row as the form does, which also counts rows left empty. */
function renumbered(message: string, from: string, to: string): string {
  const [was, is] = [from, to].map(field => /\.(?:lines|rows)\.(\d+)(?:\.|$)/.exec(field)?.[1])
  if (was === undefined || is === undefined) return message
  return message.replace(new RegExp(`第 ${Number(was) + 1} 行`), `第 ${Number(is) + 1} 行`)
}

/** Maps the server's issues to the draft fields of their values. */
export const faultsOf = (issues: readonly Issue[], origins: readonly Origin[]): Fault[] =>
  issues.map(({ field = '', message }) => {
    const at = draftField(field, origins)
    return { field: at, message: renumbered(message, field, at) }
  })

export const faultAt = (faults: readonly Fault[], field: string): string | undefined =>
  faults.find(fault => fault.field === field)?.message
