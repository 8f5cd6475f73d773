import { defineCollection, instant, text, whole } from '@server/platform/store/collection'

/** Roster 村民名册 of a village; `_id` is the organisation's code. Every import is a compare-and-set on `version`. */
export interface RosterVersionRow {
  _id: string
  /** Random for each village; part of every hash of the roster. */
  salt: string
  version: number
  people: number
  importedAt: Date
  importedBy: string
}

export const RosterVersions = defineCollection<RosterVersionRow>({
  name: 'rosterVersions',
  fields: { _id: text, salt: text, version: whole, people: whole, importedAt: instant, importedBy: text },
  indexes: [],
})
