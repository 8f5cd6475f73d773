import type { Issue } from '@shared/contract/common'
import type { Origin } from './parser'
import type { Fault } from './types'

/** Maps content paths to their draft fields; the longest known prefix wins. Thousands of rows are asked for one by one. */
export function draftFields(origins: readonly Origin[]): (field: string) => string {
  const known = new Map(origins.map(({ content, draft }) => [content, draft]))
  return field => {
    for (let end = field.length; end > 0; end = field.lastIndexOf('.', end - 1)) {
      const draft = known.get(field.slice(0, end))
      if (draft !== undefined) return draft + field.slice(end)
    }
    return field.replace(/^content\./, 'draft.')
  }
}

/** Numbers a row as the form does, which also counts rows left empty. */
function renumbered(message: string, from: string, to: string): string {
  const [was, is] = [from, to].map(field => /\.(?:lines|rows)\.(\d+)(?:\.|$)/.exec(field)?.[1])
  if (was === undefined || is === undefined) return message
  return message.replace(new RegExp(`第 ${Number(was) + 1} 行`), `第 ${Number(is) + 1} 行`)
}

/** Maps the server's issues to the draft fields of their values. */
export function faultsOf(issues: readonly Issue[], origins: readonly Origin[]): Fault[] {
  const draftField = draftFields(origins)
  return issues.map(({ field = '', message }) => {
    const at = draftField(field)
    return { field: at, message: renumbered(message, field, at) }
  })
}

export const faultAt = (faults: readonly Fault[], field: string): string | undefined =>
  faults.find(fault => fault.field === field)?.message
