import type { Column, ColumnRole } from '../../../../server/domain/catalogue/header/roles'
import { placeRow } from '../../../../server/domain/catalogue/linear/place'
import type { TextLayout } from '../../../../server/domain/catalogue/linear/atoms'
import { isShifted, realign } from '../../../../server/domain/catalogue/rows/misplaced'

/** Which cell of a row goes under which column, and whether its place is proved. */

const column = (role: ColumnRole, index: number): Column => ({ index, role, header: ['栏'] })
const BODY: readonly ColumnRole[] = [
  { kind: 'no' },
  { kind: 'path', level: 1, leads: false },
  { kind: 'elements' },
  { kind: 'deadline' },
  { kind: 'subjects' },
  { kind: 'channels' },
]
const TICKS: readonly ColumnRole[] = [
  { kind: 'audience-tick', scope: 'public' },
  { kind: 'audience-tick', scope: 'specific' },
  { kind: 'mode-tick', mode: 'active' },
]
const PLAIN = BODY.map(column)
const TICKED = [...BODY, ...TICKS].map(column)
const CELLS = ['低保', '名单、标准', '及时公开', '区民政局', '■政府网站']

/** Each cell as `kind text`, with ? where its place is not proved and - where it is missing. */
function placed(texts: string[], columns: Column[], layout: TextLayout) {
  const atoms = texts.map((text, at) => ({ text, line: at + 1 }))
  const { cells, ticks } = placeRow(atoms, columns, layout, false)
  const shown = cells.map(({ column: { role }, text, proved, missing }) => `${role.kind} ${text}${proved ? '' : '?'}${missing ? '-' : ''}`) // prettier-ignore
  return { cells: shown, ticks }
}
const PROVED = ['path 低保', 'elements 名单、标准', 'deadline 及时公开', 'subjects 区民政局', 'channels ■政府网站'] // prettier-ignore

test.each(['rows', 'stream', 'cells'] as const)('as many cells as columns prove every place (%s)', layout => {
  expect(placed(CELLS, PLAIN, layout)).toEqual({
    cells: PROVED,
    ticks: layout === 'cells' ? 'none' : 'proved',
  })
})

test('a cell that was left out leaves its neighbours where their words put them', () => {
  const { cells, ticks } = placed(['低保', '名单、标准', '区民政局', '■政府网站'], PLAIN, 'cells')
  expect(ticks).toBe('none')
  expect(cells).toEqual([
    'path 低保?',
    'elements 名单、标准?',
    'deadline ?-',
    'subjects 区民政局',
    'channels ■政府网站',
  ])
})

describe('ticks', () => {
  const tick = (kind: string, text: string, open = '') => `${kind} ${text}${open}`

  test('are placed where every cell of the row is there', () => {
    const all = placed([...CELLS, '√', '', '√'], TICKED, 'rows')
    expect(all).toEqual({
      cells: [...PROVED, tick('audience-tick', '√'), tick('audience-tick', ''), tick('mode-tick', '√')],
      ticks: 'proved',
    })
    expect(placed([...CELLS, '√', '√', '√'], TICKED, 'cells').ticks).toBe('proved')
  })

  test('that do not number as many as their columns are lost, in whatever layout', () => {
    for (const layout of ['rows', 'stream', 'cells', 'lines', 'blanks'] as const) {
      const { cells, ticks } = placed([...CELLS, '√'], TICKED, layout)
      expect([ticks, cells.length]).toEqual(['lost', 5])
    }
  })

  test('in a text of lines are lost though as many', () => {
    expect(placed([...CELLS, '√', '√', '√'], TICKED, 'lines').ticks).toBe('lost')
  })

  test('beside a bare column of levels are likely', () => {
    const bare: Column = { index: 9, role: { kind: 'levels' }, header: ['公开层级'], doubt: '没有写明' }
    const columns = [...TICKED, bare]
    expect(placed([...CELLS, '√', '', '√'], columns, 'rows')).toMatchObject({ ticks: 'likely' })
    expect(placed([...CELLS, '√', '', '√', ''], columns, 'rows').ticks).toBe('proved')
    expect(placed([...CELLS, '√', '√', '√'], columns, 'cells').ticks).toBe('lost')
  })

  test('are lost where the cell before them belongs elsewhere', () => {
    const shifted = ['低保', '名单、标准', '及时公开', '■政府网站', '区民政局', '√', '√', '√']
    expect(placed(shifted, TICKED, 'cells').ticks).toBe('lost')
  })
})

describe('a row of a table that slipped', () => {
  const row = (...texts: string[]) =>
    texts.map((text, index) => ({ column: TICKED[index]!, text, inherited: false, key: String(index) }))

  test('is known where a cell fits another column, not its own', () => {
    expect(isShifted(row('1', ...CELLS))).toBe(false)
    expect(isShifted(row('1', '低保', '及时公开', '区民政局', '■政府网站', ''))).toBe(true)
    expect(isShifted(row('1', '低保', '名单', '', '区民政局', '■政府网站'))).toBe(false)
    expect(isShifted(row('1', '低保', '名单', '不详', '区民政局', '■政府网站'))).toBe(false)
  })

  test('is laid out again, every cell in doubt, its number kept', () => {
    const slipped = row('1', '低保', '名单、标准', '区民政局', '■政府网站', '')
    expect(isShifted(slipped)).toBe(true)
    const cells = realign(slipped, false)
    expect(cells.map(({ text }) => text)).toEqual(['1', '低保', '名单、标准', '', '区民政局', '■政府网站'])
    expect(cells[0]).not.toHaveProperty('doubt')
    for (const { doubt } of cells.slice(1)) {
      expect(doubt).toBe('这一行的内容与表头对不上，可能错了列，已按内容重新归列，请核对')
    }
  })

  test('leaves alone what came from the rows above', () => {
    const [no, path, ...rest] = row('1', '低保', '及时公开', '区民政局', '■政府网站', '')
    const cells = realign([no!, { ...path!, inherited: true }, ...rest], false)
    expect(cells[1]).toEqual({ ...path, inherited: true })
  })
})
