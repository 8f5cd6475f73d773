import { z } from 'zod'
import { CatalogueColumns, ItemOrigin } from './catalogue'
import { Id, Instant } from '../common'
import { OrgRef } from '../people/org'

/** A village's own list 村务公开目录: requests and answers of its making. In force it is a catalogue whose issuer is the village. */

const ItemKey = z.string().min(1).max(40)
const Reason = z.string().trim().min(4).max(200)
const Elements = z.array(z.string().trim().min(1).max(200)).max(60)
const Path = z.array(z.string().trim().min(1).max(200)).min(1).max(4)
const Deadline = z.string().trim().min(1).max(200).nullable()
const Version = z.int().min(0)

/** One line of the list as it is being made. */
export const VillageItem = CatalogueColumns.extend({
  /** The same matter has the same key: an adopted line keeps that of the street's item. */
  key: ItemKey,
  area: z.string().min(1).max(60),
  origin: ItemOrigin,
})
export type VillageItem = z.infer<typeof VillageItem>

/** A line that was taken off the list, with the reason; it may come back. */
export const RemovedLine = z.object({
  key: ItemKey,
  area: z.string(),
  path: z.array(z.string()),
  reason: z.string(),
  by: z.string(),
  at: Instant,
})
export type RemovedLine = z.infer<typeof RemovedLine>

/** What an adapted line says otherwise than the street's item. */
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

/** What the street suggests to the village; `key` names one of the street's items. */
export const RemarkOnList = z.object({ text: Reason, key: ItemKey.nullable().default(null) })
export type RemarkOnList = z.infer<typeof RemarkOnList>

export const ListAbility = z.enum(['edit', 'activate', 'remark'])
export type ListAbility = z.infer<typeof ListAbility>

/** A line as the village looks at it. */
export const ShownLine = VillageItem.pick({
  key: true,
  area: true,
  path: true,
  elements: true,
  deadline: true,
  origin: true,
}).extend({
  /** Against the list in force: a new line, an altered one, or as it is. */
  change: z.enum(['new', 'altered']).nullable(),
  /** Against the street's item of the same key. */
  differences: z.array(ListDifference),
  /** The street's item that it was taken from is no longer in force. */
  gone: z.boolean(),
  /** What the street's clerk found it to be the same as, a part of, or following 对应. */
  links: z.array(z.object({ relation: z.string(), path: z.array(z.string()), stale: z.boolean() })),
})
export type ShownLine = z.infer<typeof ShownLine>

/** A standard item that reaches the village and that its list lacks. */
export const LackingItem = z.object({
  itemId: Id,
  key: ItemKey,
  area: z.string(),
  path: z.array(z.string()),
  /** A line of the list that may be about it already, by its name. */
  near: z.string().nullable(),
  /** Why it is not there, where it was taken off. */
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
  /** Version that is in force; 0 = none yet. */
  inForce: z.int(),
  updatedAt: Instant.nullable(),
  /** Names of those who altered it since it came into force: another person puts it into force. */
  writers: z.array(z.string()),
  lines: z.array(ShownLine),
  removed: z.array(RemovedLine),
  /** Standard items that reach a village, and how many of them the list has or is linked to 标准事项覆盖. */
  coverage: z.object({ items: z.int(), covered: z.int() }),
  lacking: z.array(LackingItem),
  remarks: z.array(ListRemark),
  abilities: z.array(ListAbility),
})
export type VillageCatalogue = z.infer<typeof VillageCatalogue>

/** What an import made of the rows of a file. */
export const ListImport = z.object({
  adopted: z.int(),
  adapted: z.int(),
  added: z.int(),
  /** Rows whose matter stood in the list already. */
  known: z.int(),
  warnings: z.array(z.object({ message: z.string() })),
  list: VillageCatalogue,
})
export type ListImport = z.infer<typeof ListImport>

/** Fields beside a village's own file. */
export const ImportListFields = z.object({ version: z.coerce.number<number>().int().min(0) })
