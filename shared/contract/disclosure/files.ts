import { z } from 'zod'
import { PICTURE_SIZES } from '../../facts/disclosure/attachments'
import { Issue } from '../common'
import { Attachment } from './notice'
import { Severity } from './privacy'

/** A finding in a file; the open value is never in it. */
export const FileFinding = Issue.extend({
  severity: Severity,
  /** `工作表“名单” 单元格 B3（隐藏行）`. */
  place: z.string(),
  proposed: z.string(),
  /** A reason may lift it. */
  releasable: z.boolean(),
})
export type FileFinding = z.infer<typeof FileFinding>

/** Fields beside the multipart field `file`. */
export const UploadFields = z.strictObject({
  /** What the file is called, where the phone sends another name. */
  name: z.string().trim().min(1).max(120).optional(),
  /** Why the findings that a person has to look at are no personal data. */
  reason: z.string().trim().max(200).optional(),
})
export type UploadFields = z.infer<typeof UploadFields>

/** Sizes in which a public picture is shown. */
export const PictureSize = z.enum(PICTURE_SIZES)

/** A stored file: what to name in the notice's attachments, and what the given reason lifted. */
export const UploadedFile = z.object({ attachment: Attachment, findings: z.array(FileFinding) })
export type UploadedFile = z.infer<typeof UploadedFile>
