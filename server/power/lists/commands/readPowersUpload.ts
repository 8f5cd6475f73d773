import type { PreparedPowers } from '@server/documents/power/readPowers'
import { readUpload } from '@server/platform/worker/readUpload'

/**
 * Reads a file of a micro-power list 导入: xlsx or JSON, as the command line reads it. Faults are told, not thrown.
 * @throws AppError 422 `power-file-refused` for a file from which no list can be read
 */
export const preparePowers = (
  file: { name: string; bytes: Buffer },
  today: string,
): Promise<PreparedPowers> => readUpload('power-file-refused', 'readPowers', file, today)
