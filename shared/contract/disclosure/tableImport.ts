import { z } from 'zod'
import { SHEET_CODES } from '../../facts/disclosure/sheets'
import { OrgCode, PeriodKey } from '../common'

export const TableKind = z.enum(['money', 'recipients', ...SHEET_CODES])

/** Which item's table, for whom and for when. */
export const TableQuery = z.object({ org: OrgCode, period: PeriodKey, table: TableKind })

/** Fields beside the multipart field `file`. */
export const TableFields = z.strictObject({
  ...TableQuery.shape,
  /** What the file is called, where the phone sends another name. */
  name: z.string().trim().min(1).max(200).optional(),
})
export type TableFields = z.infer<typeof TableFields>

/** A cell that could not be taken as it stands. `index` is its place in `rows`. */
export const CellFault = z.object({
  index: z.int(),
  field: z.string(),
  /** `第 5 行 C 列“金额”：…`. */
  message: z.string(),
})
export type CellFault = z.infer<typeof CellFault>

/** A column that was not taken: personal ones are never read further, unknown ones are told. */
export const LeftColumn = z.object({ letter: z.string(), header: z.string() })

/**
 * What was read of a sheet 从表格读到的, as text for the form: a figure that was understood in its plain notation, anything else as
 * it stood. Nothing is stored.
 */
export const TableImport = z.object({
  table: TableKind,
  /** Only mended rows of an earlier file: they go where they came from, nothing else changes. */
  mended: z.boolean(),
  rows: z.array(z.object({ row: z.int(), values: z.record(z.string(), z.string()) })),
  faults: z.array(CellFault),
  /** Faults beyond those that are told one by one. */
  moreFaults: z.int(),
  /** Totals and balances for the form, by field. */
  stated: z.record(z.string(), z.string()),
  /** Totals that do not agree with the rows. */
  statedFaults: z.array(z.object({ field: z.string(), message: z.string() })),
  personal: z.array(LeftColumn),
  unknown: z.array(LeftColumn),
  /** What was done with the sheet besides, in sentences. */
  notes: z.array(z.string()),
  /** The wrong rows as a workbook of their own, base64. */
  wrongRows: z.object({ name: z.string(), base64: z.string() }).nullable(),
})
export type TableImport = z.infer<typeof TableImport>
/** What the pure reader gives; the file of wrong rows is made of it. */
export type TableRead = Omit<TableImport, 'wrongRows'>
