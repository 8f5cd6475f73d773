import { flatMap } from '@shared/common/lists'
import { isOfTemplate } from '@shared/content/template'
import { carriedSheet } from '@shared/content/sheet'
import type { TemplateBlock } from '@shared/contract/catalogues/category'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import { emptyBlock, toBlockDraft } from './toDraft'
import type { BlockDraft, NoticeDraft } from './types'

/** Returns last period's block with the same label, otherwise the first of its type. */
function lastOf(last: NoticeContent, template: TemplateBlock): ContentBlock | undefined {
  const same = last.blocks.filter(block => isOfTemplate(template, block))
  return same.find(block => 'label' in block && block.label === template.label) ?? same[0]
}

/**
 * Carries a block over: a money statement starts with the closing balance; dates and vouchers are not copied.
 */
function carried(block: BlockDraft): BlockDraft {
  if (block.type !== 'money') return block
  const lines = block.lines.map(line => ({ ...line, date: '', voucher: '', images: [] }))
  return { ...block, openingFen: block.closingFen, lines, closingFen: '' }
}

function copyOf(template: TemplateBlock, last: NoticeContent, period: string): BlockDraft | null {
  const found = lastOf(last, template)
  const before = found?.type === 'sheet' ? carriedSheet({ block: found, period: last.period }, period) : found
  const copied = before && before.type !== 'attachments' ? toBlockDraft(before) : null
  if (!copied || copied.type === 'kept') return emptyBlock(template)
  if (copied.type !== 'facts') return carried({ ...copied, label: template.label })
  const known = new Map(copied.entries.map(({ label, value }) => [label, value]))
  const entries = template.elements.map(({ label }) => ({ label, value: known.get(label) ?? '' }))
  return { type: 'facts', label: template.label, entries }
}

/**
 * Starts from last period's publication 用上期的内容; title and period stay, files are never copied. The closing
 * balance has to be entered again.
 */
export function fromLast(
  draft: NoticeDraft,
  templates: readonly TemplateBlock[],
  last: NoticeContent,
): NoticeDraft {
  const nothing = last.blocks.find(block => block.type === 'nothing')
  if (nothing) return { ...draft, nothing: true, nothingNote: nothing.note ?? '' }
  const blocks = flatMap(templates, template => copyOf(template, last, draft.period) ?? [])
  const files = draft.blocks.filter(block => block.type === 'kept')
  return { ...draft, nothing: false, nothingNote: '', blocks: [...blocks, ...files] }
}
