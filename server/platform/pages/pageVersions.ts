import { defineCollection, instant, text, textOrNull, whole } from '../store/collection'

/**
 * Version of an organisation's published notices (`_id` = its code); every publication raises it in its transaction.
 */
export interface FeedVersionRow {
  _id: string
  version: number
  changedAt: Date
  /** Random stamp, replaced at each change of the organisation's public pages; null in stores of earlier versions. */
  stamp: string | null
}

export const FeedVersions = defineCollection<FeedVersionRow>({
  name: 'feedVersions',
  fields: { _id: text, version: whole, changedAt: instant, stamp: textOrNull },
  indexes: [],
})
