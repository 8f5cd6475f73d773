import { z } from 'zod'
import {
  type AnnualTables,
  countTables,
  placeOf,
  readYearRecords,
  type TableFault,
  tableFaults,
} from '@server/domain/annualReport'
import { isRaw, type PlaceWords, type Raw, rawRows, type Read, readRecords } from '@server/domain/readRecords'
import { mainOutcome, REPLY_KIND_CODES } from './replyKinds'

/**
 * Exported cases 案件 become bare records of the year and are counted by the one function of `annual tables`. FILE is a
 * list of cases, or an object with `cases` or `applications` and, as in `annual tables`, documents, decisions, fees,
 * disputes and last year's figures.
 */

const Kind = z.enum(REPLY_KIND_CODES)

/** What a case has beyond a bare record. Its outcome is given, or follows from its kind or from its items' kinds. */
const CaseMore = z.object({
  kind: Kind.nullish(),
  items: z.array(z.object({ id: z.string().min(1).nullish(), kind: Kind.nullish() })).nullish(),
  /** Id of the item whose row counts, picked by the clerk. */
  mainItem: z.string().min(1).nullish(),
  /** The case that was corrected by review or court: a redo is no new application. */
  redoOf: z.string().min(1).nullish(),
})
type CaseMore = z.infer<typeof CaseMore>

const Cases = z.object({ applications: z.array(CaseMore) })

function outcomeOf({ kind, items, mainItem }: CaseMore) {
  const kinds = (items ?? []).flatMap(item => item.kind ?? [])
  const picked = items?.find(({ id }) => mainItem && id === mainItem)?.kind ?? null
  return mainOutcome(kind ? [kind] : kinds, picked)
}

const NO_DECISIONS = { permits: 0, penalties: 0, coercions: 0 }

/** Returns the list of cases with the key that it has in the file; undefined: there is none. */
function caseList(value: unknown): { key: string; list: unknown } | undefined {
  if (Array.isArray(value)) return { key: '', list: value }
  if (!isRaw(value)) return undefined
  const key = ['cases', 'applications'].find(name => name in value)
  return key === undefined ? undefined : { key, list: value[key] }
}

/** A closed case without an outcome of its own takes that of its kinds. */
function bareRecord(row: unknown): unknown {
  if (!isRaw(row)) return row
  const more = CaseMore.safeParse(row)
  const closed = row.closed ?? null
  const derived = more.success && closed !== null ? (outcomeOf(more.data)?.outcome ?? null) : null
  return { ...row, closed, outcome: row.outcome ?? derived }
}

function bareFile(value: unknown, year: number): Raw {
  const { list } = caseList(value) ?? { list: undefined }
  const file = isRaw(value) ? value : {}
  return {
    documents: [],
    decisions: NO_DECISIONS,
    feesFen: 0,
    disputes: [],
    ...file,
    year,
    applications: Array.isArray(list) ? list.map(bareRecord) : list,
  }
}

const isAssumed = (row: Raw, more: CaseMore): boolean =>
  (row.outcome ?? null) === null && (row.closed ?? null) !== null && outcomeOf(more)?.assumed === true

/** Cases with several outcomes and no picked main row. */
function assumedFaults(rows: readonly [Raw, number][], cases: readonly CaseMore[], place: PlaceWords) {
  return rows.flatMap(([row, at]): TableFault[] => {
    const more = cases[at]
    if (!more || more.redoOf || !isAssumed(row, more)) return []
    const message = `${place(['applications', at])}有几种办理结果，没有选定计入哪一行，先按第一项计入，请核对。`
    return [{ code: 'main-row-assumed', message }]
  })
}

/** Tables of a year from cases, with the identities that do not hold and the cases that a clerk has to look at. */
type CaseTables = AnnualTables & { faults: TableFault[] }

/** Counts exported cases; never throws: all faults of the input at once, each with its id or field. */
export function annualOfCases(value: unknown, year: number): Read<CaseTables> {
  const cases = caseList(value)
  const rows = rawRows(cases?.list)
  const bare = bareFile(value, year)
  const place = placeOf(bare)
  const records = readYearRecords(bare)
  const more = readRecords(Cases, { applications: cases?.list ?? [] }, place, () => [])
  if (!records.ok || !more.ok) {
    const faults = [...(records.ok ? [] : records.faults), ...(more.ok ? [] : more.faults)]
    const seen = new Set<string>()
    const once = faults.filter(({ message }) => !seen.has(message) && seen.add(message))
    return { ok: false, faults: once.map(fault => ({ ...fault, field: fieldIn(fault.field, cases?.key) })) }
  }
  const isRedo = more.value.applications.map(({ redoOf }) => Boolean(redoOf))
  const tables = countTables({
    ...records.value,
    applications: records.value.applications.filter((_, at) => !isRedo[at]),
  })
  const assumed = assumedFaults(rows, more.value.applications, place)
  return { ok: true, value: { ...tables, faults: [...tableFaults(tables), ...assumed] } }
}

/** The field by the key that the list has in the file. */
const fieldIn = (field: string | undefined, key: string | undefined): string =>
  key === undefined ? (field ?? '') : (field ?? '').replace(/^applications\.?/, key === '' ? '' : `${key}.`)
