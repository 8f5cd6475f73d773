import type {
  MeetingRecord,
  NoticeContent,
  Publicity,
  PublicityMoved,
  SignOff,
  Tombstone,
} from '@shared/contract/disclosure/notice'
import type { PrintedOrg } from '@shared/contract/reading/site'
import type { Presentation } from '@shared/presentation/version'
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
  yesNo,
} from '@server/platform/store/collection'

/**
 * Publication 公开版次: one row for each published edition, the read model of every feed. `live` is true only on the
 * newest edition; apart from that a row is changed only by a withdrawal, which sets `withdrawn` and blanks the words, and
 * by a holiday table that came later, which sets `publicityMoved`.
 */
export interface PublicationRow {
  _id: string
  noticeId: string
  edition: number
  orgCode: string
  category: string
  itemId: string
  itemKey: string
  period: string
  regards: string | null
  title: string
  /** Summary sentence of the presented record. */
  sentence: string
  content: NoticeContent
  /** Version of the presentation of this edition, see shared/presentation/version; absent: 1. */
  presentation?: Presentation
  /** Hash of the presented record. */
  sha256: string
  /** Hash of the record as presented once names are folded; null where nothing folds. */
  foldedSha256: string | null
  /** Name of the person who submitted the notice 经办人. */
  author: string
  signOff: SignOff
  /** Why this edition replaces another; null on the first. */
  reason: string | null
  /** Null on a street's notice, which needs no joint meeting. */
  meeting: MeetingRecord | null
  /** As published, and as the ledger commits to it. */
  publicity: Publicity
  /** The end as recomputed when the holidays were known; absent otherwise. */
  publicityMoved?: PublicityMoved
  /** Name and contacts of the organisation as printed; absent on older editions: as they are now. */
  printed?: PrintedOrg
  withdrawn: Tombstone | null
  publishedAt: Date
  live: boolean
  /** Search grams of title, sentence, area and item path, see server/domain/search. */
  grams: string[]
}

export const Publications = defineCollection<PublicationRow>({
  name: 'publications',
  shownTo: { field: 'orgCode', in: 'feed' },
  fields: {
    _id: text,
    noticeId: text,
    edition: whole,
    orgCode: text,
    category: text,
    itemId: text,
    itemKey: text,
    period: text,
    regards: textOrNull,
    title: text,
    sentence: text,
    content: checked,
    presentation: wholeIfAny,
    sha256: text,
    foldedSha256: textOrNull,
    author: text,
    signOff: checkedOrNull,
    reason: textOrNull,
    meeting: checkedOrNull,
    publicity: checked,
    publicityMoved: checkedIfAny,
    printed: checkedIfAny,
    withdrawn: checkedOrNull,
    publishedAt: instant,
    live: yesNo,
    grams: texts,
  },
  indexes: [
    { fields: { noticeId: 1, edition: 1 }, unique: true },
    { fields: { noticeId: 1 }, unique: true, partial: { live: true } },
    { fields: { orgCode: 1, live: 1, publishedAt: -1, _id: -1 } },
    { fields: { orgCode: 1, live: 1, category: 1, publishedAt: -1, _id: -1 } },
    { fields: { orgCode: 1, live: 1, category: 1, period: 1, _id: 1 } },
    { fields: { orgCode: 1, live: 1, period: 1, publishedAt: -1, _id: -1 } },
    { fields: { orgCode: 1, live: 1, itemKey: 1, period: 1, publishedAt: -1, _id: -1 } },
    { fields: { orgCode: 1, live: 1, grams: 1, publishedAt: -1, _id: -1 } },
    { fields: { 'publicity.assumedYears': 1, live: 1 } },
    { fields: { 'content.blocks.files.sha256': 1, live: 1 } },
    { fields: { 'content.blocks.lines.images.sha256': 1, live: 1 } },
    { fields: { itemKey: 1, live: 1, period: 1 } },
    { fields: { itemKey: 1, live: 1, orgCode: 1, publishedAt: -1, _id: -1 } },
  ],
})
