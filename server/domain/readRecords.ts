import { FAULT_TEXTS } from '@shared/texts/errors'
import type { Issue } from '@shared/contract/common'
import type { z } from 'zod'
import { isCalendarDate } from './deadline'
import { issuesOf } from './zodIssues'

/** Names the place of a path in plain Chinese: `第 3 件申请（A-7）`; the field itself is added behind it. */
export type PlaceWords = (path: readonly (string | number)[]) => string

const HAS_CHINESE = /[\u4e00-\u9fff]/

function issueFaults(issue: z.core.$ZodIssue, place: PlaceWords): Issue[] {
  const said = issue.code === 'custom' && HAS_CHINESE.test(issue.message) ? issue.message : null
  return issuesOf(issue).map(({ code, field = '' }) => {
    const at = field.split('.').map(part => (/^\d+$/.test(part) ? Number(part) : part))
    const name = at.findLast(part => typeof part === 'string') || '内容'
    const text = said ?? FAULT_TEXTS[code as keyof typeof FAULT_TEXTS]
    return { code: said ? 'bad-format' : code, field, message: `${place(at)}“${name}”${text}。` }
  })
}

/** Values and, if any, every fault of the shape. */
export type Read<T> = { ok: true; value: T } | { ok: false; faults: Issue[] }

/**
 * Reads a value by its schema, then by `more`, which sees the raw value, so that a fault of the shape never hides a
 * contradiction elsewhere. Never throws: all faults at once.
 */
export function readRecords<T extends z.ZodType>(
  schema: T,
  value: unknown,
  place: PlaceWords,
  more: (raw: unknown) => Issue[],
): Read<z.output<T>> {
  const result = schema.safeParse(value, { reportInput: true })
  const shape = result.success ? [] : result.error.issues.flatMap(issue => issueFaults(issue, place))
  const faults = [...shape, ...more(value)]
  if (result.success && faults.length === 0) return { ok: true, value: result.data }
  return { ok: false, faults }
}

export type Raw = Readonly<Record<string, unknown>>

export const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The objects of a raw list with their index; anything else in it is a fault of the shape. */
export const rawRows = (list: unknown): [Raw, number][] =>
  Array.isArray(list)
    ? list.flatMap((row: unknown, at): [Raw, number][] => (isRaw(row) ? [[row, at]] : []))
    : []

/** True if both are days and the second is the earlier one. */
export const isBefore = (first: unknown, second: unknown): boolean =>
  typeof first === 'string' &&
  typeof second === 'string' &&
  isCalendarDate(first) &&
  isCalendarDate(second) &&
  second < first
