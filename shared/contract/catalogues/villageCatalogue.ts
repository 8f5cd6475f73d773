import { z } from 'zod'
import { CatalogueColumns, ItemOrigin } from './catalogue'
import { Id, Instant } from '../common'
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
export const RemovedLine = z.object({
  key: ItemKey,
  area: z.string(),
  path: z.array(z.string()),
  reason: z.string(),
  by: z.string(),
  at: Instant,
})
export type RemovedLine = z.infer<typeof RemovedLine>

/** A field in which an adapted item differs from the street's item. */
export const ListDifference = z.object({ label: z.string(), village: z.string(), street: z.string() })
export type ListDifference = z.infer<typeof ListDifference>

export const AdoptItems = z.object({ version: Version, keys: z.array(ItemKey).min(1).max(300) })
export type AdoptItems = z.infer<typeof AdoptItems>

export const AddLine = z.object({
  version: Version,
  area: z.string().trim().min(1).max(60),
  path: Path,
  elements: Elements,
  deadline: Deadline,
})
export type AddLine = z.infer<typeof AddLine>

export const AlterLine = z.object({ version: Version, key: ItemKey, elements: Elements, deadline: Deadline })
export type AlterLine = z.infer<typeof AlterLine>

export const RemoveLine = z.object({ version: Version, key: ItemKey, reason: Reason })
export type RemoveLine = z.infer<typeof RemoveLine>

export const ActivateList = z.object({ version: z.int().min(1) })
export type ActivateList = z.infer<typeof ActivateList>

/** A suggestion by the street; `key` names one of the street's items. */
export const RemarkOnList = z.object({ text: Reason, key: ItemKey.nullable().default(null) })
export type RemarkOnList = z.infer<typeof RemarkOnList>

export const ListAbility = z.enum(['edit', 'activate', 'remark'])
export type ListAbility = z.infer<typeof ListAbility>

/** An item as displayed to the village. */
export const ShownLine = VillageItem.pick({
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
  differences: z.array(ListDifference),
  /** The street's item that it was adopted from is no longer in force. */
  gone: z.boolean(),
  /** Links 对应 confirmed by the street's clerk: same, part of, or successor. */
  links: z.array(z.object({ relation: z.string(), path: z.array(z.string()), stale: z.boolean() })),
})
export type ShownLine = z.infer<typeof ShownLine>

/** A standard item that applies to the village and is not in its catalogue. */
export const LackingItem = z.object({
  itemId: Id,
  key: ItemKey,
  area: z.string(),
  path: z.array(z.string()),
  /** An item of the village catalogue with a similar name. */
  near: z.string().nullable(),
  /** Reason for its removal, if it was removed. */
  removed: z.string().nullable(),
})
export type LackingItem = z.infer<typeof LackingItem>

export const ListRemark = z.object({
  text: z.string(),
  path: z.array(z.string()).nullable(),
  by: z.string(),
  body: z.string(),
  at: Instant,
})
export type ListRemark = z.infer<typeof ListRemark>

export const VillageCatalogue = z.object({
  org: OrgRef,
  street: OrgRef,
  version: z.int(),
  /** Version in force; 0: none yet. */
  inForce: z.int(),
  updatedAt: Instant.nullable(),
  /** Names of those who changed it since the last activation: another person must activate it. */
  writers: z.array(z.string()),
  lines: z.array(ShownLine),
  removed: z.array(RemovedLine),
  /**
   * Coverage 标准事项覆盖: standard items that apply to the village, and how many of them its catalogue has or links
   * to.
   */
  coverage: z.object({ items: z.int(), covered: z.int() }),
  lacking: z.array(LackingItem),
  remarks: z.array(ListRemark),
  abilities: z.array(ListAbility),
})
export type VillageCatalogue = z.infer<typeof VillageCatalogue>

/** Result of importing the rows of a file. */
export const ListImport = z.object({
  adopted: z.int(),
  adapted: z.int(),
  added: z.int(),
  /** Rows whose item was already in the catalogue. */
  known: z.int(),
  warnings: z.array(z.object({ message: z.string() })),
  list: VillageCatalogue,
})
export type ListImport = z.infer<typeof ListImport>

/** Fields sent with a village's own file. */
export const ImportListFields = z.object({ version: z.coerce.number<number>().int().min(0) })
