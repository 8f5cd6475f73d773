import {
  type AlignableItem,
  suggestAlignment,
  suggestCoverage,
} from '../../../../server/domain/alignment/suggest'

/** Order, scores, relations and reasons on small catalogues. */

const items = (...paths: (string | Omit<AlignableItem, 'id'>)[]): AlignableItem[] =>
  paths.map((path, at) =>
    typeof path === 'string' ? { id: `c${at}`, path: path.split('/') } : { id: `c${at}`, ...path },
  )
const lines = (...paths: string[]) => items(...paths).map((item, at) => ({ ...item, id: `v${at}` }))
const align = (village: string | Omit<AlignableItem, 'id'>, catalogue: AlignableItem[], top?: number) =>
  suggestAlignment([{ ...items(village)[0]!, id: 'v' }], catalogue, top)[0]!
const first = (village: string, ...catalogue: string[]) => align(village, items(...catalogue)).suggestions[0]!

const WELFARE = [
  '最低生活保障/政策法规文件',
  '最低生活保障/办事指南',
  '最低生活保障/审核信息',
  '最低生活保障/审批信息',
  '特困人员救助供养/审批信息',
  '耕地地力保护补贴',
  '农机购置补贴',
  '养老机构备案',
]

test('nothing to compare with: the village’s own', () => {
  expect(suggestAlignment([], items('低保'))).toEqual([])
  expect(align('低保', [])).toEqual({ villageId: 'v', suggestions: [], villageOnly: true })
})

test('the nearest items are given even where nothing is near, and the line is the village’s own', () => {
  const { suggestions, villageOnly } = align('秧歌队排练', items(...WELFARE))
  expect(suggestions).toHaveLength(5)
  expect(villageOnly).toBe(true)
  expect(suggestions.every(({ score, reasons }) => score < 0.4 && reasons.length > 0)).toBe(true)
})

test.each([
  ['低保户名单', 3],
  ['想吃低保要什么手续', 1],
  ['低保初审', 2],
  ['低保文件', 0],
  ['孤寡老人国家养的是谁', 4],
  ['种地每亩补的钱', 5],
  ['买收割机补多少', 6],
  ['想开敬老院', 7],
])('%s belongs to item %d', (line, at) => {
  const { suggestions, villageOnly } = align(line, items(...WELFARE))
  expect(suggestions[0]!.catalogueId).toBe(`c${at}`)
  expect(villageOnly).toBe(false)
})

test.each([
  ['最底生活保障名单', '最低生活保障名单', 3],
  ['農機購置補貼', null, 6],
  ['养老机构备案 yǎnglǎo', null, 7],
  ['特因人员供养', '特困人员供养', 4],
])('%s is read in spite of its script or of one wrong character', (line, mended, at) => {
  const found = align(line, items(...WELFARE)).suggestions[0]!
  expect(found.catalogueId).toBe(`c${at}`)
  expect(found.reasons.some(reason => reason.includes('写错'))).toBe(mended !== null)
  if (mended) expect(found.reasons.join()).toContain(mended)
})

test('a former name is succeeded, a part belongs to the whole', () => {
  const relation = (village: string, catalogue: string) => first(village, catalogue).relation
  expect(relation('五保户', '特困人员')).toBe('successor')
  expect(relation('农资综合补贴', '耕地地力保护补贴')).toBe('successor')
  expect(relation('低保', '社会救助')).toBe('subset')
  expect(relation('低保、特困', '低保')).toBe('subset')
  expect(relation('最低生活保障', '低保')).toBe('same')
})

test('says which phrase it resembles and which name is the former one', () => {
  expect(first('无儿无女的老人', ...WELFARE).reasons[0]).toBe(
    '最像“无儿无女的老人”这种说法，说的是“特困人员救助供养”',
  )
  expect(first('五保户名单', ...WELFARE).reasons.join()).toContain('旧称')
})

test('the same name is sure, whatever its blanks; no more than asked for', () => {
  const { suggestions } = align('低保 名单', items('低保/名单', '低保', '特困'), 2)
  expect(suggestions.map(({ catalogueId }) => catalogueId)).toEqual(['c0', 'c1'])
  expect(suggestions[0]).toEqual({ catalogueId: 'c0', score: 1, relation: 'same', reasons: ['名称相同'] })
  expect(suggestions[1]!.score).toBeLessThan(1)
})

test('of two lines only one is the same item; the other is a part of it', () => {
  const both = suggestAlignment(lines('低保金发放名单', '最低生活保障/审批信息'), items(...WELFARE))
  expect(both.map(({ suggestions }) => suggestions[0]!.catalogueId)).toEqual(['c3', 'c3'])
  expect(both.map(({ suggestions }) => suggestions[0]!.relation)).toEqual(['subset', 'same'])
  const turned = suggestAlignment(lines('最低生活保障/审批信息', '低保金发放名单'), items(...WELFARE))
  expect(turned.map(({ suggestions }) => suggestions[0]!.relation)).toEqual(['same', 'subset'])
})

test('a catalogue is indexed once and the answer does not depend on it', () => {
  const catalogue = items(...WELFARE)
  expect(align('五保户', catalogue)).toEqual(align('五保户', items(...WELFARE)))
  expect(align('五保户', catalogue)).toEqual(align('五保户', catalogue))
})

describe('seen from the catalogue', () => {
  test('each item has its lines, the likeliest first; what has none is missing', () => {
    const covered = suggestCoverage(
      lines('低保户名单', '最低生活保障/审批信息', '买拖拉机的补贴'),
      items(...WELFARE),
    )
    expect(covered.map(({ catalogueId }) => catalogueId)).toEqual(WELFARE.map((_, at) => `c${at}`))
    expect(covered[3]!.suggestions.map(({ villageId }) => villageId)).toEqual(['v1', 'v0'])
    expect(covered[3]!.suggestions[0]).toMatchObject({ score: 1, relation: 'same', reasons: ['名称相同'] })
    expect(covered[6]).toMatchObject({ missing: false, suggestions: [{ villageId: 'v2' }] })
    expect(covered[7]).toEqual({ catalogueId: 'c7', missing: true, suggestions: [] })
  })

  test('scores a pair alike from both sides, and gives no more lines than asked for', () => {
    const village = lines('低保户名单', '低保发放名单', '享受低保的人家')
    const catalogue = items(...WELFARE)
    const forth = suggestAlignment([village[0]!], catalogue)[0]!.suggestions[0]!
    const back = suggestCoverage(village, catalogue)[3]!
    expect(back.suggestions).toContainEqual(expect.objectContaining({ villageId: 'v0', score: forth.score }))
    expect(suggestCoverage(village, catalogue, 2)[3]!.suggestions).toHaveLength(2)
    expect(suggestCoverage([], catalogue)[0]).toEqual({ catalogueId: 'c0', missing: true, suggestions: [] })
    expect(suggestCoverage(village, [])).toEqual([])
  })
})
