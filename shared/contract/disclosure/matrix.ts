import { z } from 'zod'
import { CalendarDate, Id, Instant, OrgCode } from '../common'
import { DiscrepancyRow } from './discrepancy'
import { OrgRef } from '../people/org'
import { Obligation, ObligationState } from './obligation'

/** Obligation matrix 工作台矩阵: villages × items × months of one year. */

export const MatrixQuery = z.object({ year: z.coerce.number<number>().int().min(2000).max(2100).optional() })

/** State of a cell: of its obligations, or an item that the village's own catalogue leaves out 村里没采用. */
export const MatrixState = z.enum([...ObligationState.options, 'not-adopted'])
export type MatrixState = z.infer<typeof MatrixState>

/** Meaning of a letter in a cell; a cell with several obligations shows the most urgent. */
export const MatrixCode = z.object({
  code: z.string().length(1),
  state: MatrixState.nullable(),
  label: z.string(),
  /** One character that identifies it without colour; empty for a cell without obligations. */
  sign: z.string(),
})
export type MatrixCode = z.infer<typeof MatrixCode>

export const MatrixItem = z.object({
  key: z.string(),
  itemId: Id,
  area: z.string(),
  name: z.string(),
  category: z.string(),
  deadline: z.string().nullable(),
  /** The item is only in a village's own catalogue 村里自己增加的. */
  own: z.boolean(),
})
export type MatrixItem = z.infer<typeof MatrixItem>

export const MatrixVillage = z.object({
  code: OrgCode,
  name: z.string(),
  /** A text of 12 letters per item, in the order of `items`; letters as in `codes`. */
  rows: z.array(z.string().length(12)),
})
export type MatrixVillage = z.infer<typeof MatrixVillage>

export const ObligationMatrix = z.object({
  org: OrgRef,
  year: z.int(),
  today: CalendarDate,
  codes: z.array(MatrixCode),
  items: z.array(MatrixItem),
  villages: z.array(MatrixVillage),
})
export type ObligationMatrix = z.infer<typeof ObligationMatrix>

/** Obligations of one cell: `:code` is the street or district, `village` one of its villages (or itself). */
export const MatrixCellQuery = z.object({
  village: OrgCode,
  item: z.string().min(1).max(40),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
})
export const MatrixCell = z.object({
  village: OrgRef,
  name: z.string(),
  month: z.string(),
  obligations: z.array(Obligation),
  /** The village's catalogue leaves the item out; its reason, if it gave one. */
  notAdopted: z.object({ reason: z.string().nullable() }).nullable(),
})
export type MatrixCell = z.infer<typeof MatrixCell>

/** Coverage 公开覆盖: share of the required items disclosed this year, and the missing ones. */
const Share = z.object({
  /** Items with an obligation. */
  items: z.int(),
  /** Those disclosed at least once this year. */
  disclosed: z.int(),
  overdue: z.int(),
})
export const AreaCoverage = Share.extend({
  area: z.string(),
  /** Items with an overdue obligation or a missing permanent disclosure. */
  missing: z.array(z.object({ itemId: Id, name: z.string() })),
})
export const VillageCoverage = Share.extend({ code: OrgCode, name: z.string() })
export const Coverage = z.object({
  org: OrgRef,
  year: z.int(),
  today: CalendarDate,
  total: Share,
  areas: z.array(AreaCoverage),
  /** Villages in their own order, never ranked; empty for a village itself. */
  villages: z.array(VillageCoverage),
})
export type Coverage = z.infer<typeof Coverage>

/** Work for today 今天要办的: the first of each kind, and their numbers. */
export const Today = z.object({
  org: OrgRef,
  today: CalendarDate,
  /** Due within a few days. */
  due: z.array(Obligation),
  /** Overdue. */
  late: z.array(Obligation),
  /** Missing permanent disclosures 长期公开. */
  missing: z.array(Obligation),
  /** Open discrepancies between village and street. */
  discrepancies: z.array(DiscrepancyRow),
  /** Totals over all years: an obligation is one item of one village, for one period or event, counted once. */
  counts: z.object({
    due: z.int(),
    late: z.int(),
    missing: z.int(),
    discrepancies: z.int(),
    /** Obligations whose time limit cannot be determined 时限不明. */
    unresolved: z.int(),
  }),
})
export type Today = z.infer<typeof Today>

/** Result of an inspected cell 抽查结果. */
export const InspectionResult = z.enum(['agrees', 'differs', 'absent', 'unclear'])
export type InspectionResult = z.infer<typeof InspectionResult>

/** Draws cells of the matrix at random 抽查: the same seed draws the same cells from the same matrix. */
export const DrawInspection = z.strictObject({
  year: z.int().min(2000).max(2100),
  /** First and last month of the year. */
  fromMonth: z.int().min(1).max(12).default(1),
  toMonth: z.int().min(1).max(12).default(12),
  size: z.int().min(1).max(100).default(20),
  /** Public words, such as the day and a lottery number; generated if missing. */
  seed: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N} .:_-]{1,60}$/u)
    .optional(),
})
export type DrawInspection = z.infer<typeof DrawInspection>

export const InspectionCell = z.object({
  /** Number on the sheet, from 1. */
  index: z.int(),
  village: OrgCode,
  villageName: z.string(),
  itemKey: z.string(),
  name: z.string(),
  area: z.string(),
  month: z.string(),
  /** State at the time of drawing. */
  code: z.string().length(1),
  stateLabel: z.string(),
  result: InspectionResult.nullable(),
  resultLabel: z.string().nullable(),
  note: z.string().nullable(),
  by: z.string().nullable(),
  at: Instant.nullable(),
})
export type InspectionCell = z.infer<typeof InspectionCell>

/** What an inspection sheet 抽查表 says of its drawing. */
export const InspectionHead = z.object({
  id: Id,
  year: z.int(),
  fromMonth: z.int(),
  toMonth: z.int(),
  seed: z.string(),
  /**
   * Number of cells in the drawing frame and the hash of their ordered list: with both, anyone can repeat the
   * draw.
   */
  frame: z.int(),
  frameSha256: z.string(),
  size: z.int(),
  looked: z.int(),
  by: z.string(),
  at: Instant,
})
/** An inspection sheet 抽查表. */
export const Inspection = InspectionHead.extend({
  org: OrgRef,
  version: z.int(),
  results: z.array(z.object({ result: InspectionResult, label: z.string() })),
  cells: z.array(InspectionCell),
  mayRecord: z.boolean(),
})
export type Inspection = z.infer<typeof Inspection>

/** Newest first, the last 20. */
export const InspectionList = z.object({ items: z.array(InspectionHead), mayDraw: z.boolean() })
export type InspectionList = z.infer<typeof InspectionList>

export const RecordInspection = z.strictObject({
  version: z.int().min(0),
  index: z.int().min(1).max(100),
  result: InspectionResult,
  note: z.string().trim().max(200).optional(),
})
export type RecordInspection = z.infer<typeof RecordInspection>
