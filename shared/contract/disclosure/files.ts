import { z } from 'zod'
import { MOST_COVERED, PICTURE_SIZES } from '../../facts/disclosure/attachments'
import { Issue, SHA256 } from '../common'
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

/**
 * How far WeChat's check of a picture is. `waiting`: no verdict yet; `risky`: it may break the rules; `unclear`: no verdict came, or
 * a person has to look; `released`: a second person has looked and let it through.
 */
export const PictureState = z.enum(['waiting', 'passed', 'risky', 'unclear', 'released'])
export type PictureState = z.infer<typeof PictureState>

export const PictureReleased = z.object({ state: PictureState })

/** A picture of a notice that WeChat checks. */
export const CheckedPicture = z.object({
  sha256: SHA256,
  name: z.string(),
  state: PictureState,
  /** This person may let it through. */
  mayRelease: z.boolean(),
  /** Who let it through. */
  releasedBy: z.string().nullable(),
})
export type CheckedPicture = z.infer<typeof CheckedPicture>
