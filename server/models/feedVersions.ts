import { defineCollection, instant, text, whole } from './base'

/** Counter of an organisation's published notices (`_id` = its code): every publication raises it in its transaction. */
export interface FeedVersionRow {
  _id: string
  version: number
  changedAt: Date
}

export const feedVersions = defineCollection<FeedVersionRow>({
  name: 'feedVersions',
  fields: { _id: text, version: whole, changedAt: instant },
  indexes: [],
})
