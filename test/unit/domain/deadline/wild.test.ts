import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type DeadlineRule, parseDeadline } from '../../../../server/domain/deadline'
import { brief } from '../../../support/deadline/brief'
import { reportFigure } from '../../../support/figures'

/** Clauses found on published pages after the reader was written; the labels were set before it read them. */
const CLAUSES = readFileSync(path.resolve(__dirname, '../../../fixtures/deadlines/wild.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map(line => {
    const [text = '', label = '', document = ''] = line.split('\t')
    return { text: text.replaceAll('\\n', '\n'), labels: label.split(' | '), document }
  })

/** Documents are split by their names; the reader was changed for one half only. */
const isReported = (document: string): boolean =>
  [...document].reduce((hash, char) => (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0, 7) % 2 === 1

const bare = (rule: DeadlineRule): string =>
  brief({ ...rule, events: undefined, eventText: undefined, condition: undefined }).replace(
    /^periodic |-event/,
    '',
  )

type Verdict = 'right' | 'guessed' | 'refused' | 'silent'

function verdictOf({ text, labels }: (typeof CLAUSES)[number]): Verdict {
  const { rules, unresolved } = parseDeadline(text)
  const got = rules.map(bare).join(' + ') || 'none'
  const fits = (label: string): boolean =>
    label.startsWith('~') ? got === label.slice(1) : got === label && (label === 'none') === unresolved
  if (labels.some(fits)) return 'right'
  if (labels.join() === 'none') return 'guessed'
  return unresolved ? 'refused' : 'silent'
}

const countsOf = (clauses: typeof CLAUSES): Record<Verdict | 'all', number> => {
  const counts = { all: clauses.length, right: 0, guessed: 0, refused: 0, silent: 0 }
  for (const clause of clauses) counts[verdictOf(clause)]++
  return counts
}

test('clauses of the wild: at least 95 % read, none silently wrong', () => {
  const tuned = countsOf(CLAUSES.filter(({ document }) => !isReported(document)))
  const reported = countsOf(CLAUSES.filter(({ document }) => isReported(document)))
  const told = ({ all, right, guessed, refused, silent }: typeof tuned): string =>
    `${right} of ${all} right, ${guessed} guessed, ${refused} refused, ${silent} silent`
  reportFigure(`D14 tuned: ${told(tuned)}; reported: ${told(reported)}`)
  expect(tuned).toMatchObject({ guessed: 0, silent: 0 })
  expect(tuned.right / tuned.all).toBeGreaterThanOrEqual(0.95)
  expect(reported.silent).toBe(0)
  expect(reported.right / reported.all).toBeGreaterThanOrEqual(0.95)
})
