import type { ColumnRole } from '../../../../server/domain/catalogue/header/roles'
import { type Carried, carryBlanks, isDitto, losesMerge, nothingCarried, remember, resolveDitto } from '../../../../server/domain/catalogue/rows/carry' // prettier-ignore
import { STANDARD_FIELDS, missingColumns, sharedDoubts, unknownDoubts } from '../../../../server/domain/catalogue/rows/missing' // prettier-ignore
import type { SourceCell } from '../../../../server/domain/catalogue/rows/source'

/** What a row takes from the rows above it: 同上, 同第3项, and what a lost merge left blank. */

const KINDS: readonly ColumnRole[] = [
  { kind: 'no' },
  { kind: 'path', level: 1, leads: false },
  { kind: 'path', level: 2, leads: false },
  { kind: 'deadline' },
  { kind: 'subjects' },
  { kind: 'elements' },
]
const row = (...texts: string[]): SourceCell[] =>
  texts.map((text, index) => ({
    column: { index, role: KINDS[index]!, header: ['栏'] },
    text,
    inherited: false,
    key: String(index),
  }))
const after = (...rows: string[][]): Carried => {
  const carried = nothingCarried()
  for (const texts of rows) remember(carried, row(...texts))
  return carried
}
const ABOVE = ['1', '救助', '低保', '及时', '民政局', '名单']

test.each([
  '同上',
  '(同上)',
  '（同前）',
  '上同',
  '同左',
  '同上一行',
  '同上项',
  '同上条',
  '同上内容',
  '同上述内容',
  '〃',
  '"',
  '々',
  '同上。',
  '同3',
  '同第3项',
  '同序号1.2',
  '同第3行',
  '同3号',
])(
  // prettier-ignore
  '“%s” repeats another cell',
  text => expect(isDitto(text)).toBe(true),
)
test.each(['', '同上级文件', '同', '及时', '同意', '第3项', '同第三项', '民政局同上', '〃〃甲'])(
  '“%s” does not',
  text => expect(isDitto(text)).toBe(false),
)

describe('同上', () => {
  const [, , , cell] = row('2', '救助', '特困', '同上')

  test('takes the value of the column in the row above', () => {
    expect(resolveDitto(cell!, after(ABOVE))).toEqual({ ...cell, text: '及时', inherited: true })
    expect(resolveDitto(cell!, after(ABOVE, ['2', '', '', '同上']))).toMatchObject({ text: '及时' })
    expect(resolveDitto(cell!, after(ABOVE, ['2', '', '', '']))).toMatchObject({ text: '及时' })
    expect(resolveDitto(cell!, after(ABOVE, ['2', '', '', '每年']))).toMatchObject({ text: '每年' })
  })

  test('without a row above stays as it is, in doubt', () => {
    const doubt = '“同上”一类的话找不到所指的内容，或互相指来指去：公开时限'
    expect(resolveDitto(cell!, nothingCarried())).toEqual({ ...cell, doubt })
    expect(resolveDitto(cell!, after(['1', '甲', '乙', '']))).toEqual({ ...cell, doubt })
    const extra = { ...cell!, column: { ...cell!.column, role: { kind: 'extra' } as const } }
    expect(resolveDitto(extra, nothingCarried()).doubt).toMatch(/：$/)
  })

  test('by number takes that of the row so numbered', () => {
    const third = { ...cell!, text: '同第1项' }
    const carried = after(ABOVE, ['2', '甲', '乙', '每年'])
    expect(resolveDitto(third, carried)).toEqual({ ...third, text: '及时', inherited: true })
    expect(resolveDitto({ ...third, text: '同第9项' }, carried).doubt).toContain('“同第9项”一类的话')
  })

  test('in other words, or among them, is doubted', () => {
    expect(resolveDitto({ ...cell!, text: 'same as above' }, after(ABOVE))).toMatchObject({
      text: 'same as above',
      doubt: '“same as above”像是“同上”一类的说明，不是内容本身',
    })
    for (const text of ['同上、微信群', '网站同上', '(网站同上)']) {
      expect(resolveDitto({ ...cell!, text }, after(ABOVE))).toMatchObject({ text, doubt: '“同上”和别的文字写在一起，所指不明' }) // prettier-ignore
    }
    const plain = { ...cell!, text: '及时公开' }
    expect(resolveDitto(plain, after(ABOVE))).toBe(plain)
  })
})

