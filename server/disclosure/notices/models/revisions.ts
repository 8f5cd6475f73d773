import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { checked, defineCollection, instant, text, whole } from '@server/platform/store/collection'

/** Revision 修订: an immutable snapshot of a notice's content, without its state. */
export interface RevisionRow {
  _id: string
  noticeId: string
  orgCode: string
  edition: number
  /** Version of the notice that this revision created. */
  version: number
  content: NoticeContent
  createdBy: string
  createdAt: Date
}

export const Revisions = defineCollection<RevisionRow>({
  name: 'revisions',
  immutable: true,
  fields: {
    _id: text,
    noticeId: text,
    orgCode: text,
    edition: whole,
    version: whole,
    content: checked,
    createdBy: text,
    createdAt: instant,
  },
  indexes: [
    { fields: { noticeId: 1, version: 1 }, unique: true },
    { fields: { 'content.blocks.files.sha256': 1 } },
    { fields: { 'content.blocks.lines.images.sha256': 1 } },
  ],
})
