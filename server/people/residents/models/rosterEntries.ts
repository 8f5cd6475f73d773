import { defineCollection, instant, text, textOrNull } from '@server/platform/store/collection'

/** Person of a village's roster: name and group in clear, everything else as an identityHash. */
export interface RosterEntryRow {
  _id: string
  orgCode: string
  name: string
  /** 村民小组. */
  group: string | null
  /** Hash of name and the longest known ID tail; identifies the person. */
  person: string
  tail4: string
  tail6: string | null
  phone: string | null
  changedAt: Date
}

export const RosterEntries = defineCollection<RosterEntryRow>({
  name: 'rosterEntries',
  removable: true,
  fields: {
    _id: text,
    orgCode: text,
    name: text,
    group: textOrNull,
    person: text,
    tail4: text,
    tail6: textOrNull,
    phone: textOrNull,
    changedAt: instant,
  },
  indexes: [
    { fields: { orgCode: 1, person: 1 }, unique: true },
    { fields: { orgCode: 1, name: 1, _id: 1 } },
    { fields: { orgCode: 1, _id: 1 } },
  ],
})
