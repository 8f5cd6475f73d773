import { foldContent } from '@shared/presentation/fold'
import { differencesOf, explainedIds } from './differences'
import type { Difference } from '@shared/contract/disclosure/discrepancy'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { compareFields } from './comparePresented'
import { withholds } from './rowCause'
import { presentItem } from '@shared/presentation/presentItem'
import type { PresentableItem } from '@shared/presentation/standard'

/** One side's disclosure: its item and its content as published. */
export interface Disclosure {
  item: PresentableItem
  content: NoticeContent
}

const says = ({ content }: Disclosure) => ({
  period: content.period,
  nothing: content.blocks.some(block => block.type === 'nothing'),
})

/** Presents a disclosure as published; both sides by the same version, whenever they were published. */
export const blocksOf = ({ item, content }: Disclosure): PresentedBlock[] => presentItem(item, content).blocks

/** Presents what remains of a disclosure after its publicity period. */
export const foldedBlocksOf = ({ item, content }: Disclosure): PresentedBlock[] =>
  blocksOf({ item, content: foldContent(content) })

/**
 * Returns the discrepancies 不一致 between a village's and the government's disclosure of the same subject, as both were
 * published: the end of a publicity period changes nothing. The result has counts and sums of lists, never their rows.
 */
export const compareDisclosures = (village: Disclosure, government: Disclosure): Difference[] =>
  differencesOf({
    comparison: { fields: compareFields(blocksOf(village), blocksOf(government)) },
    quiet: withholds(compareFields(foldedBlocksOf(village), foldedBlocksOf(government))),
    elements: [...village.item.elements, ...government.item.elements],
    village: says(village),
    government: says(government),
  })

/** Returns the ids of the fields that differ for the reason of another discrepancy, and are no discrepancy of their own. */
export const explainedFields = (village: Disclosure, government: Disclosure): string[] =>
  explainedIds(compareFields(blocksOf(village), blocksOf(government)))
