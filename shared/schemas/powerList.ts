import { z } from 'zod'
import { CalendarDate, OrgCode } from './common'
import { PowerItem } from './microPower'
import { OrgRef } from './org'

export const PowerListParams = z.object({ code: OrgCode })
export const PowerItemParams = z.object({ code: OrgCode, itemCode: z.string().min(1).max(40) })

/** Line of a village's micro-power list 小微权力清单. */
export const PowerRef = z.object({
  code: z.string(),
  name: z.string(),
  class: z.string(),
  classLabel: z.string(),
  nature: z.enum(['collective', 'service']),
  natureLabel: z.string(),
  summary: z.string(),
  /** Responsible body 责任单位. */
  body: z.string(),
  /** 总时限 in words; empty when the item has none. */
  total: z.string(),
  /** Why the village does not use it; null: in use. */
  off: z.string().nullable(),
})
export type PowerRef = z.infer<typeof PowerRef>

/** `adopted` null: the village has adopted no list yet; what is shown is the model. */
const Standing = {
  org: OrgRef,
  version: z.int(),
  adopted: z.object({ meeting: z.string(), on: CalendarDate }).nullable(),
  inForce: CalendarDate.nullable(),
}

export const PowerList = z.object({
  ...Standing,
  /** In the order of the classes. */
  items: z.array(PowerRef),
})
export type PowerList = z.infer<typeof PowerList>

export const PowerItemPage = z.object({
  ...Standing,
  ref: PowerRef,
  item: PowerItem,
  /** Role that answers for it, and whom to call. */
  responsible: z.string(),
  contacts: z.array(z.object({ name: z.string(), duty: z.string(), phone: z.string() })),
})
export type PowerItemPage = z.infer<typeof PowerItemPage>

const Reason = z.string().trim().min(4).max(200)

/** 采用清单: what a meeting of the village adopted. Without `items`: the model list. Cases that run keep their items. */
export const AdoptPowers = z.strictObject({
  /** Version that was looked at; 0 = none yet. */
  version: z.int().min(0),
  items: z.array(PowerItem).min(1).max(200).optional(),
  meeting: z.string().trim().min(2).max(100),
  on: CalendarDate,
  inForce: CalendarDate,
})
export type AdoptPowers = z.infer<typeof AdoptPowers>

/** 停用或恢复一个事项; a reason switches it off, null on again. */
export const SwitchPower = z.strictObject({
  version: z.int().min(1),
  code: z.string().min(1).max(40),
  reason: Reason.nullable(),
})
export type SwitchPower = z.infer<typeof SwitchPower>
