import type { z } from 'zod'
import { faultText } from '@shared/texts/errors'
import { TodoKind, type TodoQuery } from '@shared/contract/people/todo'
import { invalidRequest } from '@server/platform/errors'
import type { NamedTodo } from './todos'

type Asked = z.output<typeof TodoQuery>

/** Without a last day: after everything that has one. */
const NO_DAY = '9999-12-31'
const dayOf = ({ dueOn }: NamedTodo): string => dueOn ?? NO_DAY
const placed = (index: number): string => String(index).padStart(6, '0')

/** Sort keys; equal ones are ordered by id. */
const KEYS: Record<Asked['sort'], (row: NamedTodo) => string> = {
  day: row => `${dayOf(row)}/${placed(row.orgIndex)}`,
  org: row => `${placed(row.orgIndex)}/${dayOf(row)}`,
  kind: row => `${placed(TodoKind.options.indexOf(row.kind))}/${dayOf(row)}/${placed(row.orgIndex)}`,
}

/** Position: sort key and id of the last row shown. */
const CURSOR = /^([0-9/-]{1,40}) ([a-z]+\/[A-Za-z0-9_-]{1,48})$/

/** @throws AppError 400 for an invalid cursor */
function positionOf(cursor: string): { key: string; id: string } {
  const match = CURSOR.exec(Buffer.from(cursor, 'base64url').toString())
  if (match) return { key: match[1]!, id: match[2]! }
  throw invalidRequest([
    { code: 'bad-format', field: 'cursor', message: faultText(['cursor'], 'bad-format') },
  ])
}

const compare = (a: { key: string; id: string }, b: { key: string; id: string }): number => {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

/** Filters, sorts and pages to-dos. @throws AppError 400 for an invalid cursor */
export function todoPage(
  rows: readonly NamedTodo[],
  { kind, org, late, sort, cursor, limit }: Asked,
): { page: NamedTodo[]; nextCursor: string | null } {
  const after = cursor === undefined ? null : positionOf(cursor)
  const left = rows
    .filter(row => (!kind || row.kind === kind) && (!org || row.orgCode === org) && (!late || row.late))
    .map(row => ({ row, key: KEYS[sort](row), id: row.id }))
    .sort(compare)
    .filter(place => after === null || compare(place, after) > 0)
  const last = left[limit - 1]
  const nextCursor =
    last && left.length > limit ? Buffer.from(`${last.key} ${last.id}`).toString('base64url') : null
  return { page: left.slice(0, limit).map(({ row }) => row), nextCursor }
}
