import { z } from 'zod'
import { Id } from '../common'
import { Contact } from '../people/org'

/** Key figure 主数 of a record, as its sentence shows it. */
export const KeyFigure = z.object({ label: z.string(), text: z.string(), unit: z.string() })
export type KeyFigure = z.infer<typeof KeyFigure>

/** A collective matter under way 正在办的事: the step it waits for, and what it costs. */
export const MatterUnderWay = z.object({
  id: Id,
  title: z.string(),
  step: z.int(),
  steps: z.int(),
  stepName: z.string(),
  amount: z.string().nullable(),
})
export type MatterUnderWay = z.infer<typeof MatterUnderWay>

/** A period's sum in the picture of an answer; `permille` of the largest. */
const AnswerBar = z.object({ label: z.string(), text: z.string(), permille: z.int(), shown: z.boolean() })
export type AnswerBar = z.infer<typeof AnswerBar>

/** An entry of the accounts that a question names 账里的. */
const AskedLine = z.object({
  noticeId: Id,
  title: z.string(),
  text: z.string(),
  amount: z.string(),
  side: z.string(),
})
export type AskedLine = z.infer<typeof AskedLine>

/** The answer to a question 问一句: one figure, a sentence, and the notice that says so. */
const Answer = z.object({
  title: z.string(),
  /** Null where the answer is that there is none. */
  figure: KeyFigure.nullable(),
  says: z.string(),
  bars: z.array(AnswerBar),
  /** `entry`: day and voucher of the one entry; null: the whole notice. `signed`: who checked it; null: nobody. */
  source: z.object({
    noticeId: Id,
    title: z.string(),
    entry: z.string().nullable(),
    signed: z.string().nullable(),
  }),
})
export type Answer = z.infer<typeof Answer>

/** What else than notices a question of a village finds. */
export const Asked = z.object({
  answer: Answer.nullable(),
  /** The word by which the rest was found; empty: none. */
  word: z.string(),
  lines: z.array(AskedLine),
  matters: z.array(MatterUnderWay),
  services: z.array(z.object({ code: z.string(), name: z.string(), text: z.string() })),
  contacts: z.array(Contact),
})
export type Asked = z.infer<typeof Asked>
