import { z } from 'zod'
import { SHEET_CODES } from '../../facts/disclosure/sheets'
import { OrgCode, PeriodKey } from '../common'

export const TableKind = z.enum(['money', 'recipients', ...SHEET_CODES])

/** Item, organisation and period of the imported table. */
export const TableQuery = z.object({ org: OrgCode, period: PeriodKey, table: TableKind })

/** Fields sent with the multipart field `file`. */
export const TableFields = z.strictObject({
  ...TableQuery.shape,
  /** File name, if the phone sends another one. */
  name: z.string().trim().min(1).max(200).optional(),
})
export type TableFields = z.infer<typeof TableFields>

/** A cell that could not be imported. `index` is its row in `rows`. */
export const CellFault = z.object({
  index: z.int(),
  field: z.string(),
  /** `第 5 行 C 列“金额”：…`. */
  message: z.string(),
})
export type CellFault = z.infer<typeof CellFault>

/** A column that was not imported: personal columns are not read further, unknown ones are listed. */
export const LeftColumn = z.object({ letter: z.string(), header: z.string() })

/**
 * Rows read from a spreadsheet 从表格读到的, as text for the form: recognised figures in plain notation, everything
 * else unchanged. Nothing is stored.
 */
export const TableImport = z.object({
  table: TableKind,
  /** Only corrected rows of an earlier file: they replace their originals, nothing else changes. */
  mended: z.boolean(),
  rows: z.array(z.object({ row: z.int(), values: z.record(z.string(), z.string()) })),
  faults: z.array(CellFault),
  /** Number of faults that are not listed. */
  moreFaults: z.int(),
  /** Totals and balances for the form, by field. */
  stated: z.record(z.string(), z.string()),
  /** Totals that do not agree with the rows. */
  statedFaults: z.array(z.object({ field: z.string(), message: z.string() })),
  personal: z.array(LeftColumn),
  unknown: z.array(LeftColumn),
  /** Other steps of the import, in sentences. */
  notes: z.array(z.string()),
  /** The wrong rows as a workbook of their own, base64. */
  wrongRows: z.object({ name: z.string(), base64: z.string() }).nullable(),
  /** Of a photograph 拍照填表: each row's piece of it (JPEG, base64), and what was read less surely. */
  photo: z
    .array(
      z.object({
        index: z.int(),
        piece: z.string(),
        cells: z.array(
          z.object({ field: z.string(), label: z.string(), text: z.string(), sure: z.boolean() }),
        ),
      }),
    )
    .optional(),
})
export type TableImport = z.infer<typeof TableImport>
/** Result of the pure reader; the file of wrong rows is built from it. */
export type TableRead = Omit<TableImport, 'wrongRows' | 'photo'>
