import type { NewObligation, ObligationStatus } from '@server/domain/obligation'
import type { ObligationReminder } from '@shared/contract/disclosure/obligation'
import {
  checked,
  checkedOrNull,
  defineCollection,
  instant,
  text,
  textOrNull,
  texts,
  whole,
  wholeOrNull,
  yesNo,
} from '@server/platform/store/collection'

/** Duty 公开义务: an item × an organisation × a period or event. What a day alone changes is not stored. */
export interface ObligationRow extends NewObligation {
  _id: string
  orgCode: string
  /** Codes from the root to the organisation, itself included. */
  path: string[]
  itemId: string
  itemKey: string
  area: string
  /** Item path in one line. */
  name: string
  category: string | null
  /** The item stands in the village's own list only. */
  own: boolean
  /** As the catalogue words it. */
  deadline: string | null
  /** Amount of the event in fen, where one was told. */
  amountFen: number | null
  /** The record that started it; null for periods, and where the record was taken back. */
  eventId: string | null
  /** `YYYY-MM` of the due date, else of the day on which it was opened: its column in the matrix. */
  month: string
  /** The due date, or a day after all others: what lists are sorted by. */
  sortOn: string
  status: ObligationStatus
  doneOn: string | null
  noticeId: string | null
  reason: string | null
  /** Closed because the catalogue no longer asks for it: opened again when it does. */
  byRule: boolean
  reminders: ObligationReminder[]
  /** What the organisation was told of it by itself: that it is due soon, that it is over. */
  told: 'nothing' | 'due-soon' | 'overdue'
  /** Counter for compare-and-set; every change adds one. */
  version: number
  openedAt: Date
  updatedAt: Date
}

export const Obligations = defineCollection<ObligationRow>({
  name: 'obligations',
  fields: {
    _id: text,
    orgCode: text,
    path: texts,
    itemId: text,
    itemKey: text,
    area: text,
    name: text,
    category: textOrNull,
    own: yesNo,
    deadline: textOrNull,
    amountFen: wholeOrNull,
    eventId: textOrNull,
    causeKind: text,
    causeKey: text,
    causeLabel: text,
    period: textOrNull,
    eventOn: textOrNull,
    eventKind: textOrNull,
    looseFrom: textOrNull,
    month: text,
    dueOn: textOrNull,
    sortOn: text,
    words: text,
    skipped: texts,
    basis: checkedOrNull,
    unresolved: yesNo,
    status: text,
    doneOn: textOrNull,
    noticeId: textOrNull,
    reason: textOrNull,
    byRule: yesNo,
    reminders: checked,
    told: text,
    version: whole,
    openedAt: instant,
    updatedAt: instant,
  },
  indexes: [
    { fields: { orgCode: 1, itemKey: 1, causeKey: 1 }, unique: true },
    { fields: { orgCode: 1, status: 1, sortOn: 1, _id: 1 } },
    { fields: { orgCode: 1, month: 1, sortOn: 1, _id: 1, status: 1 } },
    { fields: { path: 1, status: 1, sortOn: 1, _id: 1 } },
    { fields: { path: 1, status: 1, causeKind: 1, sortOn: 1, _id: 1 } },
    { fields: { noticeId: 1 } },
    { fields: { eventId: 1 } },
  ],
})
