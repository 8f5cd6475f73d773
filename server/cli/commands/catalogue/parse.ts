import { basename } from 'node:path'
import { InputError, readArguments, UsageError } from '../../command'
import { readInput } from '../../io'
import { parseCatalogueFile } from '../../../documents/catalogue'
import { DocumentError } from '@server/documents/documentError'
import { IMPORT_LIMITS } from '@server/documents/limits'

/** Runs `catalogue parse FILE [--sheet NAME]` → ParsedCatalogue. */
export async function run(args: string[]): Promise<unknown> {
  const { values, positionals } = readArguments(args, { sheet: { type: 'string' } })
  const [path, ...others] = positionals
  if (!path || others.length > 0) throw new UsageError('请给出一个文件')
  const bytes = await readInput(path, IMPORT_LIMITS.fileBytes)
  try {
    return await parseCatalogueFile({ file: basename(path), bytes, sheet: values.sheet })
  } catch (error) {
    if (error instanceof DocumentError) throw new InputError(error.code, error.message, error.details)
    throw error
  }
}
