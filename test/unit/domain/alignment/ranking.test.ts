import {
  type AlignableItem,
  suggestAlignment,
  suggestCoverage,
} from '../../../../server/domain/alignment/suggest'

/** Scores of small catalogues, computed by hand. */

const items = (...paths: (string | Omit<AlignableItem, 'id'>)[]): AlignableItem[] =>
  paths.map((path, at) =>
    typeof path === 'string' ? { id: `c${at}`, path: path.split('/') } : { id: `c${at}`, ...path },
  )
const align = (village: string | Omit<AlignableItem, 'id'>, catalogue: AlignableItem[], top?: number) =>
  suggestAlignment([{ ...items(village)[0]!, id: 'v' }], catalogue, top)[0]!

test('nothing to compare with: the village’s own', () => {
  expect(suggestAlignment([], items('低保'))).toEqual([])
  expect(align('低保', [])).toEqual({ villageId: 'v', suggestions: [], villageOnly: true })
  expect(align('甲乙', items('丙丁', '低保'))).toEqual({ villageId: 'v', suggestions: [], villageOnly: true })
})

test('the same matter by another kind of information', () => {
  expect(align('低保名单', items('低保'))).toEqual({
    villageId: 'v',
    suggestions: [{ catalogueId: 'c0', score: 0.84, relation: 'same', reasons: ['都写“低保”'] }],
    villageOnly: false,
  })
})

test('characters that stand in fewer items say more', () => {
  const { suggestions } = align('甲乙丙戊', items('甲乙丁', '甲乙丙'))
  expect(suggestions).toEqual([
    { catalogueId: 'c1', score: 0.768, relation: 'same', reasons: ['名称里都有“甲乙”“乙丙”'] },
    { catalogueId: 'c0', score: 0.275, relation: 'same', reasons: ['名称里都有“甲乙”'] },
  ])
})

test('common elements add a little', () => {
  const village = { path: ['甲乙戊'], elements: ['丁'] }
  expect(align(village, items({ path: ['甲乙丙'], elements: ['丁'] })).suggestions).toEqual([
    {
      catalogueId: 'c0',
      score: 0.537,
      relation: 'same',
      reasons: ['名称里都有“甲乙”', '公开内容都有“丁”'],
    },
  ])
  expect(align(village, items('甲乙丙')).suggestions[0]?.score).toBe(0.437)
})

test('where both name other matters, common characters are chance', () => {
  const apart = align('低保甲乙丙丁戊己庚', items('养老甲乙丙丁戊己庚'))
  expect(apart.suggestions.map(({ score }) => score)).toEqual([0.229])
  expect(apart.villageOnly).toBe(true)
  const unnamed = align('子丑甲乙丙丁戊己庚', items('养老甲乙丙丁戊己庚'))
  expect(unnamed.suggestions[0]?.score).toBeGreaterThan(0.6)
  expect(align('低保甲乙', items('养老甲乙')).suggestions).toEqual([])
})

test('a former name is succeeded, a part belongs to the whole', () => {
  const relation = (village: string, catalogue: string) =>
    align(village, items(catalogue)).suggestions[0]?.relation
  expect(relation('五保户', '特困人员')).toBe('successor')
  expect(relation('低保', '社会救助')).toBe('subset')
  expect(relation('低保、特困', '低保')).toBe('subset')
  expect(relation('最低生活保障', '低保')).toBe('same')
  expect(relation('低保 、特困', '低保、特困')).toBe('same')
})

test('the same name is sure, equals keep the order of the catalogue, and no more than asked for', () => {
  const three = items('低保/名单', '低保名单', '低保')
  const all = align('低保 名单', three)
  expect(all.suggestions.map(({ catalogueId, score }) => [catalogueId, score])).toEqual([
    ['c0', 1],
    ['c1', 1],
    ['c2', 0.84],
  ])
  expect(all.suggestions[0]).toMatchObject({ relation: 'same', reasons: ['名称相同'] })
  expect(align('低保 名单', three, 1).suggestions.map(({ catalogueId }) => catalogueId)).toEqual(['c0'])
  expect(align('低保', items(...Array.from({ length: 7 }, () => '低保'))).suggestions).toHaveLength(5)
  expect(align('猫', items('猫', '狗')).suggestions.map(({ catalogueId }) => catalogueId)).toEqual(['c0'])
})

describe('seen from the catalogue', () => {
  const lines = (...paths: string[]) => items(...paths).map((item, at) => ({ ...item, id: `v${at}` }))

  test('each item has its lines, the likeliest first; what has none is missing', () => {
    const covered = suggestCoverage(
      lines('甲乙丁', '低保名单', '甲乙丙戊', '低保'),
      items('甲乙丙', '低保', '子丑'),
    )
    expect(
      covered.map(({ catalogueId, missing, suggestions }) => [
        catalogueId,
        missing,
        suggestions.map(({ villageId }) => villageId),
      ]),
    ).toEqual([
      ['c0', false, ['v2', 'v0']],
      ['c1', false, ['v3', 'v1']],
      ['c2', true, []],
    ])
    expect(covered[1]?.suggestions[0]).toEqual({
      villageId: 'v3',
      score: 1,
      relation: 'same',
      reasons: ['名称相同'],
    })
  })

  test('a faint likeness is shown, and the item still counts as missing', () => {
    const [faint] = suggestCoverage(lines('低保甲乙丙丁戊己庚'), items('养老甲乙丙丁戊己庚'))
    expect(faint).toMatchObject({ missing: true, suggestions: [{ villageId: 'v0', score: 0.229 }] })
    const [none] = suggestCoverage(lines('低保甲乙'), items('养老甲乙'))
    expect(none).toEqual({ catalogueId: 'c0', missing: true, suggestions: [] })
    expect(suggestCoverage([], items('低保'))).toEqual([
      { catalogueId: 'c0', missing: true, suggestions: [] },
    ])
    expect(suggestCoverage(lines('低保'), [])).toEqual([])
  })

  test('no more lines than asked for', () => {
    const many = lines(...Array.from({ length: 7 }, () => '低保'))
    expect(suggestCoverage(many, items('低保'))[0]?.suggestions).toHaveLength(5)
    const two = suggestCoverage(many, items('低保'), 2)[0]?.suggestions
    expect(two?.map(({ villageId }) => villageId)).toEqual(['v0', 'v1'])
  })
})
