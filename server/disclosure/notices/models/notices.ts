import type {
  ArchiveRecord,
  CorrectionOrder,
  MeetingRecord,
  NoticeState,
  Release,
} from '@shared/contract/disclosure/notice'
import {
  checked,
  checkedOrNull,
  defineCollection,
  instant,
  instantOrNull,
  text,
  textOrNull,
  texts,
  whole,
  wholeOrNull,
  wholesIfAny,
} from '@server/platform/store/collection'

/** Disclosure notice 公示: the mutable row that joins revisions, statuses and publications. */
export interface NoticeRow {
  _id: string
  orgCode: string
  itemId: string
  itemKey: string
  category: string
  period: string
  /** On a street's notice: the village that the disclosure is about; null = all. */
  regards: string | null
  title: string
  /** Short code 短码, printed and spoken; two notices may share one. */
  shortCode: string
  state: NoticeState
  /** Counter for compare-and-set; every change adds one. */
  version: number
  /** Working edition, from 1. */
  edition: number
  /** Edition that is public now; null while there is none. */
  liveEdition: number | null
  /** Last day `YYYY-MM-DD` for the next act; null when no act is due. */
  dueOn: string | null
  /** Years that `dueOn` reached without a holiday table; absent when there are none. */
  assumedYears?: number[]
  /** Moment of the scheduled publication 定时公开. */
  publishAt: Date | null
  meeting: MeetingRecord | null
  releases: Release[]
  /** Why the working edition replaces the former one; null on the first. */
  reason: string | null
  order: CorrectionOrder | null
  archive: ArchiveRecord | null
  revisionId: string
  createdBy: string
  /** Authors of the working edition's revisions, who may not sign it off. */
  writers: string[]
  submittedBy: string | null
  signedBy: string | null
  createdAt: Date
  updatedAt: Date
}

export const Notices = defineCollection<NoticeRow>({
  name: 'notices',
  shownTo: { field: 'orgCode', in: 'pages', once: 'liveEdition' },
  fields: {
    _id: text,
    orgCode: text,
    itemId: text,
    itemKey: text,
    category: text,
    period: text,
    regards: textOrNull,
    title: text,
    shortCode: text,
    state: text,
    version: whole,
    edition: whole,
    liveEdition: wholeOrNull,
    dueOn: textOrNull,
    assumedYears: wholesIfAny,
    publishAt: instantOrNull,
    meeting: checkedOrNull,
    releases: checked,
    reason: textOrNull,
    order: checkedOrNull,
    archive: checkedOrNull,
    revisionId: text,
    createdBy: text,
    writers: texts,
    submittedBy: textOrNull,
    signedBy: textOrNull,
    createdAt: instant,
    updatedAt: instant,
  },
  indexes: [
    { fields: { orgCode: 1, itemKey: 1, period: 1, regards: 1 }, unique: true },
    { fields: { orgCode: 1, updatedAt: -1, _id: -1 } },
    { fields: { orgCode: 1, state: 1, updatedAt: -1, _id: -1 } },
    { fields: { orgCode: 1, state: 1, dueOn: 1 } },
    { fields: { shortCode: 1 } },
  ],
})
