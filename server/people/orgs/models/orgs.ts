import type { VillageCondition } from '@shared/facts/disclosure/obligationRules'
import type { Span } from '@server/domain/deadline'
import type { Contact, Org } from '@shared/contract/people/org'
import {
  checked,
  checkedOrNull,
  defineCollection,
  text,
  textOrNull,
  texts,
  whole,
  wholeIfAny,
} from '@server/platform/store/collection'

/** Organisation 机构; `_id` is its code 机构代码. */
export interface OrgRow {
  _id: string
  name: string
  kind: Org['kind']
  parentCode: string | null
  /** Codes from the root to this organisation, itself included. */
  path: string[]
  supervisorName: string | null
  contacts: Contact[]
  /** Position among siblings. */
  order: number
  /** Days for answers to objections; absent or null = inherited from the organisation above, finally OBJECTION_RULES. */
  answerRule?: Span | null
  address?: string | null
  officeHours?: string | null
  /** Number of changes of contacts, office, answer days and supervising body; absent: none. */
  contactsVersion?: number
  /** Conditions the village declared, on which time limits depend; absent or null = none. */
  conditions?: VillageCondition[] | null
  /** Obligations due before this day were never opened; absent or null = none was opened yet. */
  obligationsFrom?: string | null
}

export const Orgs = defineCollection<OrgRow>({
  name: 'orgs',
  shownTo: { field: '_id', in: 'pages', around: true },
  fields: {
    _id: text,
    name: text,
    kind: text,
    parentCode: textOrNull,
    path: texts,
    supervisorName: textOrNull,
    contacts: checked,
    order: whole,
    answerRule: checkedOrNull,
    address: textOrNull,
    officeHours: textOrNull,
    contactsVersion: wholeIfAny,
    conditions: checkedOrNull,
    obligationsFrom: textOrNull,
  },
  indexes: [
    { fields: { parentCode: 1, order: 1, _id: 1 } },
    { fields: { path: 1, order: 1, _id: 1 } },
    { fields: { path: 1, _id: 1 } },
  ],
})
