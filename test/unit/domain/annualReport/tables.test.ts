import {
  APPLICANT_CODES,
  countTables,
  OUTCOME_CODES,
  readYearRecords,
  ROW_CODES,
  tableFaults,
} from '../../../../server/domain/annualReport'

const application = (id: string, received: string, closed: string | null, outcome: string | null) => ({
  id,
  applicant: 'natural',
  received,
  closed,
  outcome,
})

const BASE = {
  year: 2025,
  applications: [] as unknown[],
  documents: [] as unknown[],
  decisions: { permits: 12, penalties: 3, coercions: 0 },
  feesFen: 0,
  disputes: [] as unknown[],
}

function tables(more: Record<string, unknown> = {}) {
  const read = readYearRecords({ ...BASE, ...more })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return countTables(read.value)
}

describe('tables of the annual report', () => {
  test('every cell is there, in the order of the table', () => {
    const { applications, active, disputes, identities } = tables()
    expect(Object.keys(applications)).toEqual(['new', 'carried-in', ...OUTCOME_CODES, 'total', 'carried-out'])
    expect(ROW_CODES).toHaveLength(25)
    for (const cells of Object.values(applications)) {
      expect(cells).toEqual({
        natural: 0,
        enterprise: 0,
        research: 0,
        charity: 0,
        'legal-service': 0,
        'other-body': 0,
        total: 0,
      })
    }
    expect(active).toEqual({
      rule: { made: 0, repealed: 0, inForce: 0 },
      normative: { made: 0, repealed: 0, inForce: 0 },
      permits: 12,
      penalties: 3,
      coercions: 0,
      feesWan: '0',
    })
    const none = { upheld: 0, corrected: 0, other: 0, pending: 0, total: 0 }
    expect(disputes).toEqual({ review: none, 'suit-direct': none, 'suit-after-review': none })
    expect(identities).toEqual({})
  })

  test.each([
    ['received and closed in the year', '2025-01-01', '2025-12-31', ['new', 'granted', 'total']],
    ['received on the last day before', '2024-12-31', '2025-01-01', ['carried-in', 'granted', 'total']],
    ['closed on the last day before', '2024-03-01', '2024-12-31', []],
    ['closed on the first day after', '2025-12-31', '2026-01-01', ['new', 'carried-out']],
    ['open through the whole year', '2024-12-31', '2026-01-01', ['carried-in', 'carried-out']],
    ['received on the first day after', '2026-01-01', '2026-01-01', []],
  ])('an application %s', (_name, received, closed, rows) => {
    const table = tables({ applications: [application('a', received, closed, 'granted')] }).applications
    expect(ROW_CODES.filter(row => table[row].natural === 1)).toEqual(rows)
    expect(ROW_CODES.filter(row => table[row].total === 1)).toEqual(rows)
  })

  test.each([
    ['made and in force', '2025-12-31', null, { made: 1, repealed: 0, inForce: 1 }],
    ['repealed on the last day', '2020-01-01', '2025-12-31', { made: 0, repealed: 1, inForce: 0 }],
    ['repealed on the day after', '2020-01-01', '2026-01-01', { made: 0, repealed: 0, inForce: 1 }],
    ['made and repealed in the year', '2025-02-01', '2025-03-01', { made: 1, repealed: 1, inForce: 0 }],
    ['made later', '2026-01-01', null, { made: 0, repealed: 0, inForce: 0 }],
  ])('a document %s', (_name, made, repealed, expected) => {
    const documents = [{ id: 'd', kind: 'normative', made, repealed }]
    expect(tables({ documents }).active.normative).toEqual(expected)
  })

  test.each([
    ['ended in the year', '2024-06-01', '2025-01-01', 'corrected'],
    ['ended later', '2025-12-31', '2026-02-01', 'pending'],
    ['still open', '2025-06-01', null, 'pending'],
    ['ended before', '2024-06-01', '2024-12-31', null],
    ['filed later', '2026-01-01', null, null],
  ])('a dispute %s', (_name, filed, closed, cell) => {
    const result = closed === null ? null : 'corrected'
    const counted = tables({ disputes: [{ id: 's', track: 'suit-direct', filed, closed, result }] }).disputes
    const cells = Object.entries(counted['suit-direct']).filter(([, n]) => n === 1)
    expect(cells.map(([name]) => name)).toEqual(cell === null ? [] : [cell, 'total'])
  })

  test.each([
    [1_234_567, '1.234567'],
    [1_000_000, '1'],
    [10, '0.00001'],
    [1, '0.000001'],
    [120_500_000, '120.5'],
    [Number.MAX_SAFE_INTEGER, '9007199254.740991'],
  ])('%i fen are %s wan yuan', (feesFen, wan) => {
    expect(tables({ feesFen }).active.feesWan).toBe(wan)
  })

  test('last year is compared for what it gives, and a false identity is a finding', () => {
    const lastYear = { carriedOut: { natural: 1, charity: 1 }, inForce: { rule: 3 } }
    const counted = tables({ lastYear, applications: [application('a', '2024-12-01', null, null)] })
    expect(counted.identities).toEqual({
      'carry:natural': true,
      'carry:charity': false,
      'in-force:rule': false,
    })
    expect(tableFaults(counted).map(({ code }) => code)).toEqual(['carry:charity', 'in-force:rule'])
  })

  test('a changed cell of printed tables is found by its identities', () => {
    const counted = tables({ applications: [application('a', '2025-03-01', '2025-04-01', 'partial')] })
    expect(tableFaults(counted)).toEqual([])
    const changed = structuredClone(counted)
    changed.applications.partial.natural++
    changed.disputes.review.total++
    expect(tableFaults(changed).map(({ code }) => code)).toEqual([
      'sum:natural',
      'columns:partial',
      'disputes:review',
    ])
    for (const applicant of APPLICANT_CODES) {
      const more = structuredClone(counted)
      more.applications.new[applicant]++
      expect(tableFaults(more).map(({ code }) => code)).toEqual([`flow:${applicant}`, 'columns:new'])
    }
  })
})

