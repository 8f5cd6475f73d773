import { scanText, type PrivacyKind } from '../../server/domain/privacy'
import { LONG, reportFigure, SAMPLED } from '../support/figures'
import { Chance } from '../support/privacy/chance'
import { CLEAN } from '../support/privacy/eyes/clean'
import { type Form, FORMS, isUnseen } from '../support/privacy/eyes/forms'
import { bankCard, disabilityCard, fullName, mobile, residentId } from '../support/privacy/identities'

const TODAY = '2026-11-24'
const SEEDS = LONG ? [11, 12, 13, 14, 15] : [11]
const EACH = LONG ? 40 : 10

const SETTINGS: readonly ((number: string, chance: Chance) => string)[] = [
  number => number,
  (number, chance) => `${fullName(chance)} ${number}`,
  number => `领取人：${number}，已核实。`,
  number => `（${number}）`,
  number => `2026年3月5日，${number}领取500元`,
]

const MAKERS = {
  'resident-id': residentId,
  'bank-card': bankCard,
  mobile,
  'disability-card': disabilityCard,
} as const satisfies Partial<Record<PrivacyKind, (chance: Chance) => string>>

const BLOCKED = 0.995
/** A phone in two groups with a blank looks like two figures of a table. */
const BLOCKED_PHONES = 0.985

function shareOf(kind: keyof typeof MAKERS, forms: readonly Form[]): { found: number; of: number } {
  let found = 0
  for (const form of forms) {
    for (const seed of SEEDS) {
      const chance = new Chance(seed)
      for (let round = 0; round < EACH; round += 1) {
        const text = SETTINGS[round % SETTINGS.length]!(form.write(MAKERS[kind](chance), chance), chance)
        const told = scanText(text, { today: TODAY })
        if (told.some(finding => finding.kind === kind && finding.severity === 'block')) found += 1
      }
    }
  }
  return { found, of: forms.length * SEEDS.length * EACH }
}

test('there are enough forms on both sides', () => {
  const unseen = FORMS.filter(isUnseen).length
  expect([FORMS.length >= 200, unseen >= 100, FORMS.length - unseen >= 100]).toEqual([true, true, true])
})

describe('numbers in every form that a person still reads', () => {
  const figures = { seen: [] as string[], unseen: [] as string[] }

  test.each(Object.keys(MAKERS) as (keyof typeof MAKERS)[])('%s', kind => {
    for (const side of ['seen', 'unseen'] as const) {
      const { found, of } = shareOf(
        kind,
        FORMS.filter(form => isUnseen(form) === (side === 'unseen')),
      )
      figures[side].push(`${kind} ${found}/${of}`)
      expect([side, found >= of * (kind === 'mobile' ? BLOCKED_PHONES : BLOCKED)]).toEqual([side, true])
    }
  })

  afterAll(() => {
    reportFigure(`D31 ${figures.seen.join(', ')}${SAMPLED}`)
    reportFigure(`D32 ${figures.unseen.join(', ')}${SAMPLED}`)
  })
})

test('clean texts full of digits and marks are not blocked', () => {
  const count = LONG ? 50_000 : 5_000
  const chance = new Chance(5)
  const alarms: string[] = []
  for (let round = 0; round < count; round += 1) {
    const text = CLEAN[round % CLEAN.length]?.(chance) ?? ''
    if (scanText(text, { today: TODAY }).some(({ severity }) => severity === 'block')) alarms.push(text)
  }
  reportFigure(`D33 ${alarms.length} of ${count} clean texts blocked${SAMPLED}`)
  expect({ few: alarms.length <= count / 100, alarms: alarms.slice(0, 3) }).toMatchObject({ few: true })
})
