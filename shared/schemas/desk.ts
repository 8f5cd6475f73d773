import { z } from 'zod'
import { CalendarDate, Id, OrgCode } from './common'
import { OrgRef } from './org'
import { Duty, DutyState } from './obligation'

/** The desk 工作台矩阵: villages × items × months of one year. */

export const DeskQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() })

/** What a letter in a cell means; several duties in one cell show the most pressing. */
export const DeskCode = z.object({
  code: z.string().length(1),
  state: DutyState.nullable(),
  label: z.string(),
})
export type DeskCode = z.infer<typeof DeskCode>

export const DeskItem = z.object({
  key: z.string(),
  itemId: Id,
  area: z.string(),
  name: z.string(),
  category: z.string().nullable(),
  deadline: z.string().nullable(),
  /** The item stands in a village's own list only 村里自己增加的. */
  own: z.boolean(),
})
export type DeskItem = z.infer<typeof DeskItem>

export const DeskVillage = z.object({
  code: OrgCode,
  name: z.string(),
  /** One text of 12 letters for each item, in the order of `items`; letters are in `codes`. */
  rows: z.array(z.string().length(12)),
  /** Cells by state over the year. */
  counts: z.object({ overdue: z.int(), dueSoon: z.int(), done: z.int(), late: z.int(), unresolved: z.int() }),
})
export type DeskVillage = z.infer<typeof DeskVillage>

export const DeskMatrix = z.object({
  org: OrgRef,
  year: z.int(),
  today: CalendarDate,
  codes: z.array(DeskCode),
  items: z.array(DeskItem),
  villages: z.array(DeskVillage),
  /** Duties that need somebody today, over all villages. */
  totals: z.object({ overdue: z.int(), dueSoon: z.int(), unresolved: z.int() }),
})
export type DeskMatrix = z.infer<typeof DeskMatrix>

/** The duties behind one cell: `:code` is the street or district, `village` one under it (or itself). */
export const DeskCellQuery = z.object({
  village: OrgCode,
  item: z.string().min(1).max(40),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
})
export const DeskCell = z.object({
  village: OrgRef,
  name: z.string(),
  month: z.string(),
  duties: z.array(Duty),
})
export type DeskCell = z.infer<typeof DeskCell>

/** How much of what is obliged has been disclosed this year, and what is missing 公开覆盖. */
const Share = z.object({
  /** Items that oblige. */
  items: z.int(),
  /** Of them disclosed at least once this year. */
  disclosed: z.int(),
  overdue: z.int(),
})
export const AreaCoverage = Share.extend({
  area: z.string(),
  /** Items with something overdue or a standing matter that is not there. */
  missing: z.array(z.object({ itemId: Id, name: z.string() })),
})
export const VillageCoverage = Share.extend({ code: OrgCode, name: z.string() })
export const Coverage = z.object({
  org: OrgRef,
  year: z.int(),
  today: CalendarDate,
  total: Share,
  areas: z.array(AreaCoverage),
  /** Villages in their own order, never by rank; empty for a village itself. */
  villages: z.array(VillageCoverage),
})
export type Coverage = z.infer<typeof Coverage>
