import { annualOfCases } from '../../../server/domain/application'
import { REPLY_KINDS } from '../../../server/domain/application/replyKinds'
import {
  type AnnualTables,
  countTables,
  readYearRecords,
  tableFaults,
} from '../../../server/domain/annualReport'
import { below, numbers, pick, type Random } from '../../support/application/eventLists'
import { damaged, expectNamed } from '../../support/application/damage'
import { generatedRecords } from '../../support/application/yearRecords'
import { LONG, reportFigure } from '../../support/figures'

const ROUNDS = LONG ? 5000 : 340
const YEARS = [2024, 2025, 2026]

type Records = ReturnType<typeof generatedRecords>

function tablesOf(records: Records, year: number, lastYear?: unknown): AnnualTables {
  const read = readYearRecords({ ...records, year, ...(lastYear !== undefined && { lastYear }) })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return countTables(read.value)
}

const carried = ({ applications, active }: AnnualTables) => ({
  carriedOut: applications['carried-out'],
  inForce: { rule: active.rule.inForce, normative: active.normative.inForce },
})

/** The same count one cell at a time, by the words of the form. */
function cell({ applications }: Records, year: number, row: string, column: string): number {
  const own = applications.filter(({ applicant }) => column === 'total' || applicant === column)
  const y = (day: string | null) => (day === null ? Infinity : Number(day.slice(0, 4)))
  if (row === 'new') return own.filter(({ received }) => y(received) === year).length
  if (row === 'carried-in') return own.filter(one => y(one.received) < year && y(one.closed) >= year).length
  if (row === 'carried-out') return own.filter(one => y(one.received) <= year && y(one.closed) > year).length
  return own.filter(one => y(one.closed) === year && (row === 'total' || one.outcome === row)).length
}

test('three years in a row: every identity holds, every cell agrees with a second count', () => {
  const random = numbers(20_261_201)
  for (let round = 0; round < ROUNDS; round++) {
    const records = generatedRecords(random)
    let last: unknown
    for (const year of YEARS) {
      const tables = tablesOf(records, year, last)
      expect(tableFaults(tables)).toEqual([])
      expect(Object.keys(tables.identities)).toHaveLength(last === undefined ? 0 : 9)
      const wrong = Object.entries(tables.applications).flatMap(([row, cells]) =>
        Object.entries(cells).filter(([column, n]) => n !== cell(records, year, row, column)),
      )
      expect(wrong).toEqual([])
      last = carried(tables)
    }
  }
  reportFigure(`年度报告 annual tables: ${ROUNDS * YEARS.length} generated years, all identities hold`)
})

/** A case as the desk exports it: the outcome by a kind of reply, or by its items' kinds. */
function exported(random: Random, record: Records['applications'][number]): Record<string, unknown> {
  const { outcome, ...rest } = record
  if (outcome === null) return random() < 0.5 ? rest : { ...record, items: [{ id: '1' }] }
  const kind = pick(
    random,
    Object.entries(REPLY_KINDS).flatMap(([code, one]) => (one.outcome === outcome ? [code] : [])),
  )
  const way = below(random, 3)
  if (way === 0) return record
  if (way === 1) return { ...rest, kind }
  const others = outcome === 'partial' ? [{ id: '2', kind: 'given' }] : []
  return { ...rest, items: [{ id: '1', kind }, ...others] }
}

test('exported cases and bare records give the same tables', () => {
  const random = numbers(2)
  for (let round = 0; round < ROUNDS; round++) {
    const records = generatedRecords(random)
    const redo = { id: 'redo', applicant: 'natural', received: '2025-05-01', redoOf: 'A1' }
    const cases = [...records.applications.map(record => exported(random, record)), redo]
    const key = pick(random, ['cases', 'applications'])
    const { applications: _bare, ...others } = records
    for (const year of YEARS) {
      const read = annualOfCases({ ...others, [key]: cases }, year)
      expect(read).toEqual({ ok: true, value: { ...tablesOf(records, year), faults: [] } })
    }
  }
})

test('damaged records are answered or refused with named faults, and never throw', () => {
  const random = numbers(3)
  let refused = 0
  for (let n = 0; n < 1000; n++) {
    const value = damaged(random, { year: 2025, ...generatedRecords(random, 5) })
    for (const read of [readYearRecords(value), annualOfCases(value, 2025)]) {
      if (read.ok) continue
      refused++
      expectNamed(read.faults)
    }
  }
  expect(refused).toBeGreaterThan(300)
})
