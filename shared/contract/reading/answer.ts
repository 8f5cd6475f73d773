import { z } from 'zod'
import { Id } from '../common'
import { BarsView } from '../disclosure/presentation'
import { KeyFigure } from './site'

/** Kinds of what a question may be about: notices, the power list, matters under way, words, people in office. */
export const SourceKind = z.enum(['notice', 'power', 'case', 'term', 'office'])
export type SourceKind = z.infer<typeof SourceKind>

/** A period's sum in the picture of an answer; `permille` of the largest. */
const AnswerBar = BarsView.shape.bars.element
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
  /** A bar for each period of the year; `period`: the one that the figure is of, empty where there is none. */
  bars: z.array(AnswerBar),
  period: z.string(),
  /** The entries of the accounts that the question names by `word`. */
  lines: z.array(AnswerLine),
  word: z.string(),
  /** `entry`: day and voucher of the one entry; null: the whole. `signed`: who checked it; null: nobody, or not said. */
  source: z.object({
    kind: SourceKind,
    id: z.string(),
    title: z.string(),
    entry: z.string().nullable(),
    signed: z.string().nullable(),
  }),
})
export type Answer = z.infer<typeof Answer>
