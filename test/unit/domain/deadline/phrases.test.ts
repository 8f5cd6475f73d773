import { parseDeadline } from '../../../../server/domain/deadline'
import { briefly } from '../../../support/deadline/brief'
import { EVENT_PHRASES } from '../../../support/deadline/eventPhrases'
import { PERIODIC_PHRASES } from '../../../support/deadline/periodicPhrases'
import type { Phrase } from '../../../support/deadline/phrase'
import { PLAIN_PHRASES } from '../../../support/deadline/plainPhrases'
import { SEVERAL_PHRASES } from '../../../support/deadline/severalPhrases'
import { UNRESOLVED_PHRASES } from '../../../support/deadline/unresolvedPhrases'
import { processorMs } from '../../../support/processorTime'

const TABLES: readonly (readonly [string, readonly Phrase[]])[] = [
  ['events', EVENT_PHRASES],
  ['periods', PERIODIC_PHRASES],
  ['plain rules', PLAIN_PHRASES],
  ['several rules', SEVERAL_PHRASES],
  ['unresolved', UNRESOLVED_PHRASES],
]

describe.each(TABLES)('%s', (_name, phrases) => {
  test.each(phrases.map(([text, ...rules]) => [text, rules] as const))('%s', (text, rules) => {
    const parsed = parseDeadline(text)
    expect(briefly(parsed)).toEqual(rules)
    expect(parsed.raw).toBe(text)
  })
})

test('an unresolved text gives no rule at all', () => {
  for (const [text] of UNRESOLVED_PHRASES) expect(parseDeadline(text).rules).toEqual([])
})

test('words keep the script and the wording of the source, without layout blanks', () => {
  const [quarterly, monthly] = parseDeadline(
    '每季度的首個月20日（集體財務往來 較多的，\n財務收支情況應每月公布一次）',
  ).rules
  expect(quarterly).toEqual({
    kind: 'periodic',
    frequency: 'quarterly',
    anchor: { dayOfMonth: 20, monthOfPeriod: 1 },
  })
  expect(monthly).toEqual({
    kind: 'periodic',
    frequency: 'monthly',
    condition: '集體財務往來較多的，財務收支情況',
  })
})

test('the event of an unknown kind always carries its words', () => {
  const rules = [...EVENT_PHRASES, ...SEVERAL_PHRASES].flatMap(([text]) => parseDeadline(text).rules)
  const others = rules.filter(({ events }) => events?.includes('other'))
  expect(others.length).toBeGreaterThan(10)
  for (const { eventText } of others) expect(eventText).toBeTruthy()
})

test('a rule never carries a value the shape does not name', () => {
  const keys = ['kind', 'n', 'unit', 'events', 'eventText', 'frequency', 'anchor', 'condition', 'notice']
  for (const [, phrases] of TABLES) {
    for (const [text] of phrases) {
      for (const rule of parseDeadline(text).rules) {
        expect(keys).toEqual(expect.arrayContaining(Object.keys(rule)))
        expect(Object.values(rule)).not.toContain(undefined)
      }
    }
  }
})

test.each([
  ['工'.repeat(3000)],
  ['每'.repeat(1999)],
  ['(('.repeat(900)],
  [`${'信息形成或'.repeat(300)}之日起`],
  ['、'.repeat(1999)],
  [`${'财务的'.repeat(600)}`],
  ['公开'.repeat(900)],
  ['应当及时'.repeat(400)],
])('a hostile text is answered at once (%#)', async text => {
  expect(await processorMs(() => parseDeadline(text))).toBeLessThan(5_000)
})

test.each([
  ['信息形成之日起20个工作\\n日内', ['after-event 20wd formed']],
  ['信息形成之日起<br/>20个工作日内', ['after-event 20wd formed']],
  ['信息形成之日起&nbsp;20个工作日内', ['after-event 20wd formed']],
])('layout written as characters is layout: %s', (text, rules) => {
  expect(briefly(parseDeadline(text))).toEqual(rules)
})
