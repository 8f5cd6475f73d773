import { UPLOAD_LIMIT } from '@shared/facts/disclosure/uploadLimit'

/** Limits of one import; a county's workbook of 26 areas has about 1,000 rows. */
export const IMPORT_LIMITS = {
  fileBytes: UPLOAD_LIMIT.bytes,
  /** Unpacked size of all parts of a zip together. */
  unpackedBytes: 200 * 1024 * 1024,
  /** Unpacked bytes for each packed byte, checked after `ratioFrom` bytes; office files stay below 50. */
  unpackedRatio: 200,
  ratioFrom: 16 * 1024 * 1024,
  zipEntries: 2_000,
  /** Non-empty rows of all sheets or tables. */
  rows: 50_000,
  /** Rows of one catalogue; they are stored in one write. */
  catalogueRows: 10_000,
  /** Running text without cells, in all and in one line: its columns are found by its words, which takes longer. */
  textCharacters: 400_000,
  textLine: 30_000,
  columns: 200,
  /** Non-empty cells of all tables. */
  cells: 600_000,
  cellCharacters: 32_767,
} as const
