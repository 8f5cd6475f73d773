import {
  addedLine,
  adoptedLine,
  alteredLine,
  differencesOf,
  reachesVillage,
  withLine,
  withoutLine,
} from '../../../../server/domain/villageCatalogue/lines'
import { bigramsOf, gramsOf, queryGrams } from '../../../../server/domain/search/grams'
import { initialsOf } from '../../../../server/domain/search/initials'
import { wordsOf } from '@shared/common/searchWords'
import { itemRow } from '../../../support/presenters/rows'

const item = itemRow()
const wording = { elements: item.elements, deadline: item.deadline }

describe('a line of a village’s list', () => {
  test('adopted stands as the street’s item does, under its key', () => {
    expect(adoptedLine(item)).toMatchObject({
      key: 'key_1',
      area: '涉农补贴',
      path: item.path,
      elements: item.elements,
      origin: { kind: 'adopted', key: 'key_1', catalogueId: 'cat_1' },
    })
  })

  test('of the village’s own is the committee’s, open to all, with the words it was given', () => {
    expect(addedLine('own_1', '村务', ['大喇叭'], { elements: ['时间'], deadline: null })).toEqual({
      displayNo: null,
      path: ['大喇叭'],
      elements: ['时间'],
      deadline: null,
      basis: [],
      subjects: ['村（居）民委员会'],
      channels: [],
      audience: { scope: 'public' },
      mode: 'active',
      levels: ['village'],
      key: 'own_1',
      area: '村务',
      origin: { kind: 'added' },
    })
  })

  test('altered is adapted, adopted again once it says the same, and one’s own stays one’s own', () => {
    const line = adoptedLine(item)
    const other = { ...wording, deadline: '每季度' }
    expect(alteredLine(line, other, item)).toMatchObject({
      deadline: '每季度',
      origin: { kind: 'adapted', key: 'key_1' },
    })
    expect(alteredLine(line, { ...wording, elements: ['一'] }, item).origin.kind).toBe('adapted')
    expect(alteredLine(alteredLine(line, other, item), wording, item).origin.kind).toBe('adopted')
    expect(alteredLine(line, wording, null).origin.kind).toBe('adapted')
    expect(alteredLine(addedLine('o', 'a', [], wording), wording, item).origin.kind).toBe('added')
  })

  test('tells where it differs, field by field', () => {
    const line = adoptedLine(item)
    expect(differencesOf(line, item)).toEqual([])
    expect(differencesOf({ ...line, deadline: null, elements: [] }, item)).toEqual([
      { label: '公开内容', village: '（没有写）', street: '政策依据、补贴结果' },
      { label: '公开时限', village: '（没有写）', street: '信息形成或者变更之日起20个工作日内' },
    ])
    expect(differencesOf(line, { ...item, deadline: null })).toEqual([
      { label: '公开时限', village: '信息形成或者变更之日起20个工作日内', street: '（没有写）' },
    ])
  })

  test('is put in, replaced in its place, taken off with the reason, and comes back', () => {
    const [a, b] = [adoptedLine(item), { ...adoptedLine(item), key: 'b' }]
    const said = { reason: '没有', by: '王', at: 't' }
    const state = withLine(withLine({ items: [], removed: [] }, a), b)
    expect(state.items).toEqual([a, b])
    const changed = { ...a, deadline: '每年' }
    expect(withLine(state, changed).items).toEqual([changed, b])
    const off = withoutLine(state, a, said)
    expect(off).toEqual({
      items: [b],
      removed: [{ key: 'key_1', area: '涉农补贴', path: item.path, ...said }],
    })
    expect(withoutLine(off, a, { ...said, reason: '又' }).removed.map(({ reason }) => reason)).toEqual(['又'])
    expect(withoutLine(off, b, said).removed).toHaveLength(2)
    expect(withLine(off, a)).toEqual({ items: [b, a], removed: [] })
    expect(withLine({ ...off, removed: [...off.removed, { ...off.removed[0]!, key: 'x' }] }, a).removed.map(({ key }) => key)).toEqual(['x']) // prettier-ignore
  })

  test('an item reaches the village by level, by subject, or where levels are unknown by its category', () => {
    const of = (levels: string[] | null, subjects: string[], category: string | null) => reachesVillage({ levels, subjects, category } as never) // prettier-ignore
    expect(of(['village'], [], null)).toBe(true)
    expect(of(['county'], ['县民政局'], 'subsidy')).toBe(false)
    for (const subject of ['行政村', '居民委员会', '居委会', '社区']) {
      expect(of(['county'], [subject], null)).toBe(true)
    }
    expect(of(null, ['县民政局'], 'subsidy')).toBe(true)
    expect(of(null, ['县民政局'], null)).toBe(false)
  })
})

describe('what a search goes by', () => {
  test('words are runs of letters and digits, folded', () => {
    expect(wordsOf('ＡＢc，补贴 2026！')).toEqual(['abc', '补贴', '2026'])
    expect(wordsOf(' ，')).toEqual([])
  })

  test('every two neighbours; a word of one is itself', () => {
    expect(bigramsOf('耕地补')).toEqual(['耕地', '地补'])
    expect(bigramsOf('耕')).toEqual(['耕'])
    expect(bigramsOf('')).toEqual([])
    expect(queryGrams('1234567')).toEqual(['1234567'])
    expect(queryGrams('123456')).toEqual(['12', '23', '34', '45', '56'])
    expect(queryGrams('12345678')).toHaveLength(7)
    expect(queryGrams('a1234567')).toHaveLength(7)
  })

  test('initials by reading, both where there are two; what is not Chinese is itself', () => {
    expect(initialsOf('耕')).toEqual(['g'])
    expect(initialsOf('会')).toEqual(['h', 'k'])
    expect(initialsOf('x')).toEqual(['x'])
    expect(initialsOf('7')).toEqual(['7'])
    expect(initialsOf('耕')).toEqual(['g'])
  })

  test('a notice is found by its code, its words, and the initials of what it is called', () => {
    const grams = gramsOf({ shortCode: '1234567', title: '会计', sentence: '发放3户', item: { area: '财务', path: ['收支'] } }) // prettier-ignore
    expect(grams).toEqual([...new Set(grams)].sort())
    for (const gram of ['1234567', '会', '会计', 'hj', 'kj', 'cw', '收支', 'sz', '发放', '3户', '户']) expect(grams).toContain(gram) // prettier-ignore
    expect(grams).not.toContain('ff')
  })
})
