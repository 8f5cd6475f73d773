import { UPLOAD_LIMIT } from '@shared/facts/disclosure/uploadLimit'

/** Bounds of one import; a county's book of 26 areas has about 1,000 rows. */
export const IMPORT_LIMITS = {
  fileBytes: UPLOAD_LIMIT.bytes,
  /** All parts of a zip together, unpacked. */
  unpackedBytes: 200 * 1024 * 1024,
  /** Unpacked bytes for each packed byte, once more than `ratioFrom` came out; office files stay below 50. */
  unpackedRatio: 200,
  ratioFrom: 16 * 1024 * 1024,
  zipEntries: 2_000,
  /** Rows of all sheets or tables with any text in them. */
  rows: 50_000,
  /** Rows of one catalogue; all of them are stored at once. */
  catalogueRows: 10_000,
  columns: 200,
  /** All cells with text. */
  cells: 600_000,
  cellCharacters: 32_767,
} as const
