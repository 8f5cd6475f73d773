import type {
  Difference,
  DiscrepancyEventName,
  DiscrepancyState,
} from '@shared/contract/disclosure/discrepancy'
import { defineCollection, instant, text, textOrNull, whole } from '@server/platform/store/collection'

/** Discrepancy 不一致: one difference between a village's and its street's disclosure of the same item. */
export interface DiscrepancyRow extends Omit<Difference, 'field'> {
  _id: string
  /** Code of the village. */
  orgCode: string
  streetCode: string
  /** Key of the village's item; the street's key differs where both items are linked as the same. */
  itemKey: string
  itemName: string
  period: string
  /** Hash of the compared field: the field's id may contain words of the notice, which a withdrawal must remove. */
  field: string
  villageNoticeId: string
  villageEdition: number
  governmentNoticeId: string
  state: DiscrepancyState
  /** Counter for compare-and-set; every change adds one. */
  version: number
  foundAt: Date
  updatedAt: Date
}

export const Discrepancies = defineCollection<DiscrepancyRow>({
  name: 'discrepancies',
  shownTo: { field: 'orgCode', in: 'pages' },
  fields: {
    _id: text,
    orgCode: text,
    streetCode: text,
    itemKey: text,
    itemName: text,
    period: text,
    field: text,
    kind: text,
    severity: text,
    label: { type: String, default: '' },
    village: textOrNull,
    government: textOrNull,
    message: text,
    villageNoticeId: text,
    villageEdition: whole,
    governmentNoticeId: text,
    state: text,
    version: whole,
    foundAt: instant,
    updatedAt: instant,
  },
  indexes: [
    { fields: { orgCode: 1, itemKey: 1, period: 1, field: 1, kind: 1 }, unique: true },
    { fields: { orgCode: 1, itemKey: 1, period: 1, foundAt: 1, _id: 1 } },
    { fields: { orgCode: 1, updatedAt: -1, _id: -1 } },
    { fields: { orgCode: 1, state: 1, updatedAt: -1, _id: -1 } },
    { fields: { streetCode: 1, updatedAt: -1, _id: -1 } },
    { fields: { streetCode: 1, state: 1, updatedAt: -1, _id: -1 } },
  ],
})

/** One immutable row for each event of a discrepancy. */
export interface DiscrepancyEventRow {
  _id: string
  discrepancyId: string
  orgCode: string
  /** Version of the discrepancy after the event. */
  version: number
  event: DiscrepancyEventName
  label: string
  by: string
  byName: string
  /** Name of the acting body; 系统 for the comparison itself. */
  body: string
  text: string | null
  /** Last day of an ordered correction, `YYYY-MM-DD`. */
  correctBy: string | null
  at: Date
}

export const DiscrepancyEvents = defineCollection<DiscrepancyEventRow>({
  name: 'discrepancyEvents',
  immutable: true,
  fields: {
    _id: text,
    discrepancyId: text,
    orgCode: text,
    version: whole,
    event: text,
    label: text,
    by: text,
    byName: text,
    body: text,
    text: textOrNull,
    correctBy: textOrNull,
    at: instant,
  },
  indexes: [{ fields: { discrepancyId: 1, version: 1 }, unique: true }],
})
