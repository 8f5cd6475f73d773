import { z } from 'zod'
import { ServiceGuide } from '../reading/serviceGuide'
import { CalendarDate, Issue, OrgCode } from '../common'
import { PowerItem } from './item'
import { UploadFields } from '../disclosure/files'
import { OrgRef } from '../people/org'

export const PowerItemParams = z.object({ code: OrgCode, itemCode: z.string().min(1).max(40) })

/** Item in a village's micro-power list 小微权力清单. */
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
  /** Total time limit 总时限 in words; empty without one. */
  total: z.string(),
  /** Reason why the village does not use it; null: in use. */
  off: z.string().nullable(),
  /** Relation to the model 示范清单, and the reason for differences. */
  relation: z.enum(['adopted', 'adapted', 'added']),
  why: z.string().nullable(),
})
export type PowerRef = z.infer<typeof PowerRef>

/** Model item that a list leaves out 没有的事项; `why` null: recorded before reasons were required. */
export const PowerAbsent = z.object({ code: z.string(), name: z.string(), why: z.string().nullable() })
export type PowerAbsent = z.infer<typeof PowerAbsent>

/** `adopted` null: the village has not adopted a list; the model is shown instead. */
const Standing = {
  org: OrgRef,
  version: z.int(),
  adopted: z.object({ meeting: z.string(), on: CalendarDate }).nullable(),
  inForce: CalendarDate.nullable(),
  /** Model that it was adopted from, or that is shown instead. */
  model: z.object({ name: z.string(), version: z.int() }),
}

/** A field that differs between two editions of an item; empty: not set. */
export const ChangedLine = z.object({ label: z.string(), before: z.string(), after: z.string() })
export type ChangedLine = z.infer<typeof ChangedLine>

export const PowerList = z.object({
  ...Standing,
  /** In the order of the classes. */
  items: z.array(PowerRef),
  /** Model items that the list lacks. */
  absent: z.array(PowerAbsent),
})
export type PowerList = z.infer<typeof PowerList>

export const PowerItemPage = z.object({
  ...Standing,
  ref: PowerRef,
  item: PowerItem,
  /** Differences from the model: `before` the model's words, `after` the list's own. */
  differences: z.array(ChangedLine),
  /** Responsible role, and its contact. */
  responsible: z.string(),
  contacts: z.array(z.object({ name: z.string(), jobTitle: z.string(), phone: z.string() })),
  /** The guide for applicants, for a service: the same as on the pages of its catalogue items. */
  guide: ServiceGuide.nullable(),
})
export type PowerItemPage = z.infer<typeof PowerItemPage>

const Reason = z.string().trim().min(4).max(200)

const Code = z.string().min(1).max(40)

/**
 * Adopts a list 采用清单 as decided by a meeting. `items`: the complete list; if absent, the present list, or the
 * model if there is none; `take`: items copied again from the model. Running cases keep their items.
 */
export const AdoptPowers = z.strictObject({
  /** Version that was displayed; 0: none yet. */
  version: z.int().min(0),
  /** Version of the model that was displayed; 0: the core list. */
  model: z.int().min(0),
  items: z.array(PowerItem).min(1).max(200).optional(),
  take: z.array(Code).max(200).default([]),
  /** Reasons for differing from the model, or for leaving out an item. */
  reasons: z
    .array(z.strictObject({ code: Code, reason: Reason }))
    .max(400)
    .default([]),
  meeting: z.string().trim().min(2).max(100),
  on: CalendarDate,
  inForce: CalendarDate,
})
export type AdoptPowers = z.infer<typeof AdoptPowers>

/** Disables or restores an item 停用或恢复一个事项; a reason disables it, null restores it. */
export const SwitchPower = z.strictObject({
  version: z.int().min(1),
  code: Code,
  reason: Reason.nullable(),
})
export type SwitchPower = z.infer<typeof SwitchPower>

const Relation = z.enum(['adopted', 'adapted', 'added', 'absent'])

/** Compares a list with its model 示范清单 and lists the model's changes since adoption. */
export const PowerComparison = z.object({
  ...Standing,
  /** Present version of the model. */
  now: z.object({ name: z.string(), version: z.int(), inForce: CalendarDate.nullable() }),
  /** Pending decisions. */
  changes: z.array(
    z.object({
      code: z.string(),
      /** `unexplained`: left out without a reason. */
      kind: z.enum(['new', 'changed', 'dropped', 'unexplained']),
      name: z.string(),
      lines: z.array(ChangedLine),
      relation: Relation,
      relationLabel: z.string(),
      /** Reason why the street no longer offers it. */
      off: z.string().nullable(),
    }),
  ),
  mayKeep: z.boolean(),
})
export type PowerComparison = z.infer<typeof PowerComparison>

/** Fields sent with the file of a list. */
export const PowerFileFields = UploadFields.pick({ name: true })

/** Preview of an imported file 导入预览, before adoption. */
export const PowerImport = z.object({
  /** Items in the file, valid or not. */
  count: z.int(),
  /** All faults with row and field. Adoption requires that there are none. */
  faults: z.array(Issue),
  /** Valid items, in the format of `AdoptPowers`. */
  items: z.array(PowerItem),
  /** Comparison of each item with the model and the present list. */
  preview: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      relation: Relation,
      relationLabel: z.string(),
      /** Differences from the model; empty for the village's own items. */
      lines: z.array(ChangedLine),
      /** Reason for the differences, if known. */
      reason: z.string().nullable(),
    }),
  ),
  /** Items of the present list that are missing in the file. */
  dropped: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Items of the model that are missing in the file, with the reason if known. */
  absent: z.array(PowerAbsent),
})
export type PowerImport = z.infer<typeof PowerImport>

export const PowerExportQuery = z.object({ format: z.enum(['xlsx', 'json']) })
