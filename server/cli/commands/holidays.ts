import { operatorActs } from '@server/platform/access/caller'
import { AppError } from '@server/platform/errors'
import { inTransaction } from '@server/platform/store/transaction'
import { importHolidays } from '@server/disclosure/holidays/commands/importHolidays'
import { effectOf } from '@server/disclosure/holidays/queries/holidayYears'
import { ImportHolidays } from '@shared/contract/disclosure/holidays'
import { InputError, readArguments, UsageError } from '../command'
import { readHolidayFile } from '../holidayFile'
import { type Store, withStore } from '../withStore'

const NEXT = '已存入，还不算数：请另一位管理员在“放假安排”页核对'

async function readImport(args: string[]): Promise<ImportHolidays> {
  const { values, positionals } = readArguments(args, { source: { type: 'string' }, url: { type: 'string' } })
  const [file, ...others] = positionals
  if (!file || others.length > 0) throw new UsageError('请给出一个放假安排文件')
  const years = await readHolidayFile(file)
  const input = ImportHolidays.safeParse({ years, source: values.source, url: values.url })
  if (!input.success) {
    throw new UsageError('请用 --source 写明文件名称和文号，用 --url 写明网址；一次最多 5 年')
  }
  return input.data
}

async function importInto({ db, clock }: Store, input: ImportHolidays) {
  try {
    const rows = await inTransaction({ db, clock }, tx =>
      importHolidays(tx, operatorActs('holidays.import', 'cli'), input),
    )
    const years = []
    for (const row of rows) {
      const { days, moves } = await effectOf(db, row, clock.now())
      years.push({ id: row._id, year: row.year, days, moves })
    }
    return { next: NEXT, years }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new InputError(error.code, error.message, error.details)
  }
}

/**
 * Runs `holidays import FILE --source TEXT --url URL` → the years with the days that they change, and the dates of
 * things under way that will move once a second person has confirmed them.
 */
export async function run(args: string[]) {
  const input = await readImport(args)
  return withStore(store => importInto(store, input))
}
