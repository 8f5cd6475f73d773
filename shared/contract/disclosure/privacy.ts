import { z } from 'zod'
import { Id, Issue, OrgCode } from '../common'
import { NoticeContent, Release } from './notice'
import { PresentedRecord } from './presentation'

export const Releases = z.array(Release).max(200)

export const Severity = z.enum(['block', 'review'])

/** A finding in a notice: where, which rule, what to write instead. The open value is never in it. */
export const ContentFinding = Issue.extend({
  /** `content.blocks.0.rows.3.name`. */
  field: z.string(),
  severity: Severity,
  /** The place in words: `“发放明细”第 3 行“姓名或名称”`. */
  place: z.string(),
  /** The words, all but their first character covered. */
  quote: z.string(),
  /** What to write in their place. */
  proposed: z.string(),
  /** A reason may lift it. */
  releasable: z.boolean(),
})
export type ContentFinding = z.infer<typeof ContentFinding>

/** Asks how a notice would look to the public. Nothing of it is kept. */
export const MaskPreviewRequest = z.strictObject({
  orgCode: OrgCode,
  itemId: Id,
  content: NoticeContent,
  releases: Releases.default([]),
})
export type MaskPreviewRequest = z.infer<typeof MaskPreviewRequest>

/** 你写的 / 大家看到的. `masked` is the content with every proposed mask in place 按规定遮好. */
export const MaskPreview = z.object({
  findings: z.array(ContentFinding),
  /** What is wrong with the releases. */
  issues: z.array(Issue),
  before: PresentedRecord,
  after: PresentedRecord,
  masked: NoticeContent,
})
export type MaskPreview = z.infer<typeof MaskPreview>
