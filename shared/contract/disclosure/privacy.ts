import { z } from 'zod'
import { Id, Issue, OrgCode } from '../common'
import { NoticeContent, Release } from './notice'
import { PresentedRecord } from './presentation'

export const Releases = z.array(Release).max(200)

export const Severity = z.enum(['block', 'review'])

/** A privacy finding in a notice: position, rule and replacement. Never contains the unmasked value. */
export const ContentFinding = Issue.extend({
  /** `content.blocks.0.rows.3.name`. */
  field: z.string(),
  severity: Severity,
  /** Position in words: `“发放明细”第 3 行“姓名或名称”`. */
  place: z.string(),
  /** The text found, masked except for its first character. */
  quote: z.string(),
  /** Replacement text. */
  proposed: z.string(),
  /** A reason can release it. */
  releasable: z.boolean(),
})
export type ContentFinding = z.infer<typeof ContentFinding>

/** Requests a preview of the public view of a notice. Nothing of it is stored. */
export const MaskPreviewRequest = z.strictObject({
  orgCode: OrgCode,
  itemId: Id,
  content: NoticeContent,
  releases: Releases.default([]),
})
export type MaskPreviewRequest = z.infer<typeof MaskPreviewRequest>

/**
 * Compares author's text and public text 你写的 / 大家看到的. `masked`: the content with every proposed mask applied
 * 按规定遮好.
 */
export const MaskPreview = z.object({
  findings: z.array(ContentFinding),
  /** Faults in the releases. */
  issues: z.array(Issue),
  /** Names were looked for by rules alone: the model is not installed, or could not answer. */
  namesByRules: z.boolean(),
  before: PresentedRecord,
  after: PresentedRecord,
  masked: NoticeContent,
})
export type MaskPreview = z.infer<typeof MaskPreview>
