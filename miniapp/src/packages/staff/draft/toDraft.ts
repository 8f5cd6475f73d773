import { flatMap } from '@shared/common/lists'
import { isOfTemplate } from '@shared/content/template'
import type { TemplateBlock } from '@shared/contract/catalogues/category'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import { yuan } from '@shared/common/money'
import { sheetDraft } from './sheets'
import type { BlockDraft, LineDraft, NoticeDraft, RecipientDraft } from './types'

export const emptyLine = (): LineDraft => ({
  date: '',
  direction: 'expense',
  item: '',
  amountFen: '',
  handler: '',
  voucher: '',
  images: [],
})

export const emptyRecipient = (): RecipientDraft => ({
  name: '',
  group: '',
  scheme: '',
  standard: '',
  persons: '1',
  amountFen: '',
})

export function toBlockDraft(block: ContentBlock): BlockDraft | null {
  switch (block.type) {
    case 'text':
      return { ...block }
    case 'facts':
      return { ...block, entries: block.entries.map(entry => ({ ...entry })) }
    case 'money':
      return {
        type: 'money',
        label: block.label,
        openingFen: yuan(block.openingFen),
        lines: block.lines.map(line => ({ ...emptyLine(), ...line, amountFen: yuan(line.amountFen) })),
        closingFen: yuan(block.closingFen),
      }
    case 'recipients':
      return {
        type: 'recipients',
        label: block.label,
        rows: block.rows.map(row => ({
          ...emptyRecipient(),
          ...row,
          persons: String(row.persons),
          amountFen: yuan(row.amountFen),
        })),
        totalPersons: String(block.totalPersons),
        totalFen: yuan(block.totalFen),
      }
    case 'sheet':
      return sheetDraft(block)
    case 'attachments':
      return { type: 'kept', block }
    case 'nothing':
      return null
  }
}

/** Creates an empty editable block. */
export function emptyBlock(template: TemplateBlock): BlockDraft {
  const { label } = template
  switch (template.type) {
    case 'text':
      return { type: 'text', label, text: '' }
    case 'facts':
      return {
        type: 'facts',
        label,
        entries: template.elements.map(element => ({ label: element.label, value: '' })),
      }
    case 'money':
      return { type: 'money', label, openingFen: '', lines: [], closingFen: '' }
    case 'recipients':
      return { type: 'recipients', label, rows: [], totalPersons: '', totalFen: '' }
    case 'sheet':
      return sheetDraft({ type: 'sheet', sheet: template.sheet!, label, rows: [] })
    case 'attachments':
      return { type: 'kept', block: { type: 'attachments', label, files: [] } }
  }
}

/** True if the template asks for this block. */
export const isFor = (template: TemplateBlock, draft: BlockDraft): boolean =>
  isOfTemplate(template, draft.type === 'kept' ? draft.block : draft)

/** Lists the elements of the template for which no block has a field yet. */
function lackingElements({ elements }: TemplateBlock, blocks: readonly BlockDraft[]) {
  const known = new Set(
    flatMap(blocks, block => (block.type === 'facts' ? block.entries.map(({ label }) => label) : [])),
  )
  return elements.filter(({ label }) => !known.has(label)).map(({ label }) => ({ label, value: '' }))
}

/**
 * Converts content to a draft, with an empty entry for each block and element of the template that it lacks.
 */
export function toDraft(content: NoticeContent, templates: readonly TemplateBlock[]): NoticeDraft {
  const nothing = content.blocks.find(block => block.type === 'nothing')
  const blocks = content.blocks.map(toBlockDraft).filter(block => block !== null)
  for (const template of templates) {
    const given = blocks.find(block => isFor(template, block))
    if (!given) blocks.push(emptyBlock(template))
    else if (given.type === 'facts') given.entries.push(...lackingElements(template, blocks))
  }
  return {
    title: content.title,
    period: content.period,
    regards: '',
    nothing: nothing !== undefined,
    nothingNote: nothing?.note ?? '',
    blocks,
  }
}
