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
  textsIfAny,
  whole,
  wholeIfAny,
} from '@server/platform/store/collection'

/** A name that an organisation had 曾用名, until the day (ISO date) on which it changed. */
interface FormerName {
  name: string
  until: string
}

/** What a merged organisation 已并入 has become part of. */
export interface Successor {
  code: string
  name: string
  /** Codes from the root to the successor, itself included. */
  path: string[]
  /** Day of the merger, ISO date. */
  day: string
}

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
  /** Oldest first; absent or null: none. */
  formerNames?: FormerName[] | null
  /** Keys by which it is found by name 名称检索键, see nameKeysOf; absent before the migration. */
  nameKeys?: string[]
  /** Absent or null: not merged. A merged one keeps what it published; its successor tends that. */
  mergedInto?: Successor | null
  /** Conditions the village declared, on which time limits depend; absent or null = none. */
  conditions?: VillageCondition[] | null
  /** Obligations due before this day were never opened; absent or null = none was opened yet. */
  obligationsFrom?: string | null
}

export const Orgs = defineCollection<OrgRow>({
  name: 'orgs',
  recorded: { as: 'org', org: '_id' },
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
    formerNames: checkedOrNull,
    mergedInto: checkedOrNull,
    nameKeys: textsIfAny,
    obligationsFrom: textOrNull,
  },
  indexes: [
    { fields: { parentCode: 1, order: 1, _id: 1 } },
    { fields: { path: 1, order: 1, _id: 1 } },
    { fields: { path: 1, _id: 1 } },
    { fields: { 'mergedInto.code': 1 } },
    { fields: { nameKeys: 1, _id: 1 } },
  ],
})
