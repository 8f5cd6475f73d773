import type { PreparedPowers } from '@server/documents/power/readPowers'
import { readUpload } from '@server/platform/worker/readUpload'

/**
 * Reads an uploaded power list 导入 (xlsx or JSON) by the same code as the command line. Returns faults of the items
 * instead of throwing them.
 * @throws AppError 422 `power-file-refused` for a file from which no list can be read
 */
export const preparePowers = (
  file: { name: string; bytes: Buffer },
  today: string,
): Promise<PreparedPowers> => readUpload('power-file-refused', 'readPowers', file, today)
