import { type DeadlineRule, parseDeadline } from '../../../../server/domain/deadline'
import { brief } from '../../../support/deadline/brief'
import { clauses } from '../../../support/deadline/clauses'
import { reportFigure } from '../../../support/figures'

/** Whole clauses with their labels; the notation is described in test/fixtures/deadlines/README.md. */
const CLAUSES = clauses().map(({ text, label, events }) => [text, label, events] as const)

/** A rule without its words: conditions are not compared, events only where the clause names some. */
const bare = (rule: DeadlineRule): string =>
  brief({ ...rule, events: undefined, eventText: undefined, condition: undefined }).replace(
    /^periodic |-event/,
    '',
  )

function verdict(text: string, label: string, events: readonly string[]): string {
  const { rules, unresolved } = parseDeadline(text)
  const got = rules.map(bare).join(' + ') || 'none'
  const right = label
    .split(' | ')
    .some(truth =>
      truth.startsWith('~') ? got === truth.slice(1) : got === truth && (truth === 'none') === unresolved,
    )
  const named = events.length === 0 || rules.every(rule => rule.events?.some(name => events.includes(name)))
  if (right && !named) return rules.map(brief).join(' + ')
  return right ? label : `${got}${unresolved ? ' (unresolved)' : ''}`
}

test.each(CLAUSES)('%s', (text, label, events) => {
  expect(verdict(text, label, events)).toBe(label)
})

test('the clauses are read, and nothing is read where no rule is due', () => {
  const duties = CLAUSES.filter(([, label]) => !label.split(' | ').includes('none'))
  const none = CLAUSES.filter(([, label]) => label === 'none')
  const read = duties.filter(clause => verdict(...clause) === clause[1])
  const guessed = none.filter(([text]) => parseDeadline(text).rules.length > 0)
  reportFigure(
    `D1 ${read.length} of ${duties.length} read, ${guessed.length} of ${none.length} without a rule guessed`,
  )
  expect(guessed).toEqual([])
})
