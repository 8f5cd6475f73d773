import {
  type HolidayFile,
  holidayFileFaults,
  type HolidayTable,
  PUBLISHED_HOLIDAYS,
  withHolidays,
} from '@server/domain/deadline'
import { InputError } from './command'
import { readInput } from './io'

const HOLIDAY_FILE_BYTES = 1024 * 1024

function readJson(bytes: Buffer, file: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''))
  } catch {
    throw new InputError('holidays-invalid', `节假日表不是 JSON：${file}`)
  }
}

/**
 * Reads a holiday table as people edit it: `{ "2027": { "off": […], "work": […] } }`.
 * @throws InputError `holidays-invalid` with every fault
 */
export async function readHolidayFile(file: string): Promise<HolidayFile> {
  const table = readJson(await readInput(file, HOLIDAY_FILE_BYTES), file)
  const faults = holidayFileFaults(table)
  if (faults.length === 0) return table as HolidayFile
  const details = faults.map(({ field, message }) => ({ code: 'holidays-invalid', field, message }))
  throw new InputError('holidays-invalid', `节假日表有 ${faults.length} 处不对：${file}`, details)
}

/**
 * Returns the published holiday tables, with the years of an own FILE in their place.
 * @throws InputError `holidays-invalid`
 */
export async function readHolidays(file: string | undefined): Promise<HolidayTable> {
  return file === undefined
    ? PUBLISHED_HOLIDAYS
    : withHolidays(PUBLISHED_HOLIDAYS, await readHolidayFile(file))
}
