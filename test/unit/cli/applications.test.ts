import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { captureCli } from '../../support/cli/captured'

const { file, call } = captureCli()
const EXAMPLES = path.resolve(__dirname, '../../../docs/examples')
const at = (name: string): string => path.join(EXAMPLES, name)
const json = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(at(name), 'utf8')) as Record<string, unknown>

const list = (id: string, on: string) => ({ id, events: [{ type: 'submitted', channel: 'in-person', on }] })
const CHINESE = expect.stringMatching(/[\u4e00-\u9fff]/)

describe('application clock', () => {
  test('answers the example with the fields of its contract', async () => {
    const { code, answers } = await call('application', 'clock', at('applicationEvents.json'))
    expect([code, answers]).toEqual([
      0,
      [
        {
          id: 'YGK-2026-0031',
          receipt: '2026-10-12',
          due: '2026-11-19',
          stopped: null,
          excluded: [{ from: '2026-10-17', to: '2026-10-28', workingDays: 8 }],
          faults: [],
          words: CHINESE,
        },
      ],
    ])
  })

  test('a year without table: the answer, the error and exit code 1', async () => {
    const { code, answers } = await call(
      'application',
      'clock',
      file('a.json', JSON.stringify(list('a', '2026-12-07'))),
    )
    expect(code).toBe(1)
    expect(answers).toEqual([
      expect.objectContaining({
        id: 'a',
        receipt: '2026-12-07',
        due: null,
        error: {
          code: 'holidays-missing',
          message: CHINESE,
          details: [expect.objectContaining({ field: '2027' })],
        },
      }),
    ])
  })

  test('--lines: such a line says so and the list goes on', async () => {
    const lines = [list('a', '2026-08-24'), list('b', '2026-12-07'), list('c', '2026-09-29')]
    const text = lines.map(line => JSON.stringify(line)).join('\n')
    const { code, answers } = await call('application', 'clock', '--lines', file('lines.txt', text))
    expect(code).toBe(0)
    expect(answers).toEqual([
      expect.objectContaining({ id: 'a', due: '2026-09-20' }),
      expect.objectContaining({
        id: 'b',
        due: null,
        error: expect.objectContaining({ code: 'holidays-missing' }),
      }),
      expect.objectContaining({ id: 'c', due: '2026-11-02' }),
    ])
  })

  test('--lines -: bad lines are answered in their place, exit code 1', async () => {
    const real = process.stdin
    const lines = [
      '{',
      '',
      JSON.stringify(list('a', '2026-08-24')),
      '{"id":"b","events":[{"type":"x","on":"y"}]}',
    ]
    Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(lines.join('\n'))]) })
    const { code, answers } = await call('application', 'clock', '--lines', '-')
    Object.defineProperty(process, 'stdin', { value: real })
    expect(code).toBe(1)
    expect(answers).toEqual([
      { error: { code: 'bad-json', message: CHINESE, details: [] } },
      { error: { code: 'bad-json', message: CHINESE, details: [] } },
      expect.objectContaining({ id: 'a', due: '2026-09-20' }),
      {
        id: 'b',
        error: {
          code: 'invalid-input',
          message: CHINESE,
          details: [expect.objectContaining({ field: 'events.0.type' })],
        },
      },
    ])
  })

  test('an own holiday table', async () => {
    const own = file('own.json', '{"2027":{"off":["2027-01-01"],"work":[]}}')
    const input = file('b.json', JSON.stringify(list('b', '2026-12-07')))
    const { code, answers } = await call('application', 'clock', input, '--holidays', own)
    expect([code, answers]).toEqual([0, [expect.objectContaining({ due: '2027-01-05' })]])
    const damaged = file('damaged.json', '{"2027":{"off":["2027-02-30"],"work":[]}}')
    expect((await call('application', 'clock', input, '--holidays', damaged)).code).toBe(1)
  })

  test.each([[[]], [['a', 'b']], [['a', '--lines', 'b']], [['a', '--other']]])(
    'wrong usage: %j',
    async args => {
      expect(await call('application', 'clock', ...args)).toEqual({ code: 2, answers: [] })
    },
  )
})

describe('application fee', () => {
  test.each([
    [['--items', '31'], 2200],
    [['--pages', '31'], 10],
    [['--items', '0'], 0],
  ])('%j', async (args, sum) => {
    const { code, answers } = await call('application', 'fee', ...args)
    expect([code, answers]).toEqual([0, [{ sum, steps: expect.any(Array) }]])
  })

  test.each([[['--items', '1.5']], [['--items=-1']], [['--pages', '']], [['--pages', '999999999']]])(
    'no count: %j',
    async args => {
      const { code, answers } = await call('application', 'fee', ...args)
      expect([code, answers]).toEqual([
        1,
        [{ error: { code: 'not-a-count', message: CHINESE, details: [] } }],
      ])
    },
  )

  test.each([[[]], [['--items', '1', '--pages', '1']], [['3']]])('wrong usage: %j', async args => {
    expect((await call('application', 'fee', ...args)).code).toBe(2)
  })
})

