import { basename } from 'node:path'
import { DocumentError } from '@server/documents/documentError'
import { IMPORT_LIMITS } from '@server/documents/limits'
import { readPowerFile } from '@server/documents/power'
import { InputError, UsageError, readArguments } from '../command'
import { readInput } from '../io'

/** Output of `micropower check`; faults in the list are not an error. */
interface Checked {
  ok: boolean
  items: number
  faults: { item: string; code: string; message: string }[]
}

/** Runs `micropower check FILE` → `{ ok, items, faults }`; JSON of one item or several, or the exported workbook. */
export async function run(args: string[]): Promise<Checked> {
  const { positionals } = readArguments(args, {})
  const [file, ...others] = positionals
  if (!file || others.length > 0) throw new UsageError('请给出一个清单文件')
  const bytes = await readInput(file, IMPORT_LIMITS.fileBytes)
  try {
    const { count, faults } = await readPowerFile(basename(file), bytes)
    const told = faults.map(({ item, code, message }) => ({ item, code, message }))
    return { ok: faults.length === 0, items: count, faults: told }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    throw new InputError(error.code, `${error.message}：${file}`, [...error.details])
  }
}
