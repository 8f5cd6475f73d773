/** Kinds of file that may be attached to a notice 附件, by what is in them. */
export const ATTACHMENTS = {
  checkedOn: '2026-11-24',
  /** A larger file is refused, whatever other uploads may have. */
  mostBytes: 10 * 1024 * 1024,
  /** Text that is scanned word by word: a plain file, and the parts of an office file unpacked. */
  mostTextBytes: 2 * 1024 * 1024,
  mostOfficeBytes: 40 * 1024 * 1024,
  nameLength: 120,
  /** Longer sides of a picture are scaled down: enough to read an A4 page. */
  pictureSide: 3_000,
  /** Pixels of a picture that is still decoded. */
  picturePixels: 60_000_000,
  /** How a picture is shown, beside the kept one: in a row, and for reading. Longest side in pixels, most bytes. */
  pictureSizes: {
    list: { side: 320, mostBytes: 30_000 },
    reading: { side: 1_600, mostBytes: 200_000 },
  },
  kinds: {
    xlsx: {
      extensions: ['xlsx'],
      mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
    docx: {
      extensions: ['docx'],
      mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    },
    pdf: { extensions: ['pdf'], mime: 'application/pdf' },
    csv: { extensions: ['csv'], mime: 'text/csv; charset=utf-8' },
    txt: { extensions: ['txt'], mime: 'text/plain; charset=utf-8' },
    jpg: { extensions: ['jpg', 'jpeg'], mime: 'image/jpeg' },
    png: { extensions: ['png'], mime: 'image/png' },
    webp: { extensions: ['webp'], mime: 'image/webp' },
  },
} as const

/** Pictures of one entry's vouchers 凭证图片, at most. */
export const MOST_VOUCHERS = 6

export type AttachmentKind = keyof typeof ATTACHMENTS.kinds
export type PictureSize = keyof typeof ATTACHMENTS.pictureSizes
export const PICTURE_SIZES = ['list', 'reading'] as const satisfies readonly PictureSize[]

const PICTURE = /\.(?:jpe?g|png|webp)$/i

/** Is an attachment of this name a picture? Its content is what its name says: the gate has looked. */
export const isPicture = (name: string): boolean => PICTURE.test(name)
