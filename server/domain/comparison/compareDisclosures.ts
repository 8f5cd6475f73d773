import { foldContent } from '@shared/presentation/fold'
import { differencesOf } from './differences'
import type { Difference } from '@shared/contract/disclosure/discrepancy'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { comparePresented } from './comparePresented'
import { presentItem } from '@shared/presentation/presentItem'
import type { PresentableItem } from '@shared/presentation/standard'

/** One side's disclosure: its item and its content. */
export interface Disclosure {
  item: PresentableItem
  content: NoticeContent
}

const says = ({ content }: Disclosure) => ({
  period: content.period,
  nothing: content.blocks.some(block => block.type === 'nothing'),
})

/**
 * Returns the discrepancies 不一致 between a village's and the government's disclosure of the same subject, by the
 * blocks that the comparison 对照 shows. `folded`: one publicity period has ended, so the lists of both are folded.
 */
export function compareDisclosures(
  village: Disclosure,
  government: Disclosure,
  folded: boolean,
): Difference[] {
  const blocksOf = ({ item, content }: Disclosure) =>
    presentItem(item, folded ? foldContent(content) : content).blocks
  return differencesOf({
    comparison: comparePresented(blocksOf(village), blocksOf(government)),
    elements: [...village.item.elements, ...government.item.elements],
    village: says(village),
    government: says(government),
  })
}
