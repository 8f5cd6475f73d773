import { z } from 'zod'
import { MOST_COVERED, PICTURE_SIZES } from '../../facts/disclosure/attachments'
import { Issue } from '../common'
import { Attachment } from './notice'
import { Severity } from './privacy'

/** A privacy finding in a file; never contains the unmasked value. */
export const FileFinding = Issue.extend({
  severity: Severity,
  /** Position, e.g. `工作表“名单” 单元格 B3（隐藏行）`. */
  place: z.string(),
  proposed: z.string(),
  /** A reason can release it. */
  releasable: z.boolean(),
})
export type FileFinding = z.infer<typeof FileFinding>

/** Areas of a picture to be covered 遮盖, as `left,top,width,height` of `PictureArea`, with `;` between them. */
const AREA = '\\d{1,5},\\d{1,5},\\d{1,5},\\d{1,5}'
const CoveredAreas = z.string().regex(new RegExp(`^${AREA}(?:;${AREA}){0,${MOST_COVERED - 1}}$`))

/** Fields sent with the multipart field `file`. */
export const UploadFields = z.strictObject({
  /** File name, if the phone sends another one. */
  name: z.string().trim().min(1).max(120).optional(),
  /** Reason why the releasable privacy findings are no personal data. */
  reason: z.string().trim().max(200).optional(),
  /** Of a picture: what is painted over before it is read and stored. */
  cover: CoveredAreas.optional(),
})
export type UploadFields = z.infer<typeof UploadFields>

/** Display sizes of a public picture. */
export const PictureSize = z.enum(PICTURE_SIZES)

/** A stored file: its attachment for the notice, and the privacy findings that the reason released. */
export const UploadedFile = z.object({ attachment: Attachment, findings: z.array(FileFinding) })
export type UploadedFile = z.infer<typeof UploadedFile>