describe('application check', () => {
  test('the example may be signed; faults are no error', async () => {
    expect(await call('application', 'check', at('applicationCase.json'))).toEqual({
      code: 0,
      answers: [{ ok: true, faults: [] }],
    })
    const late = { ...json('applicationCase.json'), events: [] }
    const { code, answers } = await call('application', 'check', file('late.json', JSON.stringify(late)))
    expect([code, answers]).toEqual([
      0,
      [
        {
          ok: false,
          faults: [{ code: 'no-receipt', place: 'events', severity: 'block', message: CHINESE }],
        },
      ],
    ])
  })

  test('what is no case is bad input', async () => {
    const { code, answers } = await call('application', 'check', file('none.json', '[]'))
    expect([code, answers]).toEqual([1, [{ error: expect.objectContaining({ code: 'invalid-input' }) }]])
    expect((await call('application', 'check', '/nowhere.json')).code).toBe(1)
    expect((await call('application', 'check')).code).toBe(2)
  })
})

describe('annual tables and application annual', () => {
  test('print the same for the two examples', async () => {
    const [tables] = (await call('annual', 'tables', at('annualRecords.json'))).answers
    const cases = await call('application', 'annual', at('annualCases.json'), '--year', '2025')
    expect(cases).toEqual({ code: 0, answers: [{ ...(tables as object), faults: [] }] })
    expect(tables).toMatchObject({
      year: 2025,
      active: { normative: { made: 0, repealed: 1, inForce: 0 }, permits: 12, feesWan: '1.234567' },
      applications: {
        new: { natural: 1, 'legal-service': 1, total: 2 },
        'carried-in': { natural: 1, total: 1 },
        granted: { total: 1 },
        partial: { total: 1 },
        'carried-out': { 'legal-service': 1, total: 1 },
      },
      disputes: { review: { upheld: 1, pending: 0, total: 1 } },
      identities: { 'carry:natural': true, 'in-force:normative': true },
    })
  })

  test('a false identity is a finding, exit code 0', async () => {
    const records = { ...json('annualRecords.json'), lastYear: { carriedOut: { natural: 2 } } }
    const { code, answers } = await call('annual', 'tables', file('false.json', JSON.stringify(records)))
    expect([code, answers]).toEqual([
      0,
      [expect.objectContaining({ identities: { 'carry:natural': false } })],
    ])
    const same = file('false.json', JSON.stringify(records))
    const cases = await call('application', 'annual', same, '--year', '2025')
    expect([cases.code, cases.answers]).toEqual([
      0,
      [expect.objectContaining({ faults: [{ code: 'carry:natural', message: CHINESE }] })],
    ])
  })

  test('a plain list of cases, and the year of the call', async () => {
    const cases = file('list.json', JSON.stringify(json('annualCases.json').cases))
    const { answers } = await call('application', 'annual', cases, '--year', '2026')
    expect(answers).toEqual([
      expect.objectContaining({
        year: 2026,
        applications: expect.objectContaining({ 'carried-in': expect.objectContaining({ total: 1 }) }),
      }),
    ])
  })

  test('several outcomes and no picked one: the first, flagged', async () => {
    const items = [
      { id: '1', kind: 'given' },
      { id: '2', kind: 'absent' },
    ]
    const one = { id: 'A', applicant: 'natural', received: '2025-02-01', closed: '2025-02-20', items }
    const answer = async (more: object) => {
      const path = file('mixed.json', JSON.stringify([{ ...one, ...more }]))
      const { answers } = await call('application', 'annual', path, '--year', '2025')
      return answers
    }
    expect(await answer({})).toEqual([
      expect.objectContaining({
        applications: expect.objectContaining({ granted: expect.objectContaining({ total: 1 }) }),
        faults: [{ code: 'main-row-assumed', message: expect.stringContaining('A') }],
      }),
    ])
    expect(await answer({ mainItem: '2' })).toEqual([
      expect.objectContaining({
        applications: expect.objectContaining({ 'not-held': expect.objectContaining({ total: 1 }) }),
        faults: [],
      }),
    ])
  })

  test('bad input: all faults at once, by the key of the file', async () => {
    const bad = file(
      'bad.json',
      JSON.stringify({ cases: [{ id: 'A', received: '2025-13-01', kind: 'no' }, 1] }),
    )
    const { code, answers } = await call('application', 'annual', bad, '--year', '2025')
    const [{ error }] = answers as [{ error: { code: string; details: { field: string }[] } }]
    expect([code, error.code]).toEqual([1, 'invalid-input'])
    expect(error.details.map(({ field }) => field)).toEqual([
      'cases.0.applicant',
      'cases.0.received',
      'cases.1',
      'cases.0.kind',
    ])
  })

  test.each([
    [1, ['application', 'annual', at('annualCases.json'), '--year', '25']],
    [1, ['annual', 'tables', at('annualCases.json')]],
    [1, ['annual', 'tables', '/nowhere.json']],
    [2, ['application', 'annual', at('annualCases.json')]],
    [2, ['annual', 'tables']],
    [2, ['annual', 'tables', 'a', 'b']],
  ])('exit code %i: %j', async (code, args) => {
    expect((await call(...args)).code).toBe(code)
  })
})
