import { z } from 'zod'
import { Id, Instant, OrgCode, SHA256 } from '../common'

/** File formats of a catalogue in the national layout. */
export const SheetFormat = z.enum(['xlsx', 'html'])
export type SheetFormat = z.infer<typeof SheetFormat>

/**
 * Standard catalogue 政务公开事项标准目录, with the columns of 国办发〔2019〕54号 and the ministries' templates. `CatalogueRow`
 * is a row as read from a file; `CatalogueItem` is the stored row with its identity.
 */

/**
 * Basis 公开依据. `number` only if the 文号 is intact in the source; a damaged one gets a `suggestion` and is never
 * corrected automatically.
 */
export const Basis = z.object({
  text: z.string(),
  title: z.string().optional(),
  number: z.string().optional(),
  suggestion: z.string().optional(),
})
export type Basis = z.infer<typeof Basis>

/** Channel 公开渠道和载体. `ticked: null`: the tick's position is lost, so its value is unknown. */
export const Channel = z.object({ name: z.string(), ticked: z.boolean().nullable() })
export type Channel = z.infer<typeof Channel>

/** Audience 公开对象: 全社会, 特定群体 or both; `detail` names the group. */
export const Audience = z.object({
  scope: z.enum(['public', 'specific', 'both']).nullable(),
  detail: z.string().optional(),
})
export type Audience = z.infer<typeof Audience>

/** Mode 公开方式: 主动 / 依申请. */
export const Mode = z.enum(['active', 'on-request', 'both'])
export type Mode = z.infer<typeof Mode>

/** Level 公开层级. 州级, 市级 = city; 区级, 县级 = county; 乡级, 镇级, 街道 = town; 村级, 社区 = village. */
export const Level = z.enum(['province', 'city', 'county', 'town', 'village'])
export type Level = z.infer<typeof Level>

export const Uncertainty = z.object({ field: z.string(), reason: z.string() })
export type Uncertainty = z.infer<typeof Uncertainty>

/** All standard columns of one catalogue row, in the wording of the source. */
export const CatalogueColumns = z.object({
  /** Displayed number 序号 as text: `1.2`, `0505`, missing. Never a key. */
  displayNo: z.string().nullable(),
  /** Item path 公开事项, depth 1–4, from the first to the last level. */
  path: z.array(z.string().min(1)).min(1).max(4),
  /** Labels of the elements 公开内容(要素), in order. */
  elements: z.array(z.string()),
  basis: z.array(Basis),
  /** Time limit 公开时限 as raw text; parsed by server/domain/deadline. */
  deadline: z.string().nullable(),
  /** 公开主体. */
  subjects: z.array(z.string()),
  channels: z.array(Channel),
  audience: Audience,
  mode: Mode.nullable(),
  levels: z.array(Level).nullable(),
})
export type CatalogueColumns = z.infer<typeof CatalogueColumns>

/** One row as read: its columns, source position, values inherited from merged cells and uncertain fields. */
export const CatalogueRow = CatalogueColumns.extend({
  row: z.int().min(1),
  sheet: z.string().optional(),
  /** Area 领域 of the row, if the file has more than one. */
  area: z.string().optional(),
  path: z.array(z.string()),
  inherited: z.array(z.string()),
  uncertain: z.array(Uncertainty),
  /** Source text by field, if requested. */
  sources: z.record(z.string(), z.string()).optional(),
})
export type CatalogueRow = z.infer<typeof CatalogueRow>

export const ParseWarning = z.object({
  row: z.int().optional(),
  sheet: z.string().optional(),
  field: z.string().optional(),
  code: z.string(),
  message: z.string(),
})
export type ParseWarning = z.infer<typeof ParseWarning>

/** Output of `catalogue parse`. */
export const ParsedCatalogue = z.object({
  source: z.object({ file: z.string(), kind: z.string(), encoding: z.string().nullable(), sha256: SHA256 }),
  title: z.string().nullable(),
  areas: z.array(z.string()),
  rows: z.array(CatalogueRow),
  warnings: z.array(ParseWarning),
})
export type ParsedCatalogue = z.infer<typeof ParsedCatalogue>

/** A version of a catalogue 目录版本, issued by one organisation for one area 领域. */
export const Catalogue = z.object({
  id: Id,
  orgCode: OrgCode,
  /** Area 领域 in the issuer's words: 社会救助, 涉农补贴 … */
  area: z.string(),
  title: z.string(),
  version: z.int().min(1),
  active: z.boolean(),
  effectiveFrom: z.iso.date(),
  effectiveTo: z.iso.date().nullable(),
  source: z.object({
    file: z.string(),
    sha256: SHA256,
    url: z.string().nullable(),
    issuer: z.string().nullable(),
  }),
  itemCount: z.int(),
  createdAt: Instant,
})
export type Catalogue = z.infer<typeof Catalogue>

/**
 * Origin of a village item: adopted from the street's catalogue, adapted in elements or deadline, or added by
 * the village. `key` and `catalogueId` identify the street's item and the version of its catalogue.
 */
export const ItemOrigin = z.object({
  kind: z.enum(['adopted', 'adapted', 'added']),
  key: z.string().optional(),
  catalogueId: Id.optional(),
})
export type ItemOrigin = z.infer<typeof ItemOrigin>

/** Catalogue item 公开事项: the one type for government and village disclosure. */
export const CatalogueItem = CatalogueColumns.extend({
  id: Id,
  /** Stable over versions of the same catalogue (area + path), so that notices remain linked to their item. */
  key: z.string(),
  catalogueId: Id,
  orgCode: OrgCode,
  area: z.string(),
  /** Code of one of the five focus categories 五类重点, or `general`. */
  category: z.string(),
  order: z.int(),
  uncertain: z.array(Uncertainty),
  /** Set in a village catalogue only. */
  origin: ItemOrigin.nullish(),
})
export type CatalogueItem = z.infer<typeof CatalogueItem>
