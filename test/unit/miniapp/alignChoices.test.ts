import {
  VILLAGE_ONLY,
  confirmed,
  confirmedAll,
  proposed,
} from '../../../miniapp/src/packages/street/align/choices'
import type { AlignmentLine, LinkSuggestion, ShownLink } from '../../../shared/contract/catalogues/alignment'

const suggestion = (itemKey: string, more: Partial<LinkSuggestion> = {}): LinkSuggestion => ({
  itemKey,
  itemId: `itm_${itemKey}`,
  area: '社会救助',
  path: ['社会救助', itemKey],
  score: 0.9,
  word: '很像',
  relation: 'same',
  reasons: [],
  ...more,
})

const link = (itemKey: string | null, more: Partial<ShownLink> = {}): ShownLink => ({
  itemKey,
  itemId: null,
  path: [String(itemKey)],
  relation: 'same',
  state: 'confirmed',
  reasons: [],
  decidedByName: '许文静',
  decidedAt: '2026-11-20T02:00:00.000Z',
  version: 3,
  successor: null,
  ...more,
})

const line = (key: string, more: Partial<AlignmentLine> = {}): AlignmentLine => ({
  key,
  area: '村务公开',
  path: [key],
  elements: [],
  links: [],
  suggestions: [],
  villageOnly: false,
  memory: null,
  open: true,
  ...more,
})

test('the likeliest item is proposed; nothing where nothing carries, the village’s own where the server says so', () => {
  expect(proposed(line('a', { suggestions: [suggestion('x'), suggestion('y')] }))).toMatchObject({
    itemKey: 'x',
    name: '社会救助 › x',
  })
  expect(proposed(line('a', { suggestions: [suggestion('x')], villageOnly: true }))).toBe(VILLAGE_ONLY)
  expect(proposed(line('a'))).toBeNull()
  expect(proposed(line('a', { suggestions: [suggestion('x')], open: false }))).toBeNull()
})

test('what took the place of a lost item goes before what is likeliest, and the lost one gives way when it is confirmed', () => {
  const stale = link('lost', { state: 'stale', successor: suggestion('heir', { relation: 'successor' }) })
  const one = line('a', { links: [stale], suggestions: [suggestion('x')] })
  const choice = proposed(one)!
  expect(choice).toMatchObject({ itemKey: 'heir', relation: 'successor' })
  expect(confirmed(one, choice)).toEqual([
    { villageKey: 'a', itemKey: 'lost', decision: 'reject', relation: 'same', seen: 3 },
    { villageKey: 'a', itemKey: 'heir', decision: 'confirm', relation: 'successor', seen: 0 },
  ])
})

test('a link that was decided on before is confirmed by the version that was looked at', () => {
  const one = line('a', { links: [link('x', { state: 'rejected' })] })
  expect(confirmed(one, { itemKey: 'x', name: 'x', relation: 'subset' })).toEqual([
    { villageKey: 'a', itemKey: 'x', decision: 'confirm', relation: 'subset', seen: 3 },
  ])
})

test('one press decides what is open and has a choice, and nothing else', () => {
  const lines = [
    line('a', { suggestions: [suggestion('x')] }),
    line('b'),
    line('c', { villageOnly: true }),
    line('d', { open: false, links: [link('y')], suggestions: [suggestion('z')] }),
  ]
  expect(confirmedAll(lines, proposed)).toEqual([
    { villageKey: 'a', itemKey: 'x', decision: 'confirm', relation: 'same', seen: 0 },
    { villageKey: 'c', itemKey: null, decision: 'confirm', relation: 'village-only', seen: 0 },
  ])
})
