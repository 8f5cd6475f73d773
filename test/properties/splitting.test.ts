import fc from 'fast-check'
import { SPLIT_RULE } from '../../shared/facts/power/splitting'
import { addDays } from '../../server/domain/deadline'
import {
  type SplitCandidate,
  justUnder,
  purposeWords,
  suspicionWords,
  suspicionsIn,
} from '../../server/domain/power/splitting'

const THRESHOLDS = [1_000_000, 5_000_000, 10_000_000]
const START = '2026-01-05'

const matter: fc.Arbitrary<Omit<SplitCandidate, 'id'>> = fc.record({
  itemCode: fc.constantFrom('XM-01', 'CG-01'),
  title: fc.constantFrom(
    '修村东水渠一期',
    '修村东水渠二期',
    '购置办公桌椅',
    '路灯更换',
    '2026年第3批路灯更换',
  ),
  payee: fc.constantFrom(null, '甲公司', '乙公司', '甲 公司'),
  amountFen: fc.oneof(
    fc.integer({ min: 0, max: 12_000_000 }),
    fc.constantFrom(...THRESHOLDS, 4_999_999, 3_500_000),
  ),
  openedOn: fc.integer({ min: 0, max: 500 }).map(days => addDays(START, days)),
  thresholds: fc.constant(THRESHOLDS),
})
const matters = fc
  .array(matter, { maxLength: 14 })
  .map(list => list.map((one, at): SplitCandidate => ({ ...one, id: `pcs_${at}` })))

const DAY_MS = 86_400_000

/** The rule said once more, pair by pair, in another way. */
function plainlyJoined(a: SplitCandidate, b: SplitCandidate): boolean {
  const under = (one: SplitCandidate) => THRESHOLDS.find(threshold => one.amountFen < threshold)
  const near = (one: SplitCandidate) =>
    one.amountFen >= ((under(one) ?? Infinity) * SPLIT_RULE.fromPercent) / 100
  const days = Math.abs(Date.parse(a.openedOn) - Date.parse(b.openedOn)) / DAY_MS
  const payee = a.payee !== null && a.payee.replace(' ', '') === b.payee?.replace(' ', '')
  const purpose = purposeWords(a.title) === purposeWords(b.title)
  return a.itemCode === b.itemCode && under(a) === under(b) && near(a) && near(b) && days <= SPLIT_RULE.withinDays && (payee || purpose) // prettier-ignore
}

test('every pair that the rule joins is shown together, and nothing else is shown', () => {
  fc.assert(
    fc.property(matters, list => {
      const shown = suspicionsIn(list, SPLIT_RULE)
      const placeOf = new Map(shown.flatMap(({ ids }, at) => ids.map(id => [id, at] as const)))
      for (const a of list) {
        const partners = list.filter(b => b.id !== a.id && plainlyJoined(a, b))
        expect(placeOf.has(a.id)).toBe(partners.length > 0)
        for (const b of partners) expect(placeOf.get(b.id)).toBe(placeOf.get(a.id))
      }
    }),
    { numRuns: 400 },
  )
})

test('no matter twice, all of them just under, together over; the order of the matters does not count', () => {
  fc.assert(
    fc.property(matters, fc.integer(), (list, seed) => {
      const shown = suspicionsIn(list, SPLIT_RULE)
      const ids = shown.flatMap(one => one.ids)
      expect(new Set(ids).size).toBe(ids.length)
      for (const one of shown) {
        const members = list.filter(({ id }) => one.ids.includes(id))
        for (const member of members) expect(justUnder(member, SPLIT_RULE)).toBe(one.thresholdFen)
        expect(one.sumFen).toBe(members.reduce((sum, { amountFen }) => sum + amountFen, 0))
        expect(one.sumFen).toBeGreaterThanOrEqual(one.thresholdFen)
        expect(one.same.length).toBeGreaterThan(0)
        expect(suspicionWords(one, SPLIT_RULE)).toMatch(/疑似拆分，请核实。$/)
      }
      const turned = [...list].sort(
        (a, b) => (a.id + seed).length - (b.id + seed).length || (a.id < b.id ? 1 : -1),
      )
      const asSets = (all: typeof shown) => all.map(one => [...one.ids].sort().join()).sort()
      expect(asSets(suspicionsIn(turned, SPLIT_RULE))).toEqual(asSets(shown))
    }),
    { numRuns: 300 },
  )
})

test('parts of one work have the same words', () => {
  expect(purposeWords('修村东水渠一期')).toBe(purposeWords('修村东水渠（第2期）'))
  expect(purposeWords('2026年3月路灯更换')).toBe('路灯更换')
})
