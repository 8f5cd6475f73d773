/**
 * The one limit of files that are handed in, by web or command line. Our own decision, no law sets it; a
 * county's book of 26 areas has about 1,000 rows.
 */
export const UPLOAD_LIMIT = {
  bytes: 20 * 1024 * 1024,
  label: '20 MB',
} as const
