import { defineCollection, instant, text, textOrNull, whole } from '../store/collection'

/** Counter of an organisation's published notices (`_id` = its code): every publication raises it in its transaction. */
export interface FeedVersionRow {
  _id: string
  version: number
  changedAt: Date
  /** Another one after each change of anything that stands on the organisation's public pages; null in a store of before. */
  stamp: string | null
}

export const FeedVersions = defineCollection<FeedVersionRow>({
  name: 'feedVersions',
  fields: { _id: text, version: whole, changedAt: instant, stamp: textOrNull },
  indexes: [],
})