describe('blanks below filled cells', () => {
  const KEPT = { keepsMerges: true, mergesLost: false }
  const CSV = { keepsMerges: false, mergesLost: false }
  const LOST = { keepsMerges: false, mergesLost: true }
  const shown = (texts: string[], file: typeof KEPT, carried = after(ABOVE)) =>
    carryBlanks(row(...texts), carried, file).map(({ text, inherited, doubt }) => [text, inherited, doubt?.slice(0, 9)]) // prettier-ignore
  const own = (text: string) => [text, false, undefined]

  test('without a row above stay blank', () => {
    const cells = row('1', '', '低保')
    expect(carryBlanks(cells, nothingCarried(), LOST)).toBe(cells)
  })

  test('of a leading level take the level above; in a file that keeps merges with a doubt, all shared ones too', () => {
    expect(shown(['2', '', '特困', '及时', '民政局', '名单'], CSV)).toEqual([own('2'), ['救助', true, undefined], own('特困'), own('及时'), own('民政局'), own('名单')]) // prettier-ignore
    expect(shown(['2', '', '特困', '', '民政局', ''], KEPT)).toEqual([own('2'), ['救助', true, '上一级事项空白，已'], own('特困'), ['', false, '这一格空白，不知是'], own('民政局'), own('')]) // prettier-ignore
  })

  test('of a whole path take it, always in doubt', () => {
    expect(shown(['2', '', '', '及时', '民政局', '名单'], CSV).slice(1, 3)).toEqual([
      ['救助', true, '这一格空白，可能是'],
      ['低保', true, '这一格空白，可能是'],
    ])
  })

  test('of fields that rows share are open, or filled where merges were lost', () => {
    expect(shown(['2', '救助', '特困', '', '', ''], CSV).slice(3)).toEqual([
      ['', false, '这一格空白，不知是'],
      ['', false, '这一格空白，不知是'],
      ['', false, '这一格空白，不知是'],
    ])
    expect(shown(['2', '救助', '特困', '', '', ''], LOST).slice(3)).toEqual([
      ['及时', true, '这一格空白，可能是'],
      ['民政局', true, '这一格空白，可能是'],
      ['', false, '这一格空白，不知是'],
    ])
    expect(shown(['2', '救助', '特困', '', '', ''], KEPT).slice(3)).toEqual([own(''), own(''), own('')])
    expect(shown(['2', '救助', '特困', '', ''], LOST, after(['1', '救助', '低保', '', '']))[3]).toEqual(
      own(''),
    )
  })

  test('a merge is lost where a lower level stands without the one above it', () => {
    expect(losesMerge(row('2', '', '特困'))).toBe(true)
    expect(losesMerge(row('2', '救助', '特困'))).toBe(false)
    expect(losesMerge(row('2', '救助', ''))).toBe(false)
    expect(losesMerge(row('2', '', ''))).toBe(false)
    expect(losesMerge(row('2'))).toBe(false)
    const cells = row('2', '', '特困')
    expect(losesMerge([cells[0]!, { ...cells[1]!, inherited: true }, cells[2]!])).toBe(false)
  })
})

describe('columns that a table does not have', () => {
  const columns = row(...ABOVE).map(({ column }) => column)

  test('are told in the order of the standard', () => {
    expect(missingColumns(columns)).toEqual(['basis', 'channels', 'audience', 'mode', 'levels'])
    expect(missingColumns([])).toEqual(STANDARD_FIELDS)
  })

  test('may be the one that nobody understands', () => {
    const strange = { index: 9, role: { kind: 'unknown' } as const, header: ['备案'] }
    expect(unknownDoubts([...columns, strange])).toEqual(
      missingColumns(columns).map(field => ({ field, reason: '表头里有看不懂的列，可能就是这一项' })),
    )
    expect(unknownDoubts([...columns, { ...strange, header: [''] }])).toEqual([])
    expect(unknownDoubts(columns)).toEqual([])
  })

  test('may share the cells of another', () => {
    const shared = { ...columns[5]!, also: 'basis' as const, header: ['公开', '内容及依据'] }
    expect(sharedDoubts([...columns.slice(0, 5), shared])).toEqual([
      { field: 'basis', reason: '和别的内容写在同一列“内容及依据”里，没有分出来' },
    ])
    expect(sharedDoubts([...columns.slice(0, 5), { ...shared, also: 'deadline' }])).toEqual([])
    expect(sharedDoubts(columns)).toEqual([])
  })
})
