import { flatMap } from '@shared/common/lists'
import { isCarried } from '@shared/content/carriedFacts'
import { isOfTemplate } from '@shared/content/template'
import { carriedSheet } from '@shared/content/sheet'
import type { TemplateBlock } from '@shared/contract/catalogues/category'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import { emptyBlock, emptyLine, toBlockDraft } from './toDraft'
import type { BlockDraft, NoticeDraft } from './types'

/** Returns last period's block with the same label, otherwise the first of its type. */
function lastOf(last: NoticeContent, template: TemplateBlock): ContentBlock | undefined {
  const same = last.blocks.filter(block => isOfTemplate(template, block))
  return same.find(block => 'label' in block && block.label === template.label) ?? same[0]
}

/**
 * Carries a block over: a money statement starts with the closing balance and the kinds of its entries. Dates, vouchers
 * and handlers are of one entry alone, its amount is only shown.
 */
function carried(block: BlockDraft): BlockDraft {
  if (block.type !== 'money') return block
  const lines = block.lines.map(({ direction, item, amountFen }) => ({
    ...emptyLine(),
    direction,
    item,
    lastFen: amountFen,
  }))
  return { ...block, openingFen: block.closingFen, lines, closingFen: '' }
}

function copyOf(template: TemplateBlock, last: NoticeContent, period: string): BlockDraft | null {
  const found = lastOf(last, template)
  const before = found?.type === 'sheet' ? carriedSheet({ block: found, period: last.period }, period) : found
  const copied = before && before.type !== 'attachments' ? toBlockDraft(before) : null
  if (!copied || copied.type === 'kept' || copied.type === 'text') return emptyBlock(template)
  if (copied.type !== 'facts') return carried({ ...copied, label: template.label })
  const known = new Map(
    copied.entries.filter(entry => isCarried(entry, last.period)).map(({ label, value }) => [label, value]),
  )
  const entries = template.elements.map(({ label }) => ({ label, value: known.get(label) ?? '' }))
  return { type: 'facts', label: template.label, entries }
}

/**
 * Starts from last period's publication 用上期的内容; title and period stay. Files, texts and attestations are never
 * copied, the form proposes the texts; amounts and the closing balance have to be entered again.
 */
export function fromLast(
  draft: NoticeDraft,
  templates: readonly TemplateBlock[],
  last: NoticeContent,
): NoticeDraft {
  const nothing = last.blocks.find(block => block.type === 'nothing')
  if (nothing) return { ...draft, nothing: true, nothingNote: nothing.note ?? '' }
  const files = draft.blocks.filter(block => block.type === 'kept')
  const copied = templates.filter(({ type }) => type !== 'attachments' || files.length === 0)
  const blocks = flatMap(copied, template => copyOf(template, last, draft.period) ?? [])
  return { ...draft, nothing: false, nothingNote: '', blocks: [...blocks, ...files] }
}
