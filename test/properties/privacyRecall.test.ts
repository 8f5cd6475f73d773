import { scanText, type PrivacyKind } from '../../server/domain/privacy'
import { reportFigure } from '../support/figures'
import { Chance } from '../support/privacy/chance'
import { HARD_KINDS, POSITIVES } from '../support/privacy/positives'

const TODAY = '2026-11-24'
const HARD = 0.995
const MOST = 1_000
const FEWER = 500
const EASY = 0.95

/** Share of generated texts in which the kind is found; hard kinds must block. */
function recallOf(kind: PrivacyKind, rounds: number): { found: number; missed: string[] } {
  const chance = new Chance(20261124)
  const makers = POSITIVES[kind] ?? []
  const missed: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const text = makers[round % makers.length]?.(chance, Math.floor(round / makers.length)) ?? ''
    const findings = scanText(text, { today: TODAY }).filter(finding => finding.kind === kind)
    const hit = HARD_KINDS.includes(kind)
      ? findings.some(({ severity }) => severity === 'block')
      : findings.length > 0
    if (!hit) missed.push(text)
  }
  return { found: rounds - missed.length, missed }
}

describe('generated personal data in disguise', () => {
  const figures: string[] = []
  let generated = 0
  const kinds = Object.keys(POSITIVES) as PrivacyKind[]

  test.each(kinds)('%s', kind => {
    const hard = HARD_KINDS.includes(kind)
    const rounds = hard ? MOST : FEWER
    const { found, missed } = recallOf(kind, rounds)
    figures.push(`${kind} ${found}/${rounds}`)
    generated += rounds
    expect({ share: found / rounds >= (hard ? HARD : EASY), missed: missed.slice(0, 5) }).toMatchObject({
      share: true,
    })
  })

  afterAll(() => {
    expect(generated).toBeGreaterThanOrEqual(5_000)
    reportFigure(`R8 recall over ${generated} disguised pieces of personal data: ${figures.join(', ')}`)
  })
})
