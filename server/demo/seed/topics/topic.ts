import type { ContentBlock, NoticeContent, RecipientRow } from '@shared/contract/disclosure/notice'
import { periodLabel } from '@shared/common/period'
import type { SeedCalendar } from '../calendar'
import type { SeedVillage } from '../orgs'

/** Area and path of a topic's catalogue item 公开事项. */
export interface ItemPlace {
  area: string
  path: string[]
  /** The item's element that the recipient table answers; absent if the item lists no elements. */
  listLabel?: string
}

/** A village's disclosure of one item in one period, with its time. */
export interface Entry {
  content: NoticeContent
  publishAt: Date
}

/** A recurring disclosure of the villages. */
export interface Topic {
  code: string
  /** Items in order of preference: the first one in the street's catalogues is used. */
  places: ItemPlace[]
  /** Returns the village's entries, oldest first; may be empty. */
  write(village: SeedVillage, calendar: SeedCalendar, place: ItemPlace): Entry[]
  /** Number of periods, counted from the newest, in which the street discloses the same item for each village. */
  streetPeriods: number
  /** Every period continues the previous one: the village must not skip any. */
  unbroken?: true
}

/**
 * Builds a title from `2026年10月` + `村级财务收支公开`, without the village, so that both sides have the same title.
 */
export const titled = (period: string, subject: string): string => `${periodLabel(period)}${subject}`

/** Builds a recipient table with totals computed from its rows. */
export function recipientsBlock(
  label: string,
  rows: RecipientRow[],
): Extract<ContentBlock, { type: 'recipients' }> {
  return {
    type: 'recipients',
    label,
    rows,
    totalPersons: rows.reduce((sum, row) => sum + row.persons, 0),
    totalFen: rows.reduce((sum, row) => sum + row.amountFen, 0),
  }
}

/** Builds a block of facts from label–value pairs. */
export const factsBlock = (entries: Record<string, string>): Extract<ContentBlock, { type: 'facts' }> => ({
  type: 'facts',
  label: '公开内容',
  entries: Object.entries(entries).map(([label, value]) => ({ label, value })),
})

/** Builds a 本期无发生 block with an explanation. */
export const nothingBlock = (note: string): ContentBlock => ({ type: 'nothing', note })

/** Builds a 说明 block in plain words. */
export const textBlock = (text: string): ContentBlock => ({ type: 'text', label: '说明', text })
