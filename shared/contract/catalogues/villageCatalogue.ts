import { z } from 'zod'
import { CatalogueColumns, ItemOrigin } from './catalogue'
import { AreaDiff } from './catalogueDraft'
import { Id, Instant, OrgCode, many } from '../common'
import { OrgRef } from '../people/org'

/**
 * Village catalogue 村务公开目录: requests and answers for editing it. Once in force it is a catalogue issued by the
 * village.
 */

const ItemKey = z.string().min(1).max(40)
const Reason = z.string().trim().min(4).max(200)
const Elements = z.array(z.string().trim().min(1).max(200)).max(60)
const Path = z.array(z.string().trim().min(1).max(200)).min(1).max(4)
const Deadline = z.string().trim().min(1).max(200).nullable()
const Version = z.int().min(0)

/** An item of the village catalogue while it is edited. */
export const VillageItem = CatalogueColumns.extend({
  /** An adopted item keeps the key of the street's item. */
  key: ItemKey,
  area: z.string().min(1).max(60),
  origin: ItemOrigin,
})
export type VillageItem = z.infer<typeof VillageItem>

/** An item removed from the village catalogue, with the reason; it can be restored. */
export const RemovedVillageItem = z.object({
  key: ItemKey,
  area: z.string(),
  path: z.array(z.string()),
  reason: z.string(),
  by: z.string(),
  at: Instant,
})
export type RemovedVillageItem = z.infer<typeof RemovedVillageItem>

/** A field in which an adapted item differs from the street's item. */
export const VillageItemDifference = z.object({ label: z.string(), village: z.string(), street: z.string() })
export type VillageItemDifference = z.infer<typeof VillageItemDifference>

export const AdoptItems = z.object({ version: Version, keys: z.array(ItemKey).min(1).max(300) })
export type AdoptItems = z.infer<typeof AdoptItems>

export const AddVillageItem = z.object({
  version: Version,
  area: z.string().trim().min(1).max(60),
  path: Path,
  elements: Elements,
  deadline: Deadline,
})
export type AddVillageItem = z.infer<typeof AddVillageItem>

export const AlterVillageItem = z.object({
  version: Version,
  key: ItemKey,
  elements: Elements,
  deadline: Deadline,
})
export type AlterVillageItem = z.infer<typeof AlterVillageItem>

export const RemoveVillageItem = z.object({ version: Version, key: ItemKey, reason: Reason })
export type RemoveVillageItem = z.infer<typeof RemoveVillageItem>

/** `reasons`: why items that oblige the village today are left out, by key. */
export const ActivateVillageCatalogue = z.object({
  version: z.int().min(1),
  reasons: z
    .array(z.object({ key: ItemKey, reason: Reason }))
    .max(1000)
    .default([]),
})
export type ActivateVillageCatalogue = z.infer<typeof ActivateVillageCatalogue>

/** A suggestion by the street; `key` names one of the street's items. */
export const RemarkOnVillageCatalogue = z.object({ text: Reason, key: ItemKey.nullable().default(null) })
export type RemarkOnVillageCatalogue = z.infer<typeof RemarkOnVillageCatalogue>

/** The same suggestion to several villages. */
export const RemarkOnVillageCatalogues = z.strictObject({
  ...RemarkOnVillageCatalogue.shape,
  villages: many(z.strictObject({ id: OrgCode })),
})
export type RemarkOnVillageCatalogues = z.infer<typeof RemarkOnVillageCatalogues>

export const VillageCatalogueAbility = z.enum(['edit', 'activate', 'remark'])
export type VillageCatalogueAbility = z.infer<typeof VillageCatalogueAbility>

/** An item as displayed to the village. */
export const ShownVillageItem = VillageItem.pick({
  key: true,
  area: true,
  path: true,
  elements: true,
  deadline: true,
  origin: true,
}).extend({
  /** Compared with the catalogue in force: new, altered, or unchanged. */
  change: z.enum(['new', 'altered']).nullable(),
  /** Compared with the street's item of the same key. */
  differences: z.array(VillageItemDifference),
  /** The street's item that it was adopted from is no longer in force. */
  gone: z.boolean(),
  /** Links 对应 confirmed by the street's clerk: same, part of, or successor. */
  links: z.array(z.object({ relation: z.string(), path: z.array(z.string()), stale: z.boolean() })),
})
export type ShownVillageItem = z.infer<typeof ShownVillageItem>

/** A standard item that applies to the village and is not in its catalogue. */
export const MissingItem = z.object({
  itemId: Id,
  key: ItemKey,
  area: z.string(),
  path: z.array(z.string()),
  /** An item of the village catalogue with a similar name. */
  near: z.string().nullable(),
  /** Reason for its removal, if it was removed. */
  removed: z.string().nullable(),
})
export type MissingItem = z.infer<typeof MissingItem>

export const VillageCatalogueRemark = z.object({
  text: z.string(),
  path: z.array(z.string()).nullable(),
  by: z.string(),
  body: z.string(),
  at: Instant,
})
export type VillageCatalogueRemark = z.infer<typeof VillageCatalogueRemark>

export const VillageCatalogue = z.object({
  org: OrgRef,
  street: OrgRef,
  version: z.int(),
  /** Version in force; 0: none yet. */
  inForce: z.int(),
  updatedAt: Instant.nullable(),
  /** Names of those who changed it since the last activation: another person must activate it. */
  writers: z.array(z.string()),
  items: z.array(ShownVillageItem),
  removed: z.array(RemovedVillageItem),
  /**
   * Coverage 标准事项覆盖: standard items that apply to the village, and how many of them its catalogue has or links
   * to.
   */
  coverage: z.object({ items: z.int(), covered: z.int() }),
  missing: z.array(MissingItem),
  remarks: z.array(VillageCatalogueRemark),
  abilities: z.array(VillageCatalogueAbility),
})
export type VillageCatalogue = z.infer<typeof VillageCatalogue>

/**
 * An item that the village must disclose today and that its catalogue leaves out 不采用; without a reason the catalogue
 * cannot be activated.
 */
export const LeftOutItem = MissingItem.pick({ key: true, area: true, path: true }).extend({
  /** The street's catalogue has it; otherwise only the village's catalogue in force. */
  ofStreet: z.boolean(),
  reason: z.string().nullable(),
})
export type LeftOutItem = z.infer<typeof LeftOutItem>

/** Difference between the village catalogue and the one in force, for the person who activates it. */
export const VillageCatalogueDiff = z.object({
  org: OrgRef,
  version: z.int(),
  inForce: z.int(),
  writers: z.array(z.string()),
  /** Areas with a difference. */
  areas: z.array(AreaDiff),
  leftOut: z.array(LeftOutItem),
  mayActivate: z.boolean(),
  /** Why this person may not activate it although another may. */
  activateRefusal: z.string().nullable(),
})
export type VillageCatalogueDiff = z.infer<typeof VillageCatalogueDiff>

/** Puts the rows of a checked draft into the list; `listVersion`: the list that the displayed difference was computed with. */
export const ApplyDraft = z.strictObject({ draft: Id, version: Version, listVersion: Version })
export type ApplyDraft = z.infer<typeof ApplyDraft>
