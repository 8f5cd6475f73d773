import type { PictureSize } from '@shared/facts/disclosure/attachments'
import { defineCollection, text } from '@server/platform/store/collection'

/** A stored picture in a size for showing 缩略图: JPEG, made at its upload; one that is small enough has none. */
export interface FilePictureRow {
  /** `sha256/size`. */
  _id: string
  /** Hash of the stored picture that it shows. */
  sha256: string
  size: PictureSize
  content: Buffer
}

export const FilePictures = defineCollection<FilePictureRow>({
  name: 'filePictures',
  immutable: true,
  fields: { _id: text, sha256: text, size: text, content: { type: Buffer, required: true } },
  indexes: [],
})
