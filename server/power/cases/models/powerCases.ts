import type { CaseEventKind, CaseState, CaseStatus } from '@server/domain/power/case'
import {
  checked,
  defineCollection,
  instant,
  text,
  textOrNull,
  texts,
  whole,
  wholeOrNull,
  yesNo,
} from '@server/platform/store/collection'

/** Disclosure of a finished step, and the notice drafted for it. */
export interface CaseDraft {
  visit: number
  noticeId: string | null
  /** Whether the village's catalogue has the item; only then it has an obligation. */
  linked: boolean
  /** Key of the item; absent on older rows and while it is missing. */
  itemKey?: string
  /** Why no notice was drafted, in sentences. */
  why?: string[]
}

/** Case 办件: one run of an item of a village's power list. */
export interface PowerCaseRow {
  _id: string
  orgCode: string
  itemCode: string
  title: string
  payee: string | null
  amountFen: number | null
  status: CaseStatus
  open: boolean
  /** The whole case; the fields above are copies for queries. */
  state: CaseState
  /** Disclosures of its finished steps, in step order. */
  drafts: CaseDraft[]
  /** Ids of the drafted notices. */
  noticeIds: string[]
  /** Counter for compare-and-set; every event adds one. */
  version: number
  openedAt: Date
  updatedAt: Date
}

export const PowerCases = defineCollection<PowerCaseRow>({
  name: 'powerCases',
  shownTo: { field: 'orgCode', in: 'pages' },
  fields: {
    _id: text,
    orgCode: text,
    itemCode: text,
    title: text,
    payee: textOrNull,
    amountFen: wholeOrNull,
    status: text,
    open: yesNo,
    state: checked,
    drafts: checked,
    noticeIds: texts,
    version: whole,
    openedAt: instant,
    updatedAt: instant,
  },
  indexes: [
    { fields: { orgCode: 1, openedAt: -1, _id: -1 } },
    { fields: { orgCode: 1, open: 1, openedAt: -1, _id: -1 } },
    { fields: { 'state.visits.finished.files.sha256': 1 } },
  ],
})

/** One immutable row for each event of a case. */
export interface PowerCaseEventRow {
  _id: string
  caseId: string
  orgCode: string
  /** Version of the case after the event. */
  version: number
  kind: CaseEventKind | 'open'
  label: string
  stepName: string
  by: string
  byName: string
  reason: string | null
  at: Date
}

export const PowerCaseEvents = defineCollection<PowerCaseEventRow>({
  name: 'powerCaseEvents',
  immutable: true,
  fields: {
    _id: text,
    caseId: text,
    orgCode: text,
    version: whole,
    kind: text,
    label: text,
    stepName: text,
    by: text,
    byName: text,
    reason: textOrNull,
    at: instant,
  },
  indexes: [{ fields: { caseId: 1, version: 1 }, unique: true }],
})
