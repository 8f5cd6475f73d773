import { amountChanges, changeWords } from '@shared/content/amountChanges'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import { draftFields } from './faults'
import type { Built } from './toContent'

/** Draft field → difference of its amount from last period's; a field without a valid amount has no mark. */
export type Marks = ReadonlyMap<string, string>

export interface Compared {
  marks: Marks
  /** Sentences about amounts that only last period had. */
  gone: string[]
}

/** False for an untouched form, in which every amount of last period is missing. */
const hasRows = (block: ContentBlock): boolean =>
  (block.type === 'money' && block.lines.length > 0) ||
  ((block.type === 'recipients' || block.type === 'sheet') && block.rows.length > 0)

/** Compares the draft with last period's publication. */
export function compareWithLast({ content, faults, origins }: Built, last: NoticeContent): Compared {
  const draftField = draftFields(origins)
  const wrong = new Set(faults.map(({ field }) => field))
  const marks = new Map<string, string>()
  const gone: string[] = []
  for (const change of amountChanges(content, last)) {
    if (change.field === null) gone.push(`${change.label}：${changeWords(change)}`)
    else marks.set(draftField(`content.${change.field}`), changeWords(change))
  }
  for (const field of wrong) marks.delete(field)
  return { marks, gone: content.blocks.some(hasRows) ? gone : [] }
}

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((entry, index) => entry === other[index])

/** True if two comparisons show the same, so that no row has to be rendered again. */
export const isSameComparison = (one: Compared, other: Compared): boolean =>
  isSameList(one.gone, other.gone) &&
  one.marks.size === other.marks.size &&
  isSameList(
    [...one.marks].map(mark => mark.join()),
    [...other.marks].map(mark => mark.join()),
  )
