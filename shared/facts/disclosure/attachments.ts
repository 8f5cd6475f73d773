/** Kinds of file that may be attached to a notice 附件, by content. */
export const ATTACHMENTS = {
  checkedOn: '2026-11-24',
  /** A larger attachment is refused, even if the general upload limit is higher. */
  mostBytes: 10 * 1024 * 1024,
  /** Text that is scanned word by word: a plain file, or the unpacked parts of an office file. */
  mostTextBytes: 2 * 1024 * 1024,
  mostOfficeBytes: 40 * 1024 * 1024,
  nameLength: 120,
  /** Days after which an upload that nothing refers to is removed. */
  keptUnusedDays: 7,
  /** Longest side of a stored picture in pixels, larger ones are scaled down; enough to read an A4 page. */
  pictureSide: 3_000,
  /** Most pixels of a picture that is decoded. */
  picturePixels: 60_000_000,
  /** Smaller versions of a picture, for a row and for reading. Longest side in pixels, most bytes. */
  pictureSizes: {
    list: { side: 320, mostBytes: 30_000 },
    reading: { side: 1_600, mostBytes: 200_000 },
  },
  /**
   * Names of documents that remain after the publicity period of a notice with names, and names of lists, which never
   * do. Every other file of such a notice is withheld then, pictures included.
   */
  keptNames: '政策|文件|办法|方案|通知|细则|指南|条例|规定|标准|意见|须知',
  listNames: '名单|明细|花名|名册|登记表|汇总表|审批表|公示[表单]|\\.(?:jpe?g|png|webp|xlsx|csv)$',
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

/** Most pictures of one entry's vouchers 凭证图片. */
export const MOST_VOUCHERS = 6

/** Areas of a picture that are painted over at once; `cover` of an upload is no longer. */
export const MOST_COVERED = 80

export type AttachmentKind = keyof typeof ATTACHMENTS.kinds
export type PictureSize = keyof typeof ATTACHMENTS.pictureSizes
export const PICTURE_SIZES = ['list', 'reading'] as const satisfies readonly PictureSize[]

const PICTURE = /\.(?:jpe?g|png|webp)$/i

/** True if an attachment is a picture by its name; the upload has checked that the content matches the name. */
export const isPicture = (name: string): boolean => PICTURE.test(name)
