import type { NewObligation, ObligationStatus } from '@server/domain/obligation'
import type { ObligationReminder } from '@shared/contract/disclosure/obligation'
import {
  checked,
  checkedIfAny,
  checkedOrNull,
  defineCollection,
  instant,
  text,
  textOrNull,
  texts,
  whole,
  wholeIfAny,
  wholeOrNull,
  wholesIfAny,
  yesNo,
} from '@server/platform/store/collection'

/**
 * Obligation 公开义务: one item × organisation × period or event. States that depend only on the current day are not
 * stored.
 */
export interface ObligationRow extends NewObligation {
  _id: string
  orgCode: string
  /** Codes from the root to the organisation, inclusive. */
  path: string[]
  itemId: string
  itemKey: string
  area: string
  /** Path of the item in one line. */
  name: string
  category: string
  /** Whether the item is only in the village's own catalogue. */
  own: boolean
  /** Deadline as the catalogue words it. */
  deadline: string | null
  /** Amount of the event in fen; null where none was given. */
  amountFen: number | null
  /** The trigger event that started it; null for periods and for a retracted event. */
  eventId: string | null
  /** `YYYY-MM` of the due date, else of the day it was opened: its month in the matrix. */
  month: string
  /** Sort key of lists: the due date, or a day after all others. */
  sortDate: string
  status: ObligationStatus
  doneOn: string | null
  noticeId: string | null
  /** Why it does not apply, or why no notice was drafted for it. */
  reason: string | null
  /** Of a case: the village's list in force lacks the item, so that no notice can be written. Absent: it has it. */
  lacksItem?: true | undefined
  /** Code of the merged village whose obligation it was; the successor's catalogue does not recompute it. Absent: its own. */
  fromOrg?: string
  /** Whether it was closed because the catalogue no longer requires it; reopened when it does again. */
  byRule: boolean
  reminders: ObligationReminder[]
  /** How many residents urged to disclose it 催一下. Absent: none. */
  nudges?: number
  /** Last deadline notification sent to the organisation. */
  told: 'nothing' | 'due-soon' | 'overdue'
  /** Counter for compare-and-set; every change adds one. */
  version: number
  openedAt: Date
  updatedAt: Date
}

export const Obligations = defineCollection<ObligationRow>({
  name: 'obligations',
  shownTo: { field: 'orgCode', in: 'pages' },
  removable: true,
  fields: {
    _id: text,
    orgCode: text,
    path: texts,
    itemId: text,
    itemKey: text,
    area: text,
    name: text,
    category: text,
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
    assumedYears: wholesIfAny,
    sortDate: text,
    words: text,
    skipped: texts,
    basis: checkedOrNull,
    unresolved: yesNo,
    status: text,
    doneOn: textOrNull,
    noticeId: textOrNull,
    reason: textOrNull,
    lacksItem: checkedIfAny,
    fromOrg: checkedIfAny,
    byRule: yesNo,
    reminders: checked,
    nudges: wholeIfAny,
    told: text,
    version: whole,
    openedAt: instant,
    updatedAt: instant,
  },
  indexes: [
    { fields: { orgCode: 1, itemKey: 1, causeKey: 1 }, unique: true },
    { fields: { orgCode: 1, status: 1, sortDate: 1, _id: 1 } },
    { fields: { orgCode: 1, status: 1, told: 1, sortDate: 1, _id: 1 } },
    { fields: { orgCode: 1, month: 1, sortDate: 1, _id: 1, status: 1 } },
    { fields: { path: 1, status: 1, sortDate: 1, _id: 1 } },
    { fields: { path: 1, status: 1, causeKind: 1, sortDate: 1, _id: 1 } },
    { fields: { noticeId: 1 } },
    { fields: { eventId: 1 } },
  ],
})
