import { z } from 'zod'
import type { Issue } from '@shared/contract/common'
import { isCalendarDate } from '@server/domain/deadline'
import {
  isBefore,
  isRaw,
  rawRows,
  type PlaceWords,
  type Raw,
  type Read,
  readRecords,
} from '@server/domain/readRecords'
import { APPLICANT_CODES, DOCUMENT_KINDS, OUTCOME_CODES, RESULTS, TRACK_CODES } from './codes'

/** Bare records of a year, as `annual tables` reads them. Fields that it does not know are ignored. */

const Id = z.string().min(1)
const Day = z.string().refine(isCalendarDate, { error: '不是有效的日期（应为 YYYY-MM-DD）' })
const Count = z.int().min(0)

export const ReportYear = z.int().min(1900).max(9997)

const ApplicationRecord = z.object({
  id: Id,
  applicant: z.enum(APPLICANT_CODES),
  received: Day,
  closed: Day.nullable(),
  outcome: z.enum(OUTCOME_CODES).nullable(),
})
export type ApplicationRecord = z.infer<typeof ApplicationRecord>

const DocumentRecord = z.object({
  id: Id,
  kind: z.enum(DOCUMENT_KINDS),
  made: Day,
  repealed: Day.nullable(),
})

const DisputeRecord = z.object({
  id: Id,
  track: z.enum(TRACK_CODES),
  filed: Day,
  closed: Day.nullable(),
  result: z.enum(RESULTS).nullable(),
})

/** What the last report says; only what it gives is compared. */
const LastYear = z.object({
  carriedOut: z.partialRecord(z.enum([...APPLICANT_CODES, 'total']), Count).optional(),
  inForce: z.partialRecord(z.enum(DOCUMENT_KINDS), Count).optional(),
})

const YearRecords = z.object({
  year: ReportYear,
  applications: z.array(ApplicationRecord),
  documents: z.array(DocumentRecord),
  decisions: z.object({ permits: Count, penalties: Count, coercions: Count }),
  feesFen: Count,
  disputes: z.array(DisputeRecord),
  lastYear: LastYear.optional(),
})
export type YearRecords = z.infer<typeof YearRecords>

/** Lists of records: what one is called, its first and last day, and what the last day needs with it. */
const LISTS = {
  applications: { name: '申请', first: 'received', last: 'closed', needs: 'outcome' },
  documents: { name: '文件', first: 'made', last: 'repealed', needs: null },
  disputes: { name: '复议诉讼', first: 'filed', last: 'closed', needs: 'result' },
} as const
type ListName = keyof typeof LISTS

const idOf = (row: unknown): string =>
  isRaw(row) && (typeof row.id === 'string' || typeof row.id === 'number') ? `（${row.id}）` : ''

/** Names a record by its list, row and id. */
export const placeOf =
  (value: unknown): PlaceWords =>
  ([list, at]) => {
    if (typeof list !== 'string' || typeof at !== 'number' || !Object.hasOwn(LISTS, list)) return ''
    const rows: unknown = isRaw(value) ? value[list] : undefined
    return `第 ${at + 1} 件${LISTS[list as ListName].name}${idOf(Array.isArray(rows) ? rows[at] : undefined)}`
  }

const isAbsent = (value: unknown): boolean => value === null || value === undefined

function rowFaults(list: ListName, row: Raw, at: number, place: string): Issue[] {
  const { first, last, needs } = LISTS[list]
  const fault = (field: string, message: string): Issue => ({
    code: 'contradiction',
    field: `${list}.${at}.${field}`,
    message: `${place}${message}。`,
  })
  const faults: Issue[] = []
  if (isBefore(row[first], row[last])) faults.push(fault(last, `“${last}”早于“${first}”`))
  if (needs === null || isAbsent(row[last]) === isAbsent(row[needs])) return faults
  const [has, lacks] = isAbsent(row[last]) ? [needs, last] : [last, needs]
  return [...faults, fault(lacks, `有“${has}”，没有“${lacks}”`)]
}

/** Every record after the first with the same id. */
function duplicates(list: ListName, rows: readonly [Raw, number][], place: PlaceWords): Issue[] {
  const seen = new Set<unknown>()
  return rows.flatMap(([{ id }, at]) => {
    if (typeof id !== 'string' || id === '') return []
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    const message = `${place([list, at])}的“id”和前面的重复。`
    return [{ code: 'duplicate-id', field: `${list}.${at}.id`, message }]
  })
}

/** Contradictions between the fields of a record, and ids given twice, whatever else is wrong. */
function recordFaults(value: unknown): Issue[] {
  const place = placeOf(value)
  if (!isRaw(value)) return []
  return (Object.keys(LISTS) as ListName[]).flatMap(list => {
    const rows = rawRows(value[list])
    return [
      ...rows.flatMap(([row, at]) => rowFaults(list, row, at, place([list, at]))),
      ...duplicates(list, rows, place),
    ]
  })
}

/** Reads the records of a year from JSON; never throws: all faults at once, each with its id or field. */
export const readYearRecords = (value: unknown): Read<YearRecords> =>
  readRecords(YearRecords, value, placeOf(value), recordFaults)
