import { foldContent } from '../domain/publicity/fold'
import { differencesOf } from '../domain/sameness/findings'
import type { Difference } from '../schemas/finding'
import type { NoticeContent } from '../schemas/notice'
import { comparePresented } from './compare'
import { presentItem } from './presentItem'
import type { PresentableItem } from './standard'

/** One side's disclosure: the item it stands under and what it says. */
export interface Disclosure {
  item: PresentableItem
  content: NoticeContent
}

const says = ({ content }: Disclosure) => ({
  period: content.period,
  nothing: content.blocks.some(block => block.type === 'nothing'),
})

/**
 * Findings of a village's and the government's disclosure of the same matter, by the very blocks that 对照 shows. `folded`: the
 * publicity period of one is over, so the lists of both are folded.
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
