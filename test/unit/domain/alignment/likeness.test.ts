import {
  type AlignableItem,
  conceptsIn,
  featuresOf,
  isPartOf,
  rootOf,
} from '../../../../server/domain/alignment/features'
import {
  elementLikeness,
  facetLikeness,
  gramLikeness,
  sharedConcepts,
} from '../../../../server/domain/alignment/likeness'
import { fold } from '../../../../server/domain/alignment/text/fold'
import { reasonsFor } from '../../../../server/domain/alignment/reasons'

/** What the ranking sees of an item, and how alike two of them are. */

const of = (path: string, more: Partial<AlignableItem> = {}) =>
  featuresOf({ id: 'x', path: path.split('/'), ...more })
const ids = (hits: readonly { id: string; weight: number }[]) =>
  hits.map(({ id, weight }) => `${id} ${weight}`)

test('width, quotes and blanks do not count', () => {
  expect(fold('　“低 保”‘甲’《乙》〈丙〉"（Ａ）')).toBe('低保甲乙丙(A)')
})

test('a matter may be a part of a wider one, at any depth', () => {
  expect(isPartOf('残疾生活', '残疾补贴')).toBe(true)
  expect(isPartOf('残疾生活', '残疾人')).toBe(true)
  expect(isPartOf('残疾人', '残疾生活')).toBe(false)
  expect(isPartOf('低保', '低保')).toBe(false)
  expect(isPartOf('低保', '残疾人')).toBe(false)
  expect(['残疾生活', '低保', '社会救助', '没有'].map(rootOf)).toEqual([
    '残疾人',
    '社会救助',
    '社会救助',
    '没有',
  ])
})

test('matters are found by their longest name, each once, in reading order', () => {
  expect(conceptsIn('')).toEqual([])
  expect(conceptsIn('甲乙')).toEqual([])
  expect(conceptsIn('办理低保')).toEqual([{ id: '低保', name: '低保', former: false, weight: 1 }])
  expect(conceptsIn('五保户', 0.5)).toEqual([{ id: '特困', name: '五保户', former: true, weight: 0.5 }])
  expect(conceptsIn('特困人员救助供养').map(({ id }) => id)).toEqual(['特困'])
  expect(conceptsIn('特困、低保、五保').map(({ id }) => id)).toEqual(['特困', '低保'])
  expect(conceptsIn('社会 救助').map(({ name }) => name)).toEqual(['社会救助'])
})

test('the path says what it is about; area and elements only where it names nothing', () => {
  expect(ids(of('社会救助/低保').concepts)).toEqual(['低保 1'])
  expect(ids(of('名册', { area: '社会救助', elements: ['低保'] }).concepts)).toEqual(['社会救助 0.75'])
  expect(ids(of('名册', { elements: ['社会救助', '低保'] }).concepts)).toEqual(['低保 0.7'])
  const full = of('低保', { area: '社会救助', elements: ['特困', '低保'] })
  expect(ids(full.concepts)).toEqual(['低保 1'])
  expect(ids(full.context)).toEqual(['社会救助 0.75', '特困 0.7'])
  expect(of('甲').context).toEqual([])
})

test.each([
  ['低保/办事指南', [], ['指南 1']],
  ['办事指南/甲', [], ['指南 1']],
  ['低保/审核信息', ['对象名单'], ['审核 1', '审批 0.85']],
  ['甲', ['对象名单'], ['审批 1']],
  ['办事指南/甲', ['对象名单'], ['审批 1']],
  ['终止名单', [], ['终止 1', '审批 0.9']],
  ['终止名单', ['名单'], ['终止 1', '审批 0.9']],
  ['甲', [], []],
])('%s with %j is of kind %j', (path, elements, kinds) => {
  expect(ids(of(path, { elements }).facets)).toEqual(kinds)
})

test('names are compared by pairs of characters, without words that say nothing', () => {
  expect([...of('道路硬化').grams]).toEqual(['道路', '路硬', '硬化'])
  expect([...of('低保对象名单公示').grams]).toEqual(['低保'])
  expect([...of('道路、路灯/、桥').grams]).toEqual(['道路', '路灯'])
  expect([...of('甲').grams]).toEqual([])
  const item = of('低保/（Ａ）', { elements: ['补贴 标准', '丁'] })
  expect(item.name).toBe('低保(A)')
  expect([...item.elements]).toEqual(['补贴标准', '丁'])
  expect([...item.elementGrams]).toEqual(['补贴', '贴标', '标准', '准丁'])
  expect(featuresOf({ id: 'x', path: [] })).toMatchObject({ name: '', facets: [], concepts: [] })
})

const SHARED: readonly [village: string, catalogue: string, likeness: number, wider: boolean][] = [
  ['低保', '低保', 1, false],
  ['最低生活保障', '低保', 1, false],
  ['低保', '社会救助', 0.75, true],
  ['社会救助', '低保', 0.6, true],
  ['低保', '养老服务', 0, false],
  ['甲乙', '低保', 0, false],
  ['低保', '甲乙', 0, false],
  ['低保、特困', '低保', 0.825, true],
  ['低保特困', '低保', 0.825, false],
  ['低保', '低保、特困', 0.825, true],
  ['低保', '低保特困', 0.825, false],
  ['低保、特困', '特困、低保', 1, false],
  ['社会救助', '低保、特困', 0.78375, true],
]
test.each(SHARED)('%s and %s share of their matters %d', (village, catalogue, likeness, wider) => {
  const shared = sharedConcepts(of(village), of(catalogue))
  expect(shared.likeness).toBeCloseTo(likeness, 10)
  expect(shared.wider).toBe(wider)
  expect(shared.pairs.length > 0).toBe(likeness > 0)
})

