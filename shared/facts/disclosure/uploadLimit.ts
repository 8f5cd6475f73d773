/**
 * Limit for uploaded files, by web or command line. Our own setting, no law sets it; a county's workbook of 26
 * areas has about 1,000 rows.
 */
export const UPLOAD_LIMIT = {
  bytes: 20 * 1024 * 1024,
  label: '20 MB',
} as const
