import { flatMap } from '../common/lists'
import { type PublicContent, foldContent, hasNames } from './fold'
import type { ContentBlock, NoticeContent } from '../contract/disclosure/notice'
import type { PresentedBlock, PresentedItem } from '../contract/disclosure/presentation'
import {
  moneyBars,
  presentFacts,
  presentFiles,
  presentMoney,
  presentRecipients,
  presentText,
  presentVouchers,
  recipientBars,
} from './blocks'
import { uniqueId } from './format'
import { canonicalJson, sha256Hex } from '../common/hash'
import { presentSheet } from './sheets'
import { summarise } from './sentences'
import { type PresentableItem, presentStandard } from './standard'
import { withoutUnits } from './document/units'
import { PRESENTATION, type Presentation } from './version'

const plain = (label: string) => label.replace(/[\s:：、，,（）()]/g, '')

/** Lists the elements 要素 of the item that no entry and no block label of the content covers. */
function missingElements(item: PresentableItem, content: NoticeContent): string[] {
  if (content.blocks.some(block => block.type === 'nothing')) return []
  const given = flatMap(content.blocks, block => {
    if (block.type === 'nothing') return []
    return block.type === 'facts' ? block.entries.map(entry => entry.label) : [block.label]
  })
  const answered = new Set(given.map(plain))
  return item.elements.filter(element => !answered.has(plain(element)))
}

function presentBlock(
  block: ContentBlock,
  id: string,
  missing: readonly string[],
  period: string,
): PresentedBlock[] {
  switch (block.type) {
    case 'text':
      return [presentText(block, id)]
    case 'facts':
      return [presentFacts(block, id, missing)]
    case 'money':
      return [
        moneyBars(block, `${id}-bars`),
        presentMoney(block, id),
        presentVouchers(block, `${id}-vouchers`),
      ].filter(view => view !== null)
    case 'recipients':
      return [recipientBars(block, `${id}-bars`), presentRecipients(block, id)].filter(view => view !== null)
    case 'sheet':
      return presentSheet(block, id, period)
    case 'attachments':
      return [presentFiles(block, id)]
    case 'nothing':
      return []
  }
}

/** Says why attachments are no longer shown. */
const withheldFiles = ({ withheld = 0 }: PublicContent): PresentedBlock[] =>
  withheld === 0
    ? []
    : [
        {
          kind: 'text',
          id: 'withheld',
          label: '不再显示的附件',
          paragraphs: [`公示期已满。有 ${withheld} 个附件里可能有姓名，不再显示；要看请到公开的单位去查。`],
        },
      ]

function presentContent(
  item: PresentableItem,
  content: PublicContent,
  presentation: Presentation,
): PresentedBlock[] {
  const blockId = uniqueId()
  const missing = missingElements(item, content)
  const lastFacts = content.blocks.map(block => block.type).lastIndexOf('facts')
  const blocks = flatMap(content.blocks, (block, index) =>
    presentBlock(block, blockId(block.type), index === lastFacts ? missing : [], content.period),
  )
  if (lastFacts < 0 && missing.length > 0) {
    blocks.push(presentFacts({ type: 'facts', label: '目录要求但未公开', entries: [] }, 'missing', missing))
  }
  return [summarise(content, presentation), ...blocks, ...withheldFiles(content)]
}

/**
 * Presents an item 同一事项同一呈现: the same item and content always give the same ordered blocks, labels, units and
 * wording, for every reader and for village and street alike. Without content: the item's standard alone.
 *
 * `canonical` is the RFC 8785 JSON of the blocks, `sha256` its hash: two records look the same exactly if it is
 * equal. Source: clause 二(五): 相同事项的公开内容对应一致. `presentation`: version of the edition.
 */
export function presentItem(
  item: PresentableItem,
  content: PublicContent | null,
  presentation: Presentation = PRESENTATION,
): PresentedItem {
  const current = [...(content ? presentContent(item, content, presentation) : []), presentStandard(item)]
  const blocks = presentation === 1 ? current.map(withoutUnits) : current
  const canonical = canonicalJson(blocks)
  return { blocks, canonical, sha256: sha256Hex(canonical) }
}

/** Returns the one-sentence summary of a presented record, for lists. */
export function sentenceOf(blocks: readonly PresentedBlock[]): string {
  return blocks.find(block => block.kind === 'summary')?.text ?? ''
}

/** Presents the record as shown after the publicity period; null if folding changes nothing. */
export const foldedItem = (
  item: PresentableItem,
  content: NoticeContent,
  presentation: Presentation = PRESENTATION,
): PresentedItem | null =>
  hasNames(content, presentation) ? presentItem(item, foldContent(content, presentation), presentation) : null
