import { z } from 'zod'
import { SHA256 } from '../common'

/**
 * Presented record: the output of shared/presentation for an item and its content. Every page, print, share
 * card and API answer shows these blocks and nothing else. All values are final Chinese text.
 */

/** One plain sentence 一句话 and the key figure. */
export const SummaryBlock = z.object({
  kind: z.literal('summary'),
  id: z.string(),
  label: z.string(),
  text: z.string(),
  figure: z.object({ label: z.string(), text: z.string(), unit: z.string() }).nullable(),
})

/** Rows of label and value. `missing`: the catalogue requires this element and the notice lacks it. */
export const FactsView = z.object({
  kind: z.literal('facts'),
  id: z.string(),
  label: z.string(),
  rows: z.array(z.object({ id: z.string(), label: z.string(), value: z.string(), missing: z.boolean() })),
})

export const TextView = z.object({
  kind: z.literal('text'),
  id: z.string(),
  label: z.string(),
  paragraphs: z.array(z.string()),
})

/** Bars 图: always followed by the table with the same numbers. `permille` is the length, 0–1000. */
export const BarsView = z.object({
  kind: z.literal('bars'),
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  bars: z.array(z.object({ id: z.string(), label: z.string(), text: z.string(), permille: z.int() })),
})

/** Unit of a figure: 元, 户, 人, 亩 … Absent in records of presentation 1, see shared/presentation/version. */
const Unit = z.string().min(1).optional()

/**
 * Table. `unit` is that of the amounts and is shown once in the head; numbers are right-aligned; totals below, each
 * with its own unit.
 */
export const TableView = z.object({
  kind: z.literal('table'),
  id: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  columns: z.array(
    z.object({ id: z.string(), label: z.string(), align: z.enum(['left', 'right']), unit: Unit }),
  ),
  rows: z.array(z.object({ id: z.string(), cells: z.array(z.string()) })),
  totals: z.array(z.object({ id: z.string(), label: z.string(), value: z.string(), unit: Unit })),
})

export const FilesView = z.object({
  kind: z.literal('files'),
  id: z.string(),
  label: z.string(),
  files: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      size: z.string(),
      sha256: SHA256,
    }),
  ),
})

export const PresentedBlock = z.discriminatedUnion('kind', [
  SummaryBlock,
  FactsView,
  TextView,
  BarsView,
  TableView,
  FilesView,
])
export type PresentedBlock = z.infer<typeof PresentedBlock>

/** `blocks` in reading order; `canonical` is their RFC 8785 JSON; `sha256` its hash. */
export const PresentedItem = z.object({
  blocks: z.array(PresentedBlock),
  canonical: z.string(),
  sha256: SHA256,
})
export type PresentedItem = z.infer<typeof PresentedItem>

/** Public form of the record: blocks and hash; the canonical text can be computed from the blocks. */
export const PresentedRecord = PresentedItem.omit({ canonical: true })
export type PresentedRecord = z.infer<typeof PresentedRecord>

/** One compared field. */
export const ComparedField = z.object({
  id: z.string(),
  /** Label of the field's block. */
  block: z.string(),
  label: z.string(),
  village: z.string().nullable(),
  street: z.string().nullable(),
  /** `alone`: the other side has not disclosed the item at all, so that nothing is compared. */
  status: z.enum(['same', 'differs', 'village-missing', 'street-missing', 'alone']),
})
export type ComparedField = z.infer<typeof ComparedField>

/** Comparison 对照 as a whole, with its summary sentence. */
export const Comparison = z.object({
  fields: z.array(ComparedField),
  counts: z.object({ same: z.int(), differs: z.int(), villageMissing: z.int(), streetMissing: z.int() }),
  sentence: z.string(),
})
export type Comparison = z.infer<typeof Comparison>
