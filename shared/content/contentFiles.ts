import { flatMap } from '../common/lists'
import type { Attachment, NoticeContent } from '../contract/disclosure/notice'

/** A file in a content with its path: `blocks.1.files.0`, `blocks.0.lines.3.images.1`. */
export interface NamedFile {
  file: Attachment
  path: string
  /** Index in its list, from 0. */
  at: number
  /** True if the file is a voucher picture of a line. */
  isVoucher: boolean
}

/** Lists every file of a notice 附件和凭证图片, in reading order. */
export const filesOfContent = ({ blocks }: NoticeContent): NamedFile[] =>
  flatMap(blocks, (block, at): NamedFile[] => {
    const path = `blocks.${at}`
    if (block.type === 'attachments') {
      return block.files.map((file, index) => ({
        file,
        path: `${path}.files.${index}`,
        at: index,
        isVoucher: false,
      }))
    }
    if (block.type !== 'money') return []
    return flatMap(block.lines, ({ images = [] }, line) =>
      images.map((file, index) => ({
        file,
        path: `${path}.lines.${line}.images.${index}`,
        at: index,
        isVoucher: true,
      })),
    )
  })
