import { parseDeadline } from '../../../../server/domain/deadline'
import { sentencesOf } from '../../../../server/domain/deadline/reading/sentences'
import { SHAPES } from '../../../../server/domain/deadline/reading/shapes'
import { timesIn } from '../../../../server/domain/deadline/reading/times'

const KINDS = {
  'other-law': 'other-law',
  'period-end': 'periodic',
  dated: 'periodic',
  every: 'periodic',
  notice: 'notice',
  after: 'after-event',
  before: 'before-event',
  'at-once': 'immediate',
  standing: 'standing',
  progress: 'progress',
} as const

test.each(SHAPES.map((shape, row) => [shape.example, row] as const))(
  '%s is read by its own row',
  (example, row) => {
    const readers = sentencesOf(example).flatMap(({ text }) =>
      timesIn(text).map(({ shape }) => SHAPES.indexOf(shape)),
    )
    expect(readers).toContain(row)
  },
)

test.each(SHAPES.map(({ example, family }) => [example, family] as const))(
  '%s gives the rule of its family',
  (example, family) => {
    const { rules, unresolved } = parseDeadline(example)
    if (family === 'refuse') expect(unresolved).toBe(true)
    else if (family !== 'noun') expect(rules.map(({ kind }) => kind)).toContain(KINDS[family])
  },
)