test('what the other side names only besides counts less', () => {
  const onlyElements = sharedConcepts(of('低保'), of('甲', { elements: ['低保'] }))
  expect(onlyElements.likeness).toBeCloseTo(0.7, 10)
  const besides = sharedConcepts(of('低保'), of('临时救助', { elements: ['低保'] }))
  expect(besides.likeness).toBeCloseTo(0.455, 10)
  expect(besides.pairs.map(({ catalogue }) => catalogue.id)).toEqual(['低保'])
  const nearest = sharedConcepts(of('低保'), of('社会救助、低保'))
  expect(nearest.pairs.map(({ catalogue }) => catalogue.id)).toEqual(['低保'])
})

test.each([
  ['甲', '乙', 0.8],
  ['名单', '乙', 0.6],
  ['甲', '审批信息', 1],
  ['甲', '审核信息', 0.6],
  ['办事指南', '政策文件', 0.4],
  ['办事指南', '监督检查', 0.1],
  ['名单', '终止名单', 0.9],
  ['监督检查', '监督检查', 1],
])('the kinds of %s and %s are near by %d', (village, catalogue, near) => {
  expect(facetLikeness(of(village), of(catalogue))).toBeCloseTo(near, 10)
})

test('common characters against all', () => {
  expect(gramLikeness(0, 5, 5)).toBe(0)
  expect(gramLikeness(3, 3, 3)).toBe(1)
  expect(gramLikeness(2, 2, 4)).toBeCloseTo(0.5 + 2 / 6, 10)
  expect(gramLikeness(1, 4, 2)).toBeCloseTo(0.25 + 1 / 6, 10)
})

test.each([
  [of('甲', { elements: ['子'] }), of('乙'), 0],
  [of('甲', { elements: ['子', '丑'] }), of('乙', { elements: ['子'] }), 1],
  [of('甲', { elements: ['子', '丑'] }), of('乙', { elements: ['子', '寅', '卯'] }), 0.5],
  [of('甲', { elements: ['子'] }), of('乙', { elements: ['丑'] }), 0],
  [of('道路硬化'), of('乙', { elements: ['道路硬化'] }), 0.5],
  [of('道路硬化'), of('乙', { elements: ['道路'] }), 0.5 / 3],
  [of('甲'), of('乙', { elements: ['甲乙'] }), 0],
])('elements answer each other (%#)', (village, catalogue, near) => {
  expect(elementLikeness(village, catalogue)).toBeCloseTo(near, 10)
})

const reasons = (village: string, catalogue: string, more: { facet?: number; sameName?: boolean } = {}) => {
  const [ours, theirs] = [of(village), of(catalogue)]
  const { pairs } = sharedConcepts(ours, theirs)
  return reasonsFor(ours, theirs, { pairs, facet: 1, sameName: false, ...more })
}

test.each([
  ['五保户', '特困', ['“五保户”和“特困”是同一事项的旧称与新称']],
  ['特困', '五保户', ['“特困”和“五保户”是同一事项的旧称与新称']],
  ['低保', '社会救助', ['“低保”和“社会救助”是部分与整体']],
  ['低保', '低保', ['都写“低保”']],
  ['最低生活保障', '低保', ['“最低生活保障”就是“低保”']],
  ['甲乙丙', '丁甲乙', ['名称里都有“甲乙”']],
  ['甲乙丙丁戊', '甲乙丙丁戊己', ['名称里都有“甲乙”“乙丙”“丙丁”']],
  ['甲乙', '丙丁', []],
  ['甲乙名单', '丙丁名单', ['都是审批信息']],
  ['甲乙名单', '丙丁终止名单', ['都是审批信息']],
])('%s and %s: %j', (village, catalogue, words) => {
  expect(reasons(village, catalogue)).toEqual(words)
})

test('the same name needs no other reason; another kind of information is told', () => {
  expect(reasons('低保', '低保', { sameName: true })).toEqual(['名称相同'])
  expect(reasons('甲乙指南', '丙丁监督检查', { facet: 0.1 })).toEqual([
    '信息类型不同：村里是指南，目录是监督',
  ])
  expect(reasons('甲乙', '丙丁监督检查', { facet: 0.29 })).toEqual(['信息类型不同：村里是结果，目录是监督'])
  expect(reasons('甲乙', '丙丁监督检查', { facet: 0.3 })).toEqual([])
  expect(reasons('甲乙', '丙丁', { facet: 0.1 })).toEqual([])
})

test('common elements are told, three at most', () => {
  const elements = ['子', '丑', '寅', '卯']
  const told = (ours: string[], theirs: string[]) =>
    reasonsFor(of('甲', { elements: ours }), of('乙', { elements: theirs }), {
      pairs: [],
      facet: 1,
      sameName: false,
    })
  expect(told(elements, elements)).toEqual(['公开内容都有“子”“丑”“寅”'])
  expect(told(['子'], ['丑', '子'])).toEqual(['公开内容都有“子”'])
  expect(told(['子'], ['丑'])).toEqual([])
})