describe('damaged records', () => {
  const good = application('A-1', '2025-03-01', '2025-04-01', 'granted')
  const one = (change: Record<string, unknown>) => ({
    applications: [good, { ...good, id: 'A-2', ...change }],
  })
  const document = { id: 'D-1', kind: 'rule', made: '2025-02-01', repealed: null }
  const dispute = { id: 'S-1', track: 'review', filed: '2025-02-01', closed: null, result: null }

  test.each<[string, Record<string, unknown>, string, RegExp]>([
    ['closed before received', one({ closed: '2025-02-28' }), 'applications.1.closed', /A-2/],
    ['outcome without closing', one({ closed: null }), 'applications.1.closed', /A-2/],
    ['closing without outcome', one({ outcome: null }), 'applications.1.outcome', /A-2/],
    ['unknown outcome', one({ outcome: '公开' }), 'applications.1.outcome', /A-2/],
    ['unknown applicant', one({ applicant: 'person' }), 'applications.1.applicant', /A-2/],
    ['same id twice', one({ id: 'A-1' }), 'applications.1.id', /A-1/],
    ['no id', one({ id: '' }), 'applications.1.id', /第 2 件申请/],
    ['impossible day', one({ received: '2025-02-29' }), 'applications.1.received', /A-2/],
    ['day in another form', one({ received: '2025/3/1' }), 'applications.1.received', /A-2/],
    ['no day of receipt', one({ received: undefined }), 'applications.1.received', /A-2/],
    ['not a record', { applications: [good, 3] }, 'applications.1', /第 2 件申请/],
    ['no list of applications', { applications: undefined }, 'applications', /applications/],
    ['negative number', { decisions: { ...BASE.decisions, permits: -1 } }, 'decisions.permits', /permits/],
    [
      'broken number',
      { decisions: { ...BASE.decisions, coercions: 1.5 } },
      'decisions.coercions',
      /coercions/,
    ],
    [
      'number as text',
      { decisions: { ...BASE.decisions, penalties: '3' } },
      'decisions.penalties',
      /penalties/,
    ],
    ['negative fees', { feesFen: -5 }, 'feesFen', /feesFen/],
    ['fees beyond what is exact', { feesFen: 2 ** 53 }, 'feesFen', /feesFen/],
    ['no year', { year: undefined }, 'year', /year/],
    ['year as text', { year: '2025' }, 'year', /year/],
    ['unknown kind of document', { documents: [{ ...document, kind: 'law' }] }, 'documents.0.kind', /D-1/],
    [
      'repealed before made',
      { documents: [{ ...document, repealed: '2025-01-31' }] },
      'documents.0.repealed',
      /D-1/,
    ],
    ['document twice', { documents: [document, document] }, 'documents.1.id', /D-1/],
    ['unknown track', { disputes: [{ ...dispute, track: 'suit' }] }, 'disputes.0.track', /S-1/],
    ['result without end', { disputes: [{ ...dispute, result: 'upheld' }] }, 'disputes.0.closed', /S-1/],
    ['end without result', { disputes: [{ ...dispute, closed: '2025-03-01' }] }, 'disputes.0.result', /S-1/],
    [
      'ended before filed',
      { disputes: [{ ...dispute, closed: '2025-01-01', result: 'other' }] },
      'disputes.0.closed',
      /S-1/,
    ],
    [
      'unknown column of last year',
      { lastYear: { carriedOut: { people: 1 } } },
      'lastYear.carriedOut.people',
      /people/,
    ],
    [
      'negative figure of last year',
      { lastYear: { inForce: { rule: -1 } } },
      'lastYear.inForce.rule',
      /rule/,
    ],
  ])('%s', (_name, change, field, words) => {
    const read = readYearRecords({ ...BASE, ...change })
    expect(read.ok ? [] : read.faults).toEqual([
      { code: expect.any(String), field, message: expect.stringMatching(words) },
    ])
  })

  test('all faults at once, in one record and in several', () => {
    const read = readYearRecords({
      year: null,
      applications: [
        { ...good, applicant: 'x', closed: '2024-01-01', outcome: null },
        { ...good, received: 'x' },
      ],
      documents: 'none',
      disputes: [],
      feesFen: 1,
    })
    expect((read.ok ? [] : read.faults).map(({ field }) => field)).toEqual([
      'year',
      'applications.0.applicant',
      'applications.1.received',
      'documents',
      'decisions',
      'applications.0.closed',
      'applications.0.outcome',
      'applications.1.id',
    ])
  })
})
