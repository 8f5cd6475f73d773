import {
  BLANK,
  EMPTY_YEAR,
  type ObligationFacts,
  cellOf,
  letterOf,
  lettersOn,
  lettersReader,
  joinLetters,
  stateOf,
  withoutAdoption,
  withCell,
} from '../../../../server/domain/obligation'

/** An item's year in the matrix, kept as facts in one short text. */

const obligation = (status: ObligationFacts['status'], dueOn: string | null = null): ObligationFacts => ({
  status,
  dueOn,
})
const yearWith = (cells: Readonly<Record<number, string>>) =>
  Object.entries(cells).reduce((year, [month, cell]) => withCell(year, Number(month), cell), EMPTY_YEAR)

const OPEN = cellOf([obligation('open', '2026-06-30')])
const DONE = cellOf([obligation('done')])

describe('the cell of a month', () => {
  test('without an obligation is empty', () => {
    expect(cellOf([])).toBe('.----')
    expect(EMPTY_YEAR).toBe('.----'.repeat(12))
  })

  test.each([
    ['unresolved', 'u----'],
    ['late', 'l----'],
    ['done', 'd----'],
    ['not-applicable', 'n----'],
  ] as const)('%s is written %s: no date is needed to tell it', (status, cell) => {
    expect(cellOf([obligation(status, '2026-06-30')])).toBe(cell)
    expect(cellOf([obligation(status)])).toBe(cell)
  })

  test('open keeps its date in four signs, whatever the year', () => {
    expect(cellOf([obligation('open', '1970-01-01')])).toBe('p0000')
    expect(cellOf([obligation('open', '1970-01-02')])).toBe('p0001')
    expect(OPEN).toBe(`p${(20_634).toString(36).padStart(4, '0')}`)
    expect(cellOf([obligation('open')])).toBe('p----')
  })

  test('of several is the most pressing one, of open ones the first due, one with a date before one without', () => {
    const order = ['open', 'unresolved', 'late', 'done', 'not-applicable'] as const
    for (const [at, status] of order.entries()) {
      const later = order.slice(at).map(one => obligation(one))
      expect(cellOf([...later].reverse())).toBe(cellOf([obligation(status)]))
    }
    const [early, late] = [obligation('open', '2026-06-30'), obligation('open', '2026-12-31')]
    expect(cellOf([late, obligation('open'), early])).toBe(OPEN)
    expect(cellOf([early, late])).toBe(OPEN)
  })
})

describe('a year', () => {
  test('takes a cell in at its month and leaves the others', () => {
    for (let month = 1; month <= 12; month += 1) {
      const year = withCell(EMPTY_YEAR, month, OPEN)
      expect(year).toBe(`${'.----'.repeat(month - 1)}${OPEN}${'.----'.repeat(12 - month)}`)
    }
    const year = yearWith({ 1: OPEN, 2: DONE, 12: OPEN })
    expect(withCell(year, 2, OPEN)).toBe(yearWith({ 1: OPEN, 2: OPEN, 12: OPEN }))
  })

  test('is read as it stands on the day: from running over due soon to overdue', () => {
    const year = yearWith({ 6: OPEN, 7: DONE })
    expect(lettersOn(year, '2026-06-01')).toBe('.....rd.....')
    expect(lettersOn(year, '2026-06-23')).toBe('.....sd.....')
    expect(lettersOn(year, '2026-07-01')).toBe('.....od.....')
  })

  test('shows every state by its letter, the same cell wherever it stands', () => {
    const cells = [
      obligation('open', '2026-01-01'),
      obligation('open', '2026-06-30'),
      obligation('unresolved'),
      obligation('open'),
      obligation('late'),
      obligation('done'),
      obligation('not-applicable'),
    ].map(one => cellOf([one]))
    const year = yearWith(Object.fromEntries(cells.map((cell, at) => [at + 1, cell])))
    expect(lettersOn(year, '2026-06-30')).toBe('osurldn.....')
    expect(lettersOn(yearWith({ 3: DONE, 11: DONE }), '2026-06-30')).toBe('..d.......d.')
  })

  test('one reader reads many years: what it knows of a cell holds for its day', () => {
    const read = lettersReader('2026-06-30')
    expect(read(yearWith({ 2: OPEN }))).toBe('.s..........')
    expect(read(yearWith({ 5: OPEN, 6: cellOf([obligation('open', '2026-06-29')]) }))).toBe('....so......')
    expect(read(EMPTY_YEAR)).toBe(BLANK.repeat(12))
  })

  test('waits for an event in its blank months from a month on, that one included', () => {
    const read = lettersReader('2026-06-30')
    const year = yearWith({ 1: DONE, 11: DONE })
    expect(read(year, 10)).toBe('d........tdt')
    expect(read(year, 1)).toBe('dtttttttttdt')
    expect(read(year, 12)).toBe('d.........dt')
    expect(read(year, 13)).toBe('d.........d.')
    expect(read(year, null)).toBe('d.........d.')
  })
})

test('an item that a village leaves out keeps what was due or disclosed; the rest says so, from its month on', () => {
  expect(withoutAdoption('.nodl.nturs.', 5)).toBe('.nodlvvvursv')
  expect(withoutAdoption('............', 12)).toBe('...........v')
})

test('two keys of one matter show the most urgent of each month', () => {
  expect(joinLetters(['.d.ln.......', 'o..ut.......'])).toBe('od.un.......')
  expect(joinLetters(['dddddddddddd'])).toBe('dddddddddddd')
  expect(joinLetters(['............', '............'])).toBe('............')
})

test('letters and states are the same thing; a blank is no state', () => {
  const letters = { o: 'overdue', s: 'due-soon', u: 'unresolved-rule', r: 'running', l: 'done-late', d: 'done-on-time', n: 'not-applicable', t: 'not-yet-triggered' } as const // prettier-ignore
  for (const [letter, state] of Object.entries(letters)) {
    expect(letterOf(state)).toBe(letter)
    expect(stateOf(letter)).toBe(state)
  }
  expect(stateOf(BLANK)).toBeNull()
  expect(stateOf('x')).toBeNull()
})
