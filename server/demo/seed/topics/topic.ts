import type { ContentBlock, NoticeContent, RecipientRow } from '@shared/contract/disclosure/notice'
import { periodLabel } from '@shared/common/period'
import type { SeedCalendar } from '../calendar'
import type { SeedVillage } from '../orgs'

/** Where a topic's item stands: area and path of a catalogue item 公开事项. */
export interface ItemPlace {
  area: string
  path: string[]
  /** The item's own element that the recipient table answers; absent where the item lists no elements. */
  listLabel?: string
}

/** What a village says about one item in one period, and when it says so. */
export interface Entry {
  content: NoticeContent
  publishAt: Date
}

/** A thing that villages disclose again and again. */
export interface Topic {
  code: string
  /** Places in order of preference: the first that the street's catalogues have. */
  places: ItemPlace[]
  /** The village's entries, oldest first; it may have none. */
  write(village: SeedVillage, calendar: SeedCalendar, place: ItemPlace): Entry[]
  /** Periods, counted from the newest, in which the street discloses the same item for each village. */
  streetPeriods: number
  /** Every period goes on from the one before: the village may not leave one out. */
  unbroken?: true
}

/** `2026年10月` + `村级财务收支公开`: no village in it, so that both sides bear the same title. */
export const titled = (period: string, subject: string): string => `${periodLabel(period)}${subject}`

/** A recipient table whose totals are added up from its rows. */
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

/** Label–value pairs as a block of facts. */
export const factsBlock = (entries: Record<string, string>): Extract<ContentBlock, { type: 'facts' }> => ({
  type: 'facts',
  label: '公开内容',
  entries: Object.entries(entries).map(([label, value]) => ({ label, value })),
})

/** 本期无发生, with a sentence that says what did not happen. */
export const nothingBlock = (note: string): ContentBlock => ({ type: 'nothing', note })

/** 说明: plain words for everybody. */
export const textBlock = (text: string): ContentBlock => ({ type: 'text', label: '说明', text })
