import type { PictureSize } from '@shared/facts/disclosure/attachments'
import { defineCollection, text } from '@server/platform/store/collection'

/**
 * Smaller version of a stored picture 缩略图 for display: JPEG, made at upload; a picture that is small enough has
 * none.
 */
export interface FilePictureRow {
  /** `sha256/size`. */
  _id: string
  /** Hash of the stored picture that it was made from. */
  sha256: string
  size: PictureSize
  content: Buffer
}

export const FilePictures = defineCollection<FilePictureRow>({
  name: 'filePictures',
  removable: true,
  immutable: true,
  fields: { _id: text, sha256: text, size: text, content: { type: Buffer, required: true } },
  indexes: [],
})
