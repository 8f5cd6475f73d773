import { z } from 'zod'
import { CalendarDate, Issue, OrgCode } from '../common'
import { PowerItem } from './item'
import { UploadFields } from '../disclosure/files'
import { OrgRef } from '../people/org'

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
  /** How it stands to the model 示范清单, and why it says something else. */
  relation: z.enum(['adopted', 'adapted', 'added']),
  why: z.string().nullable(),
})
export type PowerRef = z.infer<typeof PowerRef>

/** Item of the model that a list leaves out 没有的事项; `why` null: entered before a reason was asked for. */
export const PowerAbsent = z.object({ code: z.string(), name: z.string(), why: z.string().nullable() })
export type PowerAbsent = z.infer<typeof PowerAbsent>

/** `adopted` null: the village has adopted no list yet; what is shown is the model. */
const Standing = {
  org: OrgRef,
  version: z.int(),
  adopted: z.object({ meeting: z.string(), on: CalendarDate }).nullable(),
  inForce: CalendarDate.nullable(),
  /** The model it was adopted by, or is while there is none of its own. */
  model: z.object({ name: z.string(), version: z.int() }),
}

/** A line that two editions of an item say differently; empty: it says nothing of it. */
export const ChangedLine = z.object({ label: z.string(), before: z.string(), after: z.string() })
export type ChangedLine = z.infer<typeof ChangedLine>

export const PowerList = z.object({
  ...Standing,
  /** In the order of the classes. */
  items: z.array(PowerRef),
  /** What its model has and it has not. */
  absent: z.array(PowerAbsent),
})
export type PowerList = z.infer<typeof PowerList>

export const PowerItemPage = z.object({
  ...Standing,
  ref: PowerRef,
  item: PowerItem,
  /** What it says otherwise than the model: `before` the model's words, `after` its own. */
  differences: z.array(ChangedLine),
  /** Role that answers for it, and whom to call. */
  responsible: z.string(),
  contacts: z.array(z.object({ name: z.string(), duty: z.string(), phone: z.string() })),
})
export type PowerItemPage = z.infer<typeof PowerItemPage>

const Reason = z.string().trim().min(4).max(200)

const Code = z.string().min(1).max(40)

/**
 * 采用清单: what a meeting adopted. `items`: the whole list; without them the list as it stands, or the model where there is
 * none; `take`: items that are taken from the model anew. Cases that run keep their items.
 */
export const AdoptPowers = z.strictObject({
  /** Version that was looked at; 0 = none yet. */
  version: z.int().min(0),
  /** Version of the model that was looked at; 0 = the core list. */
  model: z.int().min(0),
  items: z.array(PowerItem).min(1).max(200).optional(),
  take: z.array(Code).max(200).default([]),
  /** Why an item says something otherwise than the model, or is left out. */
  reasons: z
    .array(z.strictObject({ code: Code, reason: Reason }))
    .max(400)
    .default([]),
  meeting: z.string().trim().min(2).max(100),
  on: CalendarDate,
  inForce: CalendarDate,
})
export type AdoptPowers = z.infer<typeof AdoptPowers>

/** 停用或恢复一个事项; a reason switches it off, null on again. */
export const SwitchPower = z.strictObject({
  version: z.int().min(1),
  code: Code,
  reason: Reason.nullable(),
})
export type SwitchPower = z.infer<typeof SwitchPower>

const Relation = z.enum(['adopted', 'adapted', 'added', 'absent'])

/** How a list stands to its model 示范清单, and what has changed there since it was adopted. */
export const PowerComparison = z.object({
  ...Standing,
  /** The model as it is now. */
  now: z.object({ name: z.string(), version: z.int(), inForce: CalendarDate.nullable() }),
  /** What is still to be decided. */
  changes: z.array(
    z.object({
      code: z.string(),
      /** `unexplained`: left out, and nobody has said why. */
      kind: z.enum(['new', 'changed', 'dropped', 'unexplained']),
      name: z.string(),
      lines: z.array(ChangedLine),
      relation: Relation,
      relationLabel: z.string(),
      /** Why the street no longer offers it. */
      off: z.string().nullable(),
    }),
  ),
  mayKeep: z.boolean(),
})
export type PowerComparison = z.infer<typeof PowerComparison>

/** Fields beside the file of a list. */
export const PowerFileFields = UploadFields.pick({ name: true })

/** A file that was read, before anything of it is adopted 导入预览. */
export const PowerImport = z.object({
  /** Items in the file, sound or not. */
  count: z.int(),
  /** All that stands against it, with row and field. Nothing may be adopted while there is any. */
  faults: z.array(Issue),
  /** Sound items, as `AdoptPowers` takes them. */
  items: z.array(PowerItem),
  /** How each stands to the model, and to the list as it is. */
  preview: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      relation: Relation,
      relationLabel: z.string(),
      /** What it says otherwise than the model; of an own item nothing. */
      lines: z.array(ChangedLine),
      /** Why it does so, where that was told before. */
      reason: z.string().nullable(),
    }),
  ),
  /** Items of the present list that the file does not have. */
  dropped: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Items of the model that the file does not have; why not, where that was told before. */
  absent: z.array(PowerAbsent),
})
export type PowerImport = z.infer<typeof PowerImport>

export const PowerExportQuery = z.object({ format: z.enum(['xlsx', 'json']) })
