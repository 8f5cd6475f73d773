import {
  changedLines,
  differencesFrom,
  modelChanges,
  relationOf,
  withTaken,
} from '../../../../server/domain/power/model'
import { POWER_CLASSES } from '../../../../shared/facts/power/terms'
import type { PowerItem } from '../../../../shared/contract/power/item'
import { CORE, coreItem } from '../../../support/power/core'

const NONE = new Map<string, string>()
const adopted = (item: PowerItem): PowerItem => ({
  ...item,
  adopted: { meeting: '村民代表会议', on: '2026-05-08' },
  inForce: '2026-05-10',
})

type Place = readonly (string | number)[]
type Node = Record<string | number, unknown>

/** Every place in a value whose text can be worded otherwise. */
function places(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return value === null ? [] : [at]
  return Object.entries(value).flatMap(([key, part]) => places(part, [...at, key]))
}

/** Of codes that the schema knows, another one that it knows too. */
const CODES: Readonly<Record<string, string>> = {
  'calendar-day': 'working-day',
  'working-day': 'calendar-day',
  eligible: 'present',
  present: 'eligible',
  amount: 'else',
  result: 'else',
  open: 'secret',
  secret: 'open',
}

const other = (value: unknown): unknown =>
  typeof value === 'string' ? (CODES[value] ?? `${value}甲`) : typeof value === 'number' ? value + 1 : !value

function altered(item: PowerItem, at: Place): PowerItem {
  const copy = structuredClone(item)
  const node = at.slice(0, -1).reduce<Node>((part, key) => part[key] as Node, copy as unknown as Node)
  const last = at.at(-1)!
  node[last] = other(node[last])
  return copy
}

test('whatever an item says otherwise is told in a line, wherever it stands', () => {
  const firsts = POWER_CLASSES.map(({ code }) => CORE.find(item => item.class === code)!)
  const silent = firsts.flatMap(item =>
    places(item)
      .filter(([head]) => head !== 'code')
      .filter(at => changedLines(item, altered(item, at)).length === 0)
      .map(at => `${item.code} ${at.join('.')}`),
  )
  expect(silent).toEqual([])
  expect(CORE.flatMap(item => changedLines(item, adopted(item)))).toEqual([])
})

test('an item is adopted, adapted, added or left out; a reason holds on while the difference stays', () => {
  const model = [coreItem('XM-01'), coreItem('CG-01'), coreItem('BM-01')]
  const own = { ...coreItem('CW-01'), code: 'V-01' }
  const mine = [adopted(model[0]!), { ...model[1]!, summary: '村里的说法' }, own]
  expect(mine.map(item => relationOf(item, model.find(({ code }) => code === item.code) ?? null))).toEqual([
    'adopted',
    'adapted',
    'added',
  ])
  const first = differencesFrom(mine, model, new Map([['CG-01', '村里一直这么叫']]), null)
  expect(first.map(({ code, reason }) => [code, reason])).toEqual([
    ['CG-01', '村里一直这么叫'],
    ['V-01', null],
    ['BM-01', null],
  ])
  const again = differencesFrom(mine, model, NONE, { version: 0, differences: first })
  expect(again.find(({ code }) => code === 'CG-01')?.reason).toBe('村里一直这么叫')
  const moved = model.map(item => (item.code === 'CG-01' ? { ...item, negative: ['不得拆分'] } : item))
  const anew = differencesFrom(mine, moved, NONE, { version: 0, differences: first })
  expect(anew.find(({ code }) => code === 'CG-01')?.reason).toBeNull()
})

test('what the model changes is told once, and decided item by item', () => {
  const model = [coreItem('XM-01'), coreItem('CG-01'), coreItem('BM-01')]
  const mine = [adopted(model[0]!), { ...model[1]!, summary: '村里的说法' }, adopted(model[2]!)]
  const taken = { version: 1, differences: differencesFrom(mine, model, NONE, null) }
  expect(modelChanges(mine, taken, model)).toEqual([])
  const next = [
    { ...model[0]!, totalLimit: { ...model[0]!.totalLimit!, n: 200 } },
    { ...model[1]!, name: '小额采购' },
    coreItem('CW-01'),
  ]
  const changes = modelChanges(mine, taken, next)
  expect(changes.map(({ code, kind, relation }) => [code, kind, relation])).toEqual([
    ['XM-01', 'changed', 'adopted'],
    ['CG-01', 'changed', 'adapted'],
    ['CW-01', 'new', 'absent'],
    ['BM-01', 'dropped', 'adopted'],
  ])
  expect(changes[0]!.lines).toMatchObject([
    { label: '总时限', after: expect.stringContaining('200个工作日') },
  ])

  const list = withTaken(mine, next, ['XM-01', 'CW-01', 'BM-01'])
  expect(list.map(({ code }) => code)).toEqual(['XM-01', 'CG-01', 'CW-01'])
  const decided = { version: 2, differences: differencesFrom(list, next, NONE, taken) }
  expect(modelChanges(list, decided, next)).toEqual([])
  // What was declined stays declined until the model says something new of it.
  const without = withTaken(mine, next, [])
  const why = new Map([['CW-01', '村里的支出由街道代办']])
  const declined = { version: 2, differences: differencesFrom(without, next, why, taken) }
  expect(modelChanges(without, declined, next)).toEqual([])
  // What the model itself gives up is nothing to decide for who never had it.
  expect(modelChanges(without, declined, next.slice(0, 2))).toEqual([])
})

test('what was left out without a word, in a list of before, is asked for', () => {
  const model = [coreItem('XM-01'), coreItem('CG-01')]
  const mine = [adopted(model[0]!)]
  const silent = { version: 1, differences: differencesFrom(mine, model, NONE, null) }
  expect(modelChanges(mine, silent, model)).toMatchObject([
    { code: 'CG-01', kind: 'unexplained', relation: 'absent', lines: [] },
  ])
  const told = differencesFrom(mine, model, new Map([['CG-01', '村里不采购']]), silent)
  expect(modelChanges(mine, { version: 1, differences: told }, model)).toEqual([])
})
