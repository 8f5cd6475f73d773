import { defineCollection, instant, text, whole } from '@server/platform/store/collection'

/** A village's roll 村民名册 as a whole; `_id` is the organisation's code. Every import is a compare-and-set on `version`. */
export interface RosterVersionRow {
  _id: string
  /** Random, of this village alone: goes into every hash of the roll. */
  salt: string
  version: number
  people: number
  importedAt: Date
  importedBy: string
}

export const RosterVersions = defineCollection<RosterVersionRow>({
  name: 'rollBooks',
  fields: { _id: text, salt: text, version: whole, people: whole, importedAt: instant, importedBy: text },
  indexes: [],
})
