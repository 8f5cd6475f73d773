import type { ContentBlock, NoticeContent } from '../contract/disclosure/notice'

function blockWithout(block: ContentBlock): ContentBlock {
  if (block.type === 'attachments') return { ...block, files: [] }
  if (block.type !== 'money') return block
  return { ...block, lines: block.lines.map(({ images: _images, ...line }) => line) }
}

/** Returns the content without its attachments and voucher pictures, which no mask can reach. */
export const withoutFiles = (content: NoticeContent): NoticeContent => ({
  ...content,
  blocks: content.blocks
    .map(blockWithout)
    .filter(block => block.type !== 'attachments' || block.files.length > 0),
})
