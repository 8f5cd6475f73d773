import { z } from 'zod'
import { Id } from '../common'
import { KeyFigure } from './site'

/** Kinds of what a question may be about besides notices: the power list, matters under way, words, people in office. */
export const OtherKind = z.enum(['power', 'case', 'term', 'office'])

/** A period's sum in the picture of an answer; `permille` of the largest. */
const AnswerBar = z.object({ label: z.string(), text: z.string(), permille: z.int(), shown: z.boolean() })
export type AnswerBar = z.infer<typeof AnswerBar>

/** An entry of the accounts that a question names 账里的. */
const AnswerLine = z.object({
  noticeId: Id,
  title: z.string(),
  text: z.string(),
  amount: z.string(),
  side: z.string(),
})
export type AnswerLine = z.infer<typeof AnswerLine>

/**
 * The answer to a question 问一句: a sum of the accounts, or the row of the record that says it, word for word; and
 * where it is from.
 */
export const Answer = z.object({
  title: z.string(),
  /** Null where the answer is no single figure. */
  figure: KeyFigure.nullable(),
  says: z.string(),
  bars: z.array(AnswerBar),
  /** The entries of the accounts that the question names by `word`. */
  lines: z.array(AnswerLine),
  word: z.string(),
  /** `entry`: day and voucher of the one entry; null: the whole. `signed`: who checked it; null: nobody, or not said. */
  source: z.object({
    kind: z.enum(['notice', ...OtherKind.options]),
    id: z.string(),
    title: z.string(),
    entry: z.string().nullable(),
    signed: z.string().nullable(),
  }),
})
export type Answer = z.infer<typeof Answer>
