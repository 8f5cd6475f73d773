import { alignable, byKey } from '../../../../server/domain/villageCatalogue/keys'
import {
  contradictionsIn,
  isOpen,
  likenessWord,
  type LinkFact,
} from '../../../../server/domain/villageCatalogue/links'

/** What of a village's links cannot be true together, and on which lines somebody still has to decide. */

const link = (villageKey: string, itemKey: string | null, more: Partial<LinkFact> = {}): LinkFact => ({
  villageKey,
  itemKey,
  relation: 'same',
  state: 'confirmed',
  ...more,
})
const own = (villageKey: string, more: Partial<LinkFact> = {}) =>
  link(villageKey, null, { relation: 'village-only', ...more })
const part = (villageKey: string, itemKey: string) => link(villageKey, itemKey, { relation: 'subset' })

const told = (links: readonly LinkFact[], ...adopted: string[]) =>
  contradictionsIn(links, new Set(adopted)).map(
    ({ code, villageKey, itemKey }) => `${code} ${villageKey} ${itemKey}`,
  )

describe('contradictions among links', () => {
  test.each<[string, LinkFact[]]>([
    ['nothing', []],
    ['one link', [link('v1', 'i1')]],
    ['two lines, each with an item of its own', [link('v1', 'i1'), link('v2', 'i2')]],
    ['a matter of the village’s own alone', [own('v1')]],
    ['two matters of the village’s own', [own('v1'), own('v2')]],
    ['a line that is part of two items', [part('v1', 'i1'), part('v1', 'i2')]],
    ['two lines that are parts of one item', [part('v1', 'i1'), part('v2', 'i1')]],
    ['a line that is one item and part of another', [link('v1', 'i1'), part('v1', 'i2')]],
  ])('none in %s', (_what, links) => {
    expect(told(links)).toEqual([])
  })

  test('a matter of the village’s own is linked to nothing, whatever the order and the relation', () => {
    expect(told([own('v1'), link('v1', 'i1')])).toEqual(['own-and-linked v1 null'])
    expect(told([part('v1', 'i1'), own('v1')])).toEqual(['own-and-linked v1 null'])
    expect(told([own('v1'), link('v2', 'i1')])).toEqual([])
  })

  test('a line is the same as one item: each link of it is told', () => {
    expect(told([link('v1', 'i1'), link('v2', 'i3'), link('v1', 'i2')])).toEqual([
      'two-same-items v1 i1',
      'two-same-items v1 i2',
    ])
  })

  test('an item is the same as one line: each link of it is told', () => {
    expect(told([link('v1', 'i1'), link('v2', 'i1'), link('v3', 'i2')])).toEqual([
      'two-same-lines v1 i1',
      'two-same-lines v2 i1',
    ])
  })

  test('an item that the list adopted under its own key is no other line as well', () => {
    expect(told([link('v1', 'i1'), part('v2', 'i2')], 'i1', 'i2')).toEqual(['adopted-already v1 i1'])
    expect(told([link('v1', 'i1')], 'i2')).toEqual([])
    expect(told([link('v1', null)], 'i1')).toEqual([])
  })

  test.each(['rejected', 'stale'] as const)('what is %s contradicts nothing', state => {
    expect(told([own('v1'), link('v1', 'i1', { state })])).toEqual([])
    expect(told([own('v1', { state }), link('v1', 'i1')])).toEqual([])
    expect(told([link('v1', 'i1'), link('v1', 'i2', { state })])).toEqual([])
    expect(told([link('v1', 'i1'), link('v2', 'i1', { state })])).toEqual([])
    expect(told([link('v1', 'i1', { state })], 'i1')).toEqual([])
  })

  test('all are told at once, by kind', () => {
    const links = [own('v0'), part('v0', 'i9'), link('v1', 'i1'), link('v1', 'i2'), link('v2', 'i2')]
    expect(told(links, 'i1')).toEqual([
      'own-and-linked v0 null',
      'two-same-items v1 i1',
      'two-same-items v1 i2',
      'two-same-lines v1 i2',
      'two-same-lines v2 i2',
      'adopted-already v1 i1',
    ])
  })
})

test.each([
  ['without links', [], true],
  ['with what was rejected alone', ['rejected'], true],
  ['with a confirmed link', ['confirmed'], false],
  ['with a confirmed link among rejected ones', ['rejected', 'confirmed', 'rejected'], false],
  ['with a link that no longer fits beside a confirmed one', ['confirmed', 'stale'], true],
  ['with a link that no longer fits', ['stale'], true],
] as const)('a line %s: open is %s', (_what, states, open) => {
  expect(isOpen(states.map(state => ({ state })))).toBe(open)
})

test.each([
  [0.9, '很像'],
  [0.8, '很像'],
  [0.79, '可能'],
  [0.5, '可能'],
  [0.49, '不像'],
  [0, '不像'],
])('a likeness of %d reads %s, each bound included', (score, word) => {
  expect(likenessWord(score, 0.5, 0.8)).toBe(word)
})

test('rows are found by key, the last of one key; the alignment sees what it goes by alone', () => {
  const [a, b, again] = [{ key: 'a' }, { key: 'b' }, { key: 'a', newer: true }]
  expect([...byKey([a, b, again])]).toEqual([
    ['a', again],
    ['b', b],
  ])
  const item = { key: 'k', area: '村务', path: ['一', '二'], elements: ['时间'], deadline: '每年' }
  expect(alignable(item)).toEqual({ id: 'k', area: '村务', path: ['一', '二'], elements: ['时间'] })
})
