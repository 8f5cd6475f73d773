import { defineCollection, instant, text } from '@server/platform/store/collection'

/** Fields of an organisation whose changes are kept. */
export type KeptField = 'contacts' | 'address' | 'officeHours' | 'answerDays' | 'supervisorName' | 'name'

/** One changed field of an organisation 变更记录, in words as shown; empty: nothing. */
export interface OrgChangeRow {
  _id: string
  orgCode: string
  at: Date
  by: string
  byName: string
  field: KeptField
  from: string
  to: string
}

export const OrgChanges = defineCollection<OrgChangeRow>({
  name: 'orgChanges',
  immutable: true,
  fields: {
    _id: text,
    orgCode: text,
    at: instant,
    by: text,
    byName: text,
    field: text,
    from: { type: String, default: '' },
    to: { type: String, default: '' },
  },
  indexes: [{ fields: { orgCode: 1, at: -1, _id: -1 } }],
})
