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
  /** Place among its sisters. */
  order: number
  /** Own days for answers to objections; absent or null: as the organisation above, in the end as OBJECTION_RULES. */
  answerRule?: Span | null
  /** What a village says of itself, where a time limit depends on it; absent or null: nothing. */
  conditions?: VillageCondition[] | null
  /** Its duties that fell due before this day were never opened; absent or null: none was opened yet. */
  dutiesFrom?: string | null
}

export const Orgs = defineCollection<OrgRow>({
  name: 'orgs',
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
    conditions: checkedOrNull,
    dutiesFrom: textOrNull,
  },
  indexes: [{ fields: { parentCode: 1, order: 1, _id: 1 } }, { fields: { path: 1, order: 1, _id: 1 } }],
})
