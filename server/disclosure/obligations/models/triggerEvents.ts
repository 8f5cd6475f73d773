import type { TriggerKind } from '@shared/facts/disclosure/triggerEvents'
import {
  checkedOrNull,
  defineCollection,
  instant,
  text,
  texts,
  wholeOrNull,
} from '@server/platform/store/collection'

/** Trigger event 登记的事: starts the deadlines of some items of an organisation. Only `retracted` is ever changed. */
export interface TriggerEventRow {
  _id: string
  orgCode: string
  kind: TriggerKind
  /** `YYYY-MM-DD`. */
  on: string
  itemKeys: string[]
  itemNames: string[]
  amountFen: number | null
  by: string
  byName: string
  at: Date
  /** Retraction 撤回 of an event recorded by mistake. */
  retracted: { byName: string; reason: string; at: Date } | null
}

export const TriggerEvents = defineCollection<TriggerEventRow>({
  name: 'triggerEvents',
  fields: {
    _id: text,
    orgCode: text,
    kind: text,
    on: text,
    itemKeys: texts,
    itemNames: texts,
    amountFen: wholeOrNull,
    by: text,
    byName: text,
    at: instant,
    retracted: checkedOrNull,
  },
  indexes: [{ fields: { orgCode: 1, at: -1, _id: -1 } }],
})
