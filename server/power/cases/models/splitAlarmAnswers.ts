import type { SplitAlarmOutcome } from '@shared/facts/power/splitting'
import { defineCollection, instant, text, texts } from '@server/platform/store/collection'

/** Answer 核实结果 to a split alarm. The alarm itself is computed from the cases; one more case makes another alarm. */
export interface SplitAlarmAnswerRow {
  /** Id of the alarm, derived from its cases. */
  _id: string
  /** Code of the village. */
  orgCode: string
  caseIds: string[]
  outcome: SplitAlarmOutcome
  text: string
  by: string
  byName: string
  at: Date
}

export const SplitAlarmAnswers = defineCollection<SplitAlarmAnswerRow>({
  name: 'splitAlarmAnswers',
  immutable: true,
  fields: {
    _id: text,
    orgCode: text,
    caseIds: texts,
    outcome: text,
    text,
    by: text,
    byName: text,
    at: instant,
  },
  indexes: [{ fields: { orgCode: 1, at: -1 } }],
})
